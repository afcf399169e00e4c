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
  const lines: string[] = [];
  let steps: string[] = [];
  let pen = false;
  let [x0, y0] = [0, 0];
  const lift = () => {
    if (pen)
      lines.push(steps.length > 1 ? `${steps[0]}l${steps.slice(1).join("").replace(/^,/, "")}` : `${steps[0]}h0`);
    pen = false;
  };
  for (const [px, py] of points) {
    if (!Number.isFinite(px) || !Number.isFinite(py)) {
      lift();
      continue;
    }
    const [x, y] = [Math.round(px * 100), Math.round(Math.max(-FAR, Math.min(FAR, py)) * 100)];
    if (pen) steps.push(number(x - x0) + number(y - y0));
    else steps = [`M${hundredths(x)}${number(y)}`];
    [pen, x0, y0] = [true, x, y];
  }
  lift();
  return lines.join("");
}

/** So many steps in either direction are written once and then looked up: a live chart is drawn over and over. */
const KNOWN = 8192;
const known: (string | undefined)[] = new Array<string | undefined>(2 * KNOWN).fill(undefined);

/** A further number of a path, given in hundredths: its sign or a comma parts it from the one before. */
function number(value: number): string {
  if (value < -KNOWN || value >= KNOWN) return written(value);
  return (known[value + KNOWN] ??= written(value));
}

function written(value: number): string {
  return (value < 0 ? "" : ",") + hundredths(value);
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
    "stroke-opacity": style.opacity,
    "stroke-linejoin": "round"
  });
}
