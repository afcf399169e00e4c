import type {Point} from "../curve.js";
import type {Plot} from "../drawing.js";
import {label, labelWidth} from "../label.js";
import {RIGHT as MARGIN} from "../layout.js";
import {colour, halo, sizes} from "../theme.js";
import {drawMark, type MarkedPoint} from "./marks.js";

/** Between a mark and its label (px): beside it, and above or below. */
const BESIDE = 8;
const APART = 17;
const FURTHER = 30;

/** What a text takes above and below its base line (px). */
const ASCENT = 10;
const DESCENT = 4;

/** Lines are looked at in steps of this length (px). */
const STEP = 2;

/** Better a label that touches a line for so many steps than one in the next further place. */
const DISTANCE = 0.5;

interface Place {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Marked points and their labels, each where it covers least of the lines and nothing of another label: beside its mark,
 * or above or below it.
 */
export function drawMarkedPoints(
  plot: Plot,
  marks: readonly MarkedPoint[],
  lines: readonly (readonly Point[])[]
): SVGElement[] {
  const {document, x, y, left, right} = plot;
  const shown = marks.flatMap((mark) => {
    const [px, py] = [x(mark.epoch), y(mark.value)];
    return px >= left - 1 && px <= right + 1 && Number.isFinite(py) ? [{...mark, px, py}] : [];
  });
  const steps = lines.flatMap((points) => stepsOf(points.map(([epoch, value]) => [x(epoch), y(value)] as const)));
  const taken: Box[] = shown.map(({px, py}) => ({left: px - 6, right: px + 6, top: py - 6, bottom: py + 6}));
  return shown.flatMap(({shape, label: text, px, py}, i) => {
    const width = labelWidth(text, sizes.text);
    const cost = (place: Place, rank: number) => {
      const box = boxOf(place, width);
      const aside = box.left < left || box.right > right + MARGIN;
      const outside = aside || box.top < plot.top || box.bottom > plot.bottom;
      const others = taken.filter((other, j) => j !== i && meet(box, other)).length;
      const covered = steps.filter(([sx, sy]) => within(box, sx, sy)).length;
      return covered + DISTANCE * rank + (outside || others > 0 ? 1e3 : 0);
    };
    const places = placesAround(px, py, px > (left + right) / 2);
    const costs = places.map(cost);
    const place = places[costs.indexOf(Math.min(...costs))]!;
    taken.push(boxOf(place, width));
    return [
      drawMark(document, shape, px, py),
      label(document, text, {
        x: place.x,
        y: place.y,
        "text-anchor": place.anchor,
        size: sizes.text,
        fill: colour("ink"),
        ...halo
      })
    ];
  });
}

/** Places around a mark, the best first if nothing is in the way. */
function placesAround(px: number, py: number, flip: boolean): Place[] {
  const sides = flip ? ([-1, 1] as const) : ([1, -1] as const);
  const anchored = (side: -1 | 1) => (side > 0 ? "start" : "end");
  const beside = sides.map((side): Place => ({x: px + side * BESIDE, y: py + 4, anchor: anchored(side)}));
  const stacked = [-APART, APART, -FURTHER, FURTHER].flatMap((dy): Place[] => [
    {x: px, y: py + 4 + dy, anchor: "middle"},
    ...sides.map((side): Place => ({x: px - side * 2, y: py + 4 + dy, anchor: anchored(side)}))
  ]);
  return [...beside, ...stacked];
}

function boxOf({x, y, anchor}: Place, width: number): Box {
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return {left: left - 1, right: left + width + 1, top: y - ASCENT, bottom: y + DESCENT};
}

function within({left, right, top, bottom}: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Points along a line, so close that no label slips between two. */
function stepsOf(points: readonly Point[]): Point[] {
  return points.flatMap(([x, y], i): Point[] => {
    const [x0, y0] = points[i - 1] ?? [NaN, NaN];
    const length = Math.hypot(x - x0, y - y0);
    if (!Number.isFinite(x) || !Number.isFinite(y)) return [];
    if (!Number.isFinite(length)) return [[x, y]];
    const count = Math.max(1, Math.ceil(length / STEP));
    return Array.from({length: count}, (_, j) => [
      x0 + ((x - x0) * (j + 1)) / count,
      y0 + ((y - y0) * (j + 1)) / count
    ]);
  });
}
