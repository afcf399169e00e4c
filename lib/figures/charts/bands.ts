import {drawChart, chartHeight, type ChartOptions, type DrawingName} from "../chart.js";
import {decimate, type EpochValues} from "../decimate.js";
import type {Drawing} from "../drawing.js";
import type {LegendEntry} from "../legend.js";
import {line} from "../line.js";
import {extentOfValues, padded} from "../scales.js";
import {colour, type ColourName} from "../theme.js";
import {area, BEYOND, finitePart, OPACITY, type Band} from "./bandArea.js";
import type {Course} from "./courses.js";
import {drawMarkedPoints} from "./markedPoints.js";
import type {MarkedPoint} from "./marks.js";

/** How many runs of an ensemble go: bands between quantiles over epochs, and single runs as lines. */
export interface Bands {
  /** what the vertical axis shows, in markup of label.ts */
  label: string;
  scale: "linear" | "log";
  /** ascending, one for each entry of the bands; without them the i-th entry is that of epoch i */
  epochs?: ArrayLike<number>;
  /** from the widest to the narrowest; an upper edge may be infinite, where some runs have diverged */
  bands: readonly Band[];
  /** the median, our run, …; their epochs are their own */
  courses: readonly Course[];
  /** single values, such as those that the paper prints */
  marks?: readonly MarkedPoint[];
  /** the first and last epoch shown */
  window: readonly [number, number];
  description: string;
}

const COLOUR: ColourName = "test-error";

/** px */
const TALLEST = 360;

/** Bands over epochs, lines on them and marked values. */
function bandsDrawing(chart: Bands, width: number): Drawing {
  const {scale, epochs, bands, courses, marks = []} = chart;
  const columns = Math.max(1, Math.round(width));
  const cut = (series: EpochValues) => decimate(series, chart.window, columns);
  const edges = bands.map((band) => {
    const {low, high} = finitePart(band);
    return {low: cut({values: low, epochs}), high: cut({values: high, epochs})};
  });
  const lines = courses.map(cut);
  const held = [
    ...[...edges.flatMap(({low, high}) => [...low, ...high]), ...lines.flat()]
      .map(([, value]) => value)
      .filter((value) => value !== BEYOND),
    ...marks.map(({value}) => value)
  ];
  const legend: LegendEntry[] = [
    ...courses.flatMap(({label, style}) => (label ? [{mark: "line", style, label} as const] : [])),
    ...bands.map(({label}, i) => {
      const style = {colour: COLOUR, dash: undefined, opacity: 1 - (1 - OPACITY) ** (i + 1)};
      return {mark: "band", style, label} as const;
    })
  ];
  return {
    axes: {
      x: {kind: "epochs", domain: chart.window, label: "epoch"},
      y: {kind: scale, domain: padded(extentOfValues(held, scale), scale), label: chart.label}
    },
    legend: [legend],
    labelRoom: 0,
    description: chart.description,
    inside: (plot) => [
      ...edges.map(({low, high}, i) => area(plot, low, high, {"data-series": bands[i]!.label, fill: colour(COLOUR)})),
      ...lines.map((points, i) => line(plot, points, courses[i]!.style, {"data-series": courses[i]!.name}))
    ],
    above: (plot) => drawMarkedPoints(plot, marks, lines)
  };
}

/** Draws bands over epochs. */
export function drawBands(
  name: Omit<DrawingName, "kind">,
  bands: Bands,
  {
    document,
    width,
    height = Math.min(chartHeight(width), TALLEST)
  }: Omit<ChartOptions, "height" | "idPrefix"> & {height?: number}
): SVGSVGElement {
  return drawChart({...name, kind: "bands"}, bandsDrawing(bands, width), {document, width, height});
}
