import {tickStep} from "d3-array";
import {chartHeight, drawingRoot, type ChartOptions, type DrawingName} from "../chart.js";
import type {Point} from "../curve.js";
import {drawTitle} from "../frame.js";
import {label} from "../label.js";
import {linePath} from "../line.js";
import {dot} from "../mark.js";
import {formatEpoch, formatRound} from "../numberFormat.js";
import {element, round} from "../svg.js";
import {colour, halo, sizes} from "../theme.js";
import type {LiveRun} from "./liveCourses.js";

/** px around the path */
const TOP = 34;
const BOTTOM = 34;
const SIDE = 14;

/** An arrow that is at least so long (px) has a head. */
const HEADED = 10;

/** Points of the path that are nearer to the last one than this (px) are left out. */
const NEAR = 0.5;

const UNDER = 0.3;

/** The ends of the arrows, from the origin on, as far as they are finite. */
interface Path {
  x: Float64Array;
  y: Float64Array;
  length: number;
}

function pathOf({columns}: LiveRun): Path {
  const [x, y] = [columns.column("path_x").values, columns.column("path_y").values];
  let length = 0;
  while (length < x.length && Number.isFinite(x[length]!) && Number.isFinite(y[length]!)) length += 1;
  return {x, y, length};
}

/**
 * The gradients of a run, one after the other, as arrows in the plane: an arrow is as long as the gradient's norm, and the
 * angle between two arrows is that between the gradients, alternately to the left and to the right. A steady descent goes
 * straight on, an oscillation to and fro. Both directions have one scale, which a bar tells.
 * @param runs the first lies on top
 * @param epoch the path is drawn strongly up to here; without one to its end
 */
export function drawGradientPath(
  name: Omit<DrawingName, "kind">,
  runs: readonly LiveRun[],
  {epoch}: {epoch?: number | undefined},
  {document, width, height = chartHeight(width)}: Omit<ChartOptions, "height" | "idPrefix"> & {height?: number}
): SVGSVGElement {
  const paths = runs.map(pathOf);
  const own = paths[0];
  const [x0, x1, y0, y1] = boxOf(paths);
  const scale = Math.min((width - 2 * SIDE) / (x1 - x0), (height - TOP - BOTTOM) / (y1 - y0));
  const x = (value: number) => width / 2 + (value - (x0 + x1) / 2) * scale;
  const y = (value: number) => (TOP + height - BOTTOM) / 2 - (value - (y0 + y1) / 2) * scale;
  const draw = (path: Path, length: number, opacity: number, run: string) => {
    const stroke = {stroke: colour("ink"), "stroke-opacity": opacity, "stroke-width": 1.3, "stroke-linejoin": "round"};
    const {body, heads} = arrows({...path, length}, x, y);
    return element(document, "g", {class: "gradient-path", "data-run": run}, [
      element(document, "path", {class: "series", "data-series": "path", d: body, ...stroke}),
      element(document, "path", {class: "arrow-heads", d: heads, ...stroke})
    ]);
  };
  const end = own ? Math.min(own.length, epoch === undefined ? Infinity : runs[0]!.columns.rowAt(epoch) + 1) : 0;
  const last = end > 0 ? runs[0]!.columns.column("path_x").epochs[end - 1]! : -1;
  const caption =
    last < 0 ? "no gradient yet" : `gradients of the epochs 0${last > 0 ? ` to ${formatEpoch(last)}` : ""}`;
  const texts = {size: sizes.text, fill: colour("muted"), ...halo};
  return drawingRoot(
    document,
    {...name, kind: "gradient-path"},
    {size: {width, height}, box: {width, height}, description: describe(own, last)},
    [
      drawTitle(document, name.letter, name.title),
      ...paths.map((path, i) => draw(path, path.length, i > 0 || end < path.length ? UNDER : 1, runs[i]!.id)).reverse(),
      ...(own && end < own.length ? [draw(own, end, 1, runs[0]!.id)] : []),
      element(document, "circle", {cx: x(0), cy: y(0), r: 3.5, stroke: colour("ink"), fill: colour("paper")}),
      ...(last >= 0
        ? [dot(document, x(own!.x[end - 1]!), y(own!.y[end - 1]!), {colour: "learned", dash: undefined})]
        : []),
      label(document, caption, {x: 0, y: height - 8, ...texts}),
      ...(last >= 0 ? drawScaleBar(document, width, height, scale) : [])
    ]
  );
}

/** What all paths and the origin lie within; a path of no extent has some air. */
function boxOf(paths: readonly Path[]): [number, number, number, number] {
  let [x0, x1, y0, y1] = [0, 0, 0, 0];
  for (const {x, y, length} of paths)
    for (let i = 0; i < length; ++i) {
      if (x[i]! < x0) x0 = x[i]!;
      if (x[i]! > x1) x1 = x[i]!;
      if (y[i]! < y0) y0 = y[i]!;
      if (y[i]! > y1) y1 = y[i]!;
    }
  const least = Math.max(x1 - x0, y1 - y0) * 1e-3 || 1;
  return [x0, Math.max(x1, x0 + least), y0, Math.max(y1, y0 + least)];
}

/** A line through the arrows' ends, and the heads of those that are long enough. */
function arrows(path: Path, x: (value: number) => number, y: (value: number) => number): {body: string; heads: string} {
  let [px, py] = [x(0), y(0)];
  const points: Point[] = [[px, py]];
  const heads: string[] = [];
  for (let i = 0; i < path.length; ++i) {
    const [qx, qy] = [x(path.x[i]!), y(path.y[i]!)];
    const [dx, dy] = [qx - px, qy - py];
    const squared = dx * dx + dy * dy;
    if (squared < NEAR * NEAR && i < path.length - 1) continue;
    points.push([qx, qy]);
    if (squared >= HEADED * HEADED) {
      const size = 4 / Math.sqrt(squared);
      const wing = (side: number) =>
        `${round(qx - (dx + (side * dy) / 2) * size)},${round(qy - (dy - (side * dx) / 2) * size)}`;
      heads.push(`M${wing(1)}L${round(qx)},${round(qy)}L${wing(-1)}`);
    }
    [px, py] = [qx, qy];
  }
  return {body: linePath(points), heads: heads.join("")};
}

/** A bar at the lower right whose length is a round norm, some fifth of the width. */
function drawScaleBar(document: Document, width: number, height: number, scale: number): SVGElement[] {
  const norm = tickStep(0, width / scale, 5);
  const right = width - 2;
  const d = `M${round(right - norm * scale)},${height - 12}v8M${round(right - norm * scale)},${height - 8}H${right}m0,-4v8`;
  const text = {x: right, y: height - 16, "text-anchor": "end", size: sizes.tick, fill: colour("muted"), ...halo};
  return [
    element(document, "path", {class: "scale-bar", "data-norm": String(norm), d, stroke: colour("muted")}),
    label(document, `norm ${formatRound(norm)}`, text)
  ];
}

function describe(path: Path | undefined, last: number): string {
  const what =
    "The path of the gradients: arrows as long as their norms, turned by the angles between them, left and right.";
  if (!path || last < 0) return `${what} There is no gradient yet.`;
  return `${what} It is drawn up to epoch ${last}.`;
}
