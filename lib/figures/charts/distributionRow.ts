import {dodge} from "../dodge.js";
import type {Plot} from "../drawing.js";
import {label, labelWidth} from "../label.js";
import {element, round} from "../svg.js";
import {colour, halo, sizes, type ColourName} from "../theme.js";
import {dotColumns} from "./dots.js";
import {drawMark, type MarkedValue} from "./marks.js";

/** The values of one group, such as the last errors of all runs with new data. */
export interface DistributionRow {
  /** for `data-series` */
  name: string;
  /** markup of label.ts */
  label: string;
  values: ArrayLike<number>;
  /** that of the test error where it is not given */
  colour?: ColourName;
  /** drawn below the values, such as the median and its bootstrap interval; `label` is told to a screen reader */
  interval?: {low: number; middle: number; high: number; label: string};
  marks?: readonly MarkedValue[];
}

const HEAD = 19;
const MARKS = 28;
const MARK_LINE = 17;
const VALUES = 58;
const INTERVAL = 13;
const GAP = 9;

/** The room (px) for the mark before its label. */
const GLYPH = 12;

/** Bold text is so much wider. */
const BOLD = 1.06;

/** Rather than let a label lie on a line, a mark is moved this far (px). */
const COVERED = 40;

/** What a mark takes with its label (px). */
function markWidth({label}: MarkedValue): number {
  return GLYPH + labelWidth(label, sizes.text) + 12;
}

/** In how many lines the marks and their labels are set, and how high (px) these are, in a plot of this width (px). */
function linesOfMarks({marks = []}: DistributionRow, width: number): {count: number; height: number} {
  if (marks.length === 0) return {count: 0, height: 0};
  const count = Math.ceil(marks.reduce((sum, mark) => sum + markWidth(mark), 0) / width);
  return {count, height: MARKS + (count - 1) * MARK_LINE};
}

/** The height (px) that a row takes in a plot of this width (px). */
export function rowHeight(row: DistributionRow, width: number): number {
  return HEAD + linesOfMarks(row, width).height + VALUES + (row.interval ? INTERVAL : 0) + GAP;
}

/** Draws a row from `top` (px) on. */
export function drawRow(
  {document, x, left, right}: Plot,
  row: DistributionRow,
  top: number,
  unit: string,
  shown: (value: number) => boolean
): SVGElement {
  const {name, values, marks = [], interval, colour: hue = "test-error"} = row;
  const inside = Array.from(values).filter(shown);
  const lines = linesOfMarks(row, right - left);
  const base = top + HEAD + lines.height + VALUES;
  const {form, width, d} = dotColumns(inside.map(x), base, VALUES - 4);
  const text = (
    markup: string,
    attributes: {x: number; y: number; fill: string} & Record<string, string | number | undefined>
  ) => label(document, markup, {size: sizes.text, ...halo, ...attributes});
  const visible = marks.filter(({value}) => shown(value)).toSorted((a, b) => a.value - b.value);
  const placed: MarkPlace[] = [];
  for (let line = 0; line < lines.count; ++line) {
    // Of two neighbours the right one stands higher, so that its line down passes the other's label, if that is on the left.
    const members = visible.flatMap((_, i) => (i % lines.count === lines.count - 1 - line ? [i] : []));
    const places = placesOfMarks(
      members.map((i) => x(visible[i]!.value)),
      members.map((i) => markWidth(visible[i]!)),
      [left, right],
      placed.flatMap(({x}) => x)
    );
    for (const [j, place] of places.entries()) placed[members[j]!] = {...place, y: top + HEAD + 8 + line * MARK_LINE};
  }
  const bend = top + HEAD + lines.height - 10;
  const count = countOf(row, inside.length, unit);
  const beside = BOLD * labelWidth(row.label, sizes.text) + labelWidth(count, sizes.text) + 12 < right - left;
  const stroke = {stroke: colour(hue), "stroke-width": width, "stroke-linecap": form === "dots" ? "round" : undefined};
  return element(document, "g", {class: "distribution-row", "data-series": name}, [
    text(row.label, {x: left, y: top + 14, fill: colour("ink"), "font-weight": 600}),
    text(count, {
      x: right,
      y: top + (beside ? 14 : HEAD + lines.height + 11),
      "text-anchor": "end",
      fill: colour("muted")
    }),
    element(document, "path", {
      d: `M${left},${round(base + 0.5)}H${right}`,
      stroke: colour("muted"),
      "stroke-opacity": 0.55
    }),
    ...visible.map(({value}, i) =>
      element(document, "path", {
        class: "mark-line",
        d: leader(placed[i]!, x(value), bend, base),
        stroke: colour("ink"),
        "stroke-width": 1.2
      })
    ),
    element(document, "path", {class: `series ${form}`, d, ...stroke}),
    ...visible.flatMap(({label, shape}, i) => [
      drawMark(document, shape, placed[i]!.x, placed[i]!.y),
      text(label, {
        x: placed[i]!.x + placed[i]!.side * (GLYPH / 2 + 2),
        y: placed[i]!.y + 4,
        "text-anchor": placed[i]!.side < 0 ? "end" : undefined,
        fill: colour("ink")
      })
    ]),
    ...(interval ? [drawInterval(document, interval, x, base + 8, hue)] : [])
  ]);
}

