import type {Drawing} from "./drawing.js";
import {label} from "./label.js";
import type {Layout} from "./layout.js";
import {drawLegend} from "./legend.js";
import {epochTicks, linearTicks, logTicks, type Tick} from "./numberFormat.js";
import type {Axis} from "./scales.js";
import {element} from "./svg.js";
import {colour, sizes} from "./theme.js";

function ticksOf({kind, domain}: Axis, length: number, spacing: number): Tick[] {
  const count = Math.max(2, Math.floor(length / spacing));
  if (kind === "log") return logTicks(domain, count);
  return kind === "epochs" ? epochTicks(domain, count) : linearTicks(domain, count);
}

/** The panel's letter and title. */
export function drawTitle(document: Document, letter: string, title: string): SVGElement {
  const mark = letter ? [element(document, "tspan", {"font-weight": 700}, [letter])] : [];
  const text = label(document, title, {x: letter ? 14 : 0, y: 14, size: sizes.title, fill: colour("ink")});
  const head = element(document, "text", {x: 0, y: 14, "font-size": sizes.title, fill: colour("ink")}, mark);
  return element(document, "g", {class: "panel-title"}, letter ? [head, text] : [text]);
}

/** Grid, axes with their ticks and labels, and the legend: the same for every kind of panel. */
export function drawFrame(document: Document, {axes}: Drawing, layout: Layout): SVGElement[] {
  const {left, right, top, bottom, x, y, legend, legendRight, legendBase} = layout;
  const tickText = {size: sizes.tick, fill: colour("muted")};
  const xTicks = ticksOf(axes.x, right - left, 56);
  const yTicks = ticksOf(axes.y, bottom - top, 34);

  const grid = element(
    document,
    "g",
    {class: "panel-grid", stroke: colour("grid")},
    yTicks.map(({value}) => element(document, "path", {d: `M${left},${crisp(y(value))}H${right}`}))
  );
  const zero = axes.y.kind === "linear" && axes.y.domain[0] < 0 && axes.y.domain[1] > 0 ? [y(0)] : [];
  const lines = element(document, "g", {class: "panel-axes", stroke: colour("muted")}, [
    ...zero.map((at) => element(document, "path", {d: `M${left},${crisp(at)}H${right}`, "stroke-opacity": 0.55})),
    element(document, "path", {d: `M${left},${crisp(bottom)}H${right}`}),
    ...xTicks.map(({value}) => element(document, "path", {d: `M${crisp(x(value))},${bottom}v5`}))
  ]);
  const texts = element(document, "g", {class: "panel-ticks"}, [
    ...xTicks.map(({value, text}) =>
      label(document, text, {x: x(value), y: bottom + 17, "text-anchor": "middle", ...tickText})
    ),
    ...yTicks.map(({value, text}) =>
      label(document, text, {x: left - 7, y: y(value) + 4, "text-anchor": "end", ...tickText})
    )
  ]);
  const names = element(document, "g", {class: "panel-axis-labels"}, [
    label(document, axes.x.label, {
      x: (left + right) / 2,
      y: bottom + 33,
      "text-anchor": "middle",
      size: sizes.text,
      fill: colour("muted")
    }),
    label(document, axes.y.label, {x: 0, y: legendBase, size: sizes.text, fill: colour("muted")})
  ]);
  return [grid, lines, texts, names, drawLegend(document, legend, legendRight, legendBase)];
}

/** A hairline is sharp where it runs through the middle of a row of pixels. */
function crisp(coordinate: number): number {
  return Math.round(coordinate - 0.5) + 0.5;
}
