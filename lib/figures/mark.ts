import {element, round} from "./svg.js";
import {colour, type LineStyle} from "./theme.js";

export type Mark = "line" | "dot" | "cross" | "band";

/** The width (px) of a curve. */
export const STROKE = 1.6;

/**
 * A legend's sample, from `x` on and centred on `y`: a piece of line, the dot of a last value, the cross of a lowest, or
 * a piece of an area.
 * @param width of the sample (px)
 */
export function mark(
  document: Document,
  kind: Mark,
  x: number,
  y: number,
  style: LineStyle,
  width: number
): SVGElement {
  if (kind === "dot") return dot(document, x + width / 2, y, style);
  if (kind === "cross") return cross(document, x + width / 2, y, style);
  if (kind === "band") {
    const area = {x, y: y - 4.5, width, height: 9, fill: colour(style.colour), "fill-opacity": style.opacity};
    return element(document, "rect", {class: "legend-band", ...area});
  }
  return element(document, "path", {
    class: "legend-line",
    d: `M${round(x)},${round(y)}H${round(x + width)}`,
    stroke: colour(style.colour),
    "stroke-width": STROKE + 0.2,
    "stroke-dasharray": style.dash,
    "stroke-opacity": style.opacity
  });
}

/** A filled dot with a thin ring of the ground, so that it stands out from lines. */
export function dot(document: Document, x: number, y: number, {colour: name}: LineStyle, radius = 3.5): SVGElement {
  return element(document, "circle", {
    class: "mark-dot",
    cx: x,
    cy: y,
    r: radius,
    fill: colour(name),
    stroke: colour("paper"),
    "stroke-width": 1
  });
}

/** A cross with a ring of the ground, visible on a dot too. */
export function cross(document: Document, x: number, y: number, {colour: name}: LineStyle): SVGElement {
  const d = "M-4,-4L4,4M-4,4L4,-4";
  return element(document, "g", {class: "mark-cross", transform: `translate(${round(x)},${round(y)})`}, [
    element(document, "path", {d, stroke: colour("paper"), "stroke-width": 4, "stroke-linecap": "square"}),
    element(document, "path", {d, stroke: colour(name), "stroke-width": 2})
  ]);
}
