import type {Plot} from "../drawing.js";
import {label, labelWidth} from "../label.js";
import {element, round} from "../svg.js";
import {colour, halo, sizes} from "../theme.js";
import {dotColumns} from "./dots.js";
import {drawMark, type MarkedValue} from "./marks.js";
import {setMarks} from "./setMarks.js";

/** The values of one group, such as the last errors of all runs with new data. */
export interface DistributionRow {
  /** for `data-series` */
  name: string;
  /** markup of label.ts */
  label: string;
  values: ArrayLike<number>;
  marks?: readonly MarkedValue[];
}

const HEAD = 19;
const MARKS = 28;
const MARK_LINE = 17;
const VALUES = 58;
const GAP = 9;

/** The room (px) for the mark before its label. */
const GLYPH = 12;

/** Bold text is so much wider. */
const BOLD = 1.06;

/** The marked values that a plot shows, ascending, and where they are set. */
function marksIn({marks = []}: DistributionRow, {x, left, right}: Pick<Plot, "x" | "left" | "right">) {
  const inside = ({value}: MarkedValue) => x(value) >= left - 0.5 && x(value) <= right + 0.5;
  const visible = marks.filter(inside).toSorted((a, b) => a.value - b.value);
  const widths = visible.map(({label}) => GLYPH + labelWidth(label, sizes.text) + 12);
  const {lines, places} = setMarks(
    visible.map(({value}) => x(value)),
    widths,
    {left, right, glyph: GLYPH}
  );
  return {visible, places, height: lines === 0 ? 0 : MARKS + (lines - 1) * MARK_LINE};
}

/** The height (px) that a row takes in a plot. */
export function rowHeight(row: DistributionRow, plot: Pick<Plot, "x" | "left" | "right">): number {
  return HEAD + marksIn(row, plot).height + VALUES + GAP;
}

/** Draws a row from `top` (px) on. */
export function drawRow(
  plot: Plot,
  row: DistributionRow,
  top: number,
  unit: string,
  shown: (value: number) => boolean
): SVGElement {
  const {document, x, left, right} = plot;
  const {name, values} = row;
  const inside = Array.from(values).filter(shown);
  const {visible, places, height} = marksIn(row, plot);
  const base = top + HEAD + height + VALUES;
  const {form, width, d} = dotColumns(inside.map(x), base, VALUES - 4);
  const text = (
    markup: string,
    attributes: {x: number; y: number; fill: string} & Record<string, string | number | undefined>
  ) => label(document, markup, {size: sizes.text, ...halo, ...attributes});
  const centres = places.map(({line}) => top + HEAD + 8 + line * MARK_LINE);
  const bend = top + HEAD + height - 10;
  const count = countOf(row, inside.length, unit);
  const beside = BOLD * labelWidth(row.label, sizes.text) + labelWidth(count, sizes.text) + 12 < right - left;
  const stroke = {
    stroke: colour("test-error"),
    "stroke-width": width,
    "stroke-linecap": form === "dots" ? "round" : undefined
  };
  return element(document, "g", {class: "distribution-row", "data-series": name}, [
    text(row.label, {x: left, y: top + 14, fill: colour("ink"), "font-weight": 600}),
    text(count, {
      x: right,
      y: top + (beside ? 14 : HEAD + height + 11),
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
        d: leader({x: places[i]!.x, y: centres[i]!}, x(value), bend, base),
        stroke: colour("ink"),
        "stroke-width": 1.2
      })
    ),
    element(document, "path", {class: `series ${form}`, d, ...stroke}),
    ...visible.flatMap(({label, shape}, i) => [
      drawMark(document, shape, places[i]!.x, centres[i]!),
      text(label, {
        x: places[i]!.x + places[i]!.side * (GLYPH / 2 + 2),
        y: centres[i]! + 4,
        "text-anchor": places[i]!.side < 0 ? "end" : undefined,
        fill: colour("ink")
      })
    ])
  ]);
}

/** The line from a mark down to the axis: first straight down, clear of all words, then over to its value. */
function leader({x, y}: {x: number; y: number}, value: number, bend: number, base: number): string {
  const across = Math.abs(value - x) < 0.5 ? "" : `V${round(bend)}L${round(value)},${round(bend + 8)}`;
  return `M${round(x)},${round(y + 6)}${across}V${round(base)}`;
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
