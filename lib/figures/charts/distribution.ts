import {drawChart, type ChartOptions, type DrawingName} from "../chart.js";
import type {Drawing} from "../drawing.js";
import {plainText} from "../label.js";
import {heightAround} from "../layout.js";
import {formatMeasured} from "../numberFormat.js";
import {extentOfValues, padded} from "../scales.js";
import {countOf, drawRow, rowHeight, type DistributionRow} from "./distributionRow.js";

/** Groups of values, each in its row, on one axis. */
export interface Distribution {
  /** what the axis shows, in markup of label.ts */
  label: string;
  scale: "linear" | "log";
  /** of the axis; without it the axis holds all values, intervals and marks */
  domain?: readonly [number, number];
  rows: readonly DistributionRow[];
  /** what one value is, such as `run`; its plural takes an s */
  unit: string;
}

/** Groups of values as dots, with marked values and an interval each. */
export function distributionDrawing({label: name, scale, domain, rows, unit}: Distribution): Drawing {
  const all = rows.flatMap(({values, marks = [], interval}) => [
    ...Array.from(values),
    ...marks.map(({value}) => value),
    ...(interval ? [interval.low, interval.high] : [])
  ]);
  const held = domain ?? padded(extentOfValues(all, scale), scale);
  const shown = (value: number) => Number.isFinite(value) && value >= held[0] && value <= held[1];
  const offsets = rows.map((_, i) => rows.slice(0, i).reduce((sum, row) => sum + rowHeight(row), 0));
  return {
    axes: {
      x: {kind: scale, domain: held, label: name, grid: true},
      y: {kind: "linear", domain: [0, 1], label: "", ticks: []}
    },
    legend: [],
    labelRoom: 0,
    description: rows.map((row) => describe(row, unit)).join(" "),
    inside: () => [],
    above: (plot) => rows.map((row, i) => drawRow(plot, row, plot.top + offsets[i]!, unit, shown))
  };
}

/** Draws groups of values, each in its row; the height follows from the rows. */
export function drawDistribution(
  name: Omit<DrawingName, "kind">,
  distribution: Distribution,
  {document, width, idPrefix}: Omit<ChartOptions, "height">
): SVGSVGElement {
  const drawing = distributionDrawing(distribution);
  const plotHeight = distribution.rows.reduce((sum, row) => sum + rowHeight(row), 0);
  const height = heightAround(drawing, width, plotHeight);
  return drawChart({...name, kind: "distribution"}, drawing, {document, width, height, idPrefix});
}

function describe(row: DistributionRow, unit: string): string {
  const {label, values, marks = [], interval} = row;
  const finite = Array.from(values).filter(Number.isFinite);
  finite.sort((a, b) => a - b);
  const middle = (finite[(finite.length - 1) >> 1]! + finite[finite.length >> 1]!) / 2;
  const spread =
    finite.length === 0
      ? ""
      : `: from ${formatMeasured(finite[0]!)} to ${formatMeasured(finite.at(-1)!)}, median ${formatMeasured(middle)}`;
  const marked = marks.length > 0 ? `; marked: ${marks.map((mark) => plainText(mark.label)).join(", ")}` : "";
  const between = interval ? `; ${interval.label}` : "";
  return `${plainText(label)}, ${countOf(row, finite.length, unit)}${spread}${between}${marked}.`;
}
