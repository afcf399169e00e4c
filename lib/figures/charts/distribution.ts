import type {ChartOptions, DrawingName} from "../chart.js";
import type {Drawing} from "../drawing.js";
import {plainText} from "../label.js";
import {layout, type Stacking} from "../layout.js";
import {formatMeasured} from "../numberFormat.js";
import {drawPlaces, type Placed} from "../places.js";
import {extentOfValues, padded, type Axis} from "../scales.js";
import {countOf, drawRow, rowHeight, type DistributionRow} from "./distributionRow.js";

/** Groups of values, each in its row, on one axis. */
export interface Distribution {
  /** what the axis shows, in markup of label.ts */
  label: string;
  scale: Axis["kind"];
  /** of the axis; without it the axis holds all values and marks */
  domain?: readonly [number, number];
  rows: readonly DistributionRow[];
  /** what one value is, such as `run`; its plural takes an s */
  unit: string;
}

/** Groups of values as dots, with marked values. */
function distributionDrawing({label: name, scale, domain, rows, unit}: Distribution): Drawing {
  const all = rows.flatMap(({values, marks = []}) => [...Array.from(values), ...marks.map(({value}) => value)]);
  const spacing = scale === "log" ? "log" : "linear";
  const held = domain ?? padded(extentOfValues(all, spacing), spacing);
  const shown = (value: number) => Number.isFinite(value) && value >= held[0] && value <= held[1];
  return {
    axes: {
      x: {kind: scale, domain: held, label: name, grid: true},
      y: {kind: "linear", domain: [0, 1], label: "", ticks: []}
    },
    legend: [],
    labelRoom: 0,
    description: rows.map((row) => describe(row, unit)).join(" "),
    inside: () => [],
    above: (plot) => {
      let top = plot.top;
      return rows.map((row) => {
        top += rowHeight(row, plot);
        return drawRow(plot, row, top - rowHeight(row, plot), unit, shown);
      });
    }
  };
}

/** Draws groups of values, each in its row; the height follows from the rows. */
export function drawDistribution(
  name: Omit<DrawingName, "kind">,
  distribution: Distribution,
  options: Omit<ChartOptions, "height">
): SVGSVGElement {
  return drawDistributions(name, [distribution], options);
}

/** Draws groups of values under one title, those of each distribution on an axis of its own. */
export function drawDistributions(
  name: Omit<DrawingName, "kind">,
  distributions: readonly Distribution[],
  options: Omit<ChartOptions, "height">
): SVGSVGElement {
  let offset = 0;
  const charts = distributions.map((distribution, i): Placed => {
    const drawing = distributionDrawing(distribution);
    const stacking: Stacking = {head: i === 0, foot: true, left: 0, labelRoom: 0};
    const least = layout(drawing, options.width, 0, stacking);
    const plotHeight = distribution.rows.reduce((sum, row) => sum + rowHeight(row, least), 0);
    const places = layout(drawing, options.width, Math.ceil(plotHeight - (least.bottom - least.top)), stacking);
    offset += places.height;
    return {drawing, offset: offset - places.height, places};
  });
  return drawPlaces({...name, kind: "distribution"}, charts, options);
}

function describe(row: DistributionRow, unit: string): string {
  const {label, values, marks = []} = row;
  const finite = Array.from(values).filter(Number.isFinite);
  finite.sort((a, b) => a - b);
  const middle = (finite[(finite.length - 1) >> 1]! + finite[finite.length >> 1]!) / 2;
  const spread =
    finite.length === 0
      ? ""
      : `: from ${formatMeasured(finite[0]!)} to ${formatMeasured(finite.at(-1)!)}, median ${formatMeasured(middle)}`;
  const marked = marks.length > 0 ? `; marked: ${marks.map((mark) => plainText(mark.label)).join(", ")}` : "";
  return `${plainText(label)}, ${countOf(row, finite.length, unit)}${spread}${marked}.`;
}