interface MarkPlace {
  /** of the mark itself (px) */
  x: number;
  y: number;
  /** whether its label stands left (-1) or right (1) of it */
  side: -1 | 1;
}

/**
 * Places marks with their labels side by side, each mark as near to its value as can be; of all ways to set the labels left
 * and right of their marks, the one that takes least moving.
 * @param values of the marks (px), ascending
 * @param widths that marks take with their labels (px)
 * @param lines that come down from marks above (px): no label should lie on one
 */
function placesOfMarks(
  values: readonly number[],
  widths: readonly number[],
  [left, right]: [number, number],
  lines: readonly number[]
): Omit<MarkPlace, "y">[] {
  let best: Omit<MarkPlace, "y">[] = [];
  let least = Infinity;
  for (let choice = 0; choice < 2 ** values.length; ++choice) {
    const sides = values.map((_, i): MarkPlace["side"] => (choice & (1 << i) ? -1 : 1));
    // From the middle of what a mark and its label take to the mark.
    const toMark = sides.map((side, i) => -side * (widths[i]! / 2 - GLYPH / 2));
    const middles = dodge(
      values.map((value, i) => value - toMark[i]!),
      widths,
      [left + (widths[0] ?? 0) / 2, right - (widths.at(-1) ?? 0) / 2]
    );
    const places = sides.map((side, i) => ({x: middles[i]! + toMark[i]!, side}));
    const moved = places.reduce((sum, {x}, i) => sum + Math.abs(x - values[i]!), 0);
    const crossed = places.some(({x}, i) => i > 0 && x < places[i - 1]!.x);
    const covered = lines.filter((line) =>
      middles.some((middle, i) => Math.abs(line - middle) < widths[i]! / 2 - GLYPH)
    );
    const cost = moved + COVERED * covered.length;
    if (!crossed && cost < least - 1e-9) [best, least] = [places, cost];
  }
  return best;
}

/** The line from a mark down to the axis: first straight down, clear of all words, then over to its value. */
function leader({x, y}: MarkPlace, value: number, bend: number, base: number): string {
  const across = Math.abs(value - x) < 0.5 ? "" : `V${round(bend)}L${round(value)},${round(bend + 8)}`;
  return `M${round(x)},${round(y + 6)}${across}V${round(base)}`;
}

function drawInterval(
  document: Document,
  {low, middle, high}: NonNullable<DistributionRow["interval"]>,
  x: (value: number) => number,
  y: number,
  hue: ColourName
): SVGElement {
  return element(document, "g", {class: "distribution-interval", stroke: colour(hue)}, [
    element(document, "path", {d: `M${round(x(low))},${round(y)}H${round(x(high))}`, "stroke-width": 3}),
    element(document, "circle", {cx: x(middle), cy: y, r: 3.6, fill: colour("paper"), "stroke-width": 2})
  ]);
}

/** How many values there are, and how many of them are not shown: they are not finite, or lie beyond the axis. */
export function countOf({values}: DistributionRow, shown: number, unit: string): string {
  const lost = Array.from(values).filter((value) => !Number.isFinite(value)).length;
  const beyond = values.length - lost - shown;
  return [
    `${values.length} ${unit}${values.length === 1 ? "" : "s"}`,
    ...(lost > 0 ? [`${lost} not finite`] : []),
    ...(beyond > 0 ? [`${beyond} beyond the axis`] : [])
  ].join(", ");
}
