import {label, plainText} from "../label.js";
import {disc, type Position} from "../networkParts.js";
import {formatMeasured} from "../numberFormat.js";
import {element, round} from "../svg.js";
import {colour, columnLabel, type LineStyle} from "../theme.js";

/** An edge of the network and its weight; places and widths in px. */
export interface Edge {
  /** `U_k_j` or `V_k` */
  column: string;
  value: number;
  /** k */
  unit: number;
  /** j; undefined for V */
  input: 0 | 1 | undefined;
  style: LineStyle;
  width: number;
  /** the width of the invisible target about it */
  target: number;
  selected: boolean;
  from: Position;
  to: Position;
  /** where its sign stands */
  sign: Position;
  signRadius: number;
}

/** An edge: a curve that leaves and arrives level, and a broader one that can be pointed at and tells the value. */
export function drawEdge(
  document: Document,
  {column, value, style, width, target, selected, from, to}: Edge
): SVGElement {
  const middle = (from[0] + to[0]) / 2;
  const d =
    `M${round(from[0])},${round(from[1])}` +
    `C${round(middle)},${round(from[1])} ${round(middle)},${round(to[1])} ${round(to[0])},${round(to[1])}`;
  const finite = Number.isFinite(value);
  const name = element(document, "title", {}, [`${plainText(columnLabel(column))} = ${formatMeasured(value)}`]);
  return element(document, "g", {class: selected ? "network-edge selected" : "network-edge"}, [
    ...(selected ? [element(document, "path", {d, stroke: colour("ink"), "stroke-width": width + 4})] : []),
    element(document, "path", {
      class: "edge-line",
      d,
      stroke: colour(style.colour),
      "stroke-width": width,
      "stroke-dasharray": finite ? style.dash : "1 3"
    }),
    element(
      document,
      "path",
      {
        class: "edge-target",
        "data-weight": column,
        "data-value": String(value),
        d,
        stroke: colour("ink"),
        "stroke-opacity": 0,
        "stroke-width": Math.max(target, width),
        "pointer-events": "stroke"
      },
      [name]
    )
  ]);
}

/** The sign of an edge's weight, a plus or a minus in a small disc; none for 0 and for what is not finite. */
export function sign(document: Document, {value, style, sign: [x, y], signRadius: r}: Edge): SVGElement[] {
  if (!Number.isFinite(value) || value === 0) return [];
  const arm = r * 0.6;
  const bar = `M${round(x - arm)},${round(y)}h${round(2 * arm)}`;
  const post = `M${round(x)},${round(y - arm)}v${round(2 * arm)}`;
  const stroke = {stroke: colour(style.colour)};
  return [
    element(document, "g", {class: "network-sign", "data-sign": value > 0 ? "+" : "-", "pointer-events": "none"}, [
      element(document, "circle", {cx: x, cy: y, r, fill: colour("paper"), ...stroke}),
      element(document, "path", {d: value > 0 ? bar + post : bar, stroke: colour("ink"), "stroke-width": 1.2})
    ])
  ];
}

/** A unit; its name is left out where it has no room. A bias unit is filled. */
export function drawUnit(
  document: Document,
  position: Position,
  r: number,
  name: string,
  style: LineStyle,
  bias: boolean
): SVGElement {
  const [x, y] = position;
  const size = Math.min(12, r * 1.3);
  const place = {x, y: y + size * 0.32, "text-anchor": "middle", size, fill: colour("ink")};
  const text = size >= 6 ? [label(document, name, place)] : [];
  return disc(document, position, r, r > 6 ? 1.8 : 1.3, style, bias, text);
}
