import type {Point} from "./curve.js";
import type {Plot} from "./drawing.js";
import {STROKE} from "./mark.js";
import {element, type Attributes} from "./svg.js";
import {colour, type LineStyle} from "./theme.js";

/** Beyond this distance (px) from the plot nothing can be seen, and a coordinate may not be drawable. */
const FAR = 1e4;

/**
 * A path through points (px); it pauses where a coordinate is not finite. Steps are relative and in whole hundredths of a
 * pixel, so they add up exactly; compressed, they take less than half of what absolute coordinates take.
 */
export function linePath(points: Iterable<Point>): string {
  let path = "";
  let pen = false;
  let [x0, y0] = [0, 0];
  for (const [px, py] of points) {
    if (!Number.isFinite(px) || !Number.isFinite(py)) {
      pen = false;
      continue;
    }
    const [x, y] = [Math.round(px * 100), Math.round(Math.max(-FAR, Math.min(FAR, py)) * 100)];
    path += pen ? pair(x - x0, y - y0, path.endsWith("l")) : `M${pair(x, y, true)}l`;
    [pen, x0, y0] = [true, x, y];
  }
  return path.replace(/l(?=M|$)/g, "h0");
}

/** Two numbers, given in hundredths, as short as SVG reads them: a sign or a comma parts a number from the one before. */
function pair(x: number, y: number, first: boolean): string {
  const [sx, sy] = [hundredths(x), hundredths(y)];
  return `${first || x < 0 ? "" : ","}${sx}${y < 0 ? "" : ","}${sy}`;
}

function hundredths(value: number): string {
  return String(value / 100).replace(/^(-?)0\./, "$1.");
}

/** A series: a line through its points. */
export function line({document, x, y}: Plot, points: readonly Point[], style: LineStyle, data: Attributes): SVGElement {
  return element(document, "path", {
    class: "series",
    ...data,
    d: linePath(points.map(([px, py]) => [x(px), y(py)] as const)),
    stroke: colour(style.colour),
    "stroke-width": STROKE,
    "stroke-dasharray": style.dash,
    "stroke-linejoin": "round"
  });
}
