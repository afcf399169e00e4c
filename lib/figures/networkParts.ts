import {label, labelWidth} from "./label.js";
import {element, round} from "./svg.js";
import {colour, sizes, type LineStyle} from "./theme.js";

/** A place in the schema (px). */
export type Position = readonly [number, number];

/** The radius (px) of the circle in which a hidden unit sums its inputs. */
export const SUM_RADIUS = 9;

/** An edge with its arrowhead at `to`. */
export function arrow(document: Document, from: Position, to: Position, style: LineStyle): SVGElement {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const wing = (turn: number) =>
    `${round(to[0] - 6 * Math.cos(angle + turn))},${round(to[1] - 6 * Math.sin(angle + turn))}`;
  const stroke = {stroke: colour(style.colour), "stroke-width": 1.4};
  return element(document, "g", {class: "network-edge"}, [
    element(document, "path", {
      d: `M${round(from[0])},${round(from[1])}L${round(to[0])},${round(to[1])}`,
      "stroke-dasharray": style.dash,
      ...stroke
    }),
    element(document, "path", {d: `M${wing(0.45)}L${round(to[0])},${round(to[1])}L${wing(-0.45)}`, ...stroke})
  ]);
}

/** A weight's name on its edge. */
export function edgeLabel(document: Document, markup: string, [x, y]: Position): SVGElement {
  const width = labelWidth(markup, sizes.text) + 4;
  return element(document, "g", {class: "network-weight"}, [
    element(document, "rect", {x: x - width / 2, y: y - 7, width, height: 14, rx: 3, fill: colour("paper")}),
    label(document, markup, {x, y: y + 3.5, "text-anchor": "middle", size: sizes.text, fill: colour("ink")})
  ]);
}

/** The sum that σ is applied to. */
export function drawSum(document: Document, [x, y]: Position, {colour: name}: LineStyle): SVGElement {
  return element(document, "g", {class: "network-sum", stroke: colour(name), "stroke-width": 1.4}, [
    element(document, "circle", {cx: x, cy: y, r: SUM_RADIUS, fill: colour("paper")}),
    element(document, "path", {d: `M${x - 4},${y}h8M${x},${y - 4}v8`})
  ]);
}

/** A unit with its name; a bias unit is filled. */
export function drawNode(
  document: Document,
  position: Position,
  r: number,
  name: string,
  style: LineStyle,
  bias: boolean
): SVGElement {
  const [x, y] = position;
  return disc(document, position, r, 1.8, style, bias, [
    label(document, name, {x, y: y + 3.5, "text-anchor": "middle", size: sizes.text, fill: colour("ink")})
  ]);
}

/** A unit's disc, and what is written on it. */
export function disc(
  document: Document,
  [x, y]: Position,
  r: number,
  rim: number,
  style: LineStyle,
  bias: boolean,
  text: readonly SVGElement[]
): SVGElement {
  return element(document, "g", {class: bias ? "network-node network-bias" : "network-node"}, [
    element(document, "circle", {
      cx: x,
      cy: y,
      r,
      fill: colour(bias ? "grid" : "paper"),
      stroke: colour(style.colour),
      "stroke-width": rim
    }),
    ...text
  ]);
}
