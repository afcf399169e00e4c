import type {Drawing} from "./drawing.js";
import {label, labelWidth} from "./label.js";
import type {Layout} from "./layout.js";
import {drawLegend} from "./legend.js";
import {formatEpoch, type Tick} from "./numberFormat.js";
import {element} from "./svg.js";
import {colour, sizes} from "./theme.js";

/** The panel's letter and title. */
export function drawTitle(document: Document, letter: string, title: string): SVGElement {
  const mark = letter ? [element(document, "tspan", {"font-weight": 700}, [letter])] : [];
  const text = label(document, title, {x: letter ? 14 : 0, y: 14, size: sizes.title, fill: colour("ink")});
  const head = element(document, "text", {x: 0, y: 14, "font-size": sizes.title, fill: colour("ink")}, mark);
  return element(document, "g", {class: "panel-title"}, letter ? [head, text] : [text]);
}

/** Grid, axes with their ticks and labels, and the legend: the same for every kind of panel. */
export function drawFrame(document: Document, {axes, highlight}: Drawing, layout: Layout): SVGElement[] {
  const {left, right, top, bottom, x, y, xTicks, yTicks, foot, legend, legendRight, legendBase} = layout;
  const tickText = {size: sizes.tick, fill: colour("muted")};

  const grid = element(document, "g", {class: "panel-grid", stroke: colour("grid")}, [
    ...(axes.y.grid === false ? [] : yTicks).map(({value}) =>
      element(document, "path", {d: `M${left},${crisp(y(value))}H${right}`})
    ),
    ...(axes.x.grid ? xTicks : []).map(({value}) =>
      element(document, "path", {d: `M${crisp(x(value))},${top}V${bottom}`})
    )
  ]);
  const zero = axes.y.kind === "linear" && axes.y.domain[0] < 0 && axes.y.domain[1] > 0 ? [y(0)] : [];
  const lines = element(document, "g", {class: "panel-axes", stroke: colour("muted")}, [
    ...zero.map((at) => element(document, "path", {d: `M${left},${crisp(at)}H${right}`, "stroke-opacity": 0.55})),
    element(document, "path", {d: `M${left},${crisp(bottom)}H${right}`}),
    ...xTicks.map(({value}) => element(document, "path", {d: `M${crisp(x(value))},${bottom}v${foot ? 5 : 3}`}))
  ]);
  const below = {y: bottom + 17, "text-anchor": "middle"};
  const high = highlight === undefined ? [] : [{value: highlight, text: formatEpoch(highlight)}];
  const clear = (tick: Tick) =>
    high.every((other) => Math.abs(x(tick.value) - x(other.value)) > room(tick) + room(other));
  const texts = element(document, "g", {class: "panel-ticks"}, [
    ...(foot ? xTicks.filter(clear) : []).map(({value, text}) =>
      label(document, text, {x: x(value), ...below, ...tickText})
    ),
    ...(foot ? high : []).map(({value, text}) =>
      label(document, text, {x: x(value), ...below, ...tickText, "font-weight": 600, fill: colour("ink")})
    ),
    ...yTicks.map(({value, text}) =>
      label(document, text, {x: left - 7, y: y(value) + 4, "text-anchor": "end", ...tickText})
    )
  ]);
  const nameText = {size: sizes.text, fill: colour("muted")};
  const centred = {x: (left + right) / 2, y: bottom + 33, "text-anchor": "middle"};
  const names = element(document, "g", {class: "panel-axis-labels"}, [
    ...(foot ? [label(document, axes.x.label, {...centred, ...nameText})] : []),
    ...(axes.y.label ? [label(document, axes.y.label, {x: 0, y: legendBase, ...nameText})] : [])
  ]);
  return [
    grid,
    lines,
    texts,
    names,
    ...(legend.length > 0 ? [drawLegend(document, legend, legendRight, legendBase)] : [])
  ];
}

/** Half of the width (px) that a tick's text takes. */
function room({text}: Tick): number {
  return labelWidth(text, sizes.tick) / 2 + 2;
}

/** A hairline is sharp where it runs through the middle of a row of pixels. */
function crisp(coordinate: number): number {
  return Math.round(coordinate - 0.5) + 0.5;
}
