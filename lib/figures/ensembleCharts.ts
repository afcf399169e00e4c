import type {SweepBands} from "../evidence/sweeps/sweepResults.js";
import type {Polyline} from "../experiments/polyline.js";
import {drawBands, type Bands} from "./charts/bands.js";
import {drawDistributions} from "./charts/distribution.js";
import type {DistributionRow} from "./charts/distributionRow.js";
import type {MarkedPoint} from "./charts/marks.js";
import {formatMeasured} from "./numberFormat.js";
import {extentOfValues, padded} from "./scales.js";
import type {LineStyle} from "./theme.js";

/** What the charts of an ensemble are made of. */
export interface EnsembleFigure {
  /** unique on the page */
  id: string;
  bands: SweepBands;
  /** the test error of the run by the definition */
  ours: Polyline;
  /** what the paper prints of its curve */
  paper: readonly MarkedPoint[];
  /** the first and last epoch that the bands are shown for */
  window: readonly [number, number];
  /** rows, each on an axis of errors, and rows, each on one of epochs */
  errors: readonly DistributionRow[];
  epochs: readonly DistributionRow[];
}

/** The drawings of an ensemble: bands for a wide screen and for a narrow one, and the distributions. */
export interface EnsembleDrawings {
  wide: SVGSVGElement;
  narrow: SVGSVGElement;
  distributions: SVGSVGElement[];
}

/** px, of the chart with the bands */
const HEIGHT = 320;

const OURS: LineStyle = {colour: "ink", dash: undefined};
const MEDIAN: LineStyle = {colour: "test-error", dash: undefined};

/**
 * Draws an ensemble: the bands of its test error over the epochs, and the distributions of what it comes to.
 * @param width of a distribution (px); the bands are drawn twice, as wide as two and the gap between them, and for a
 * narrow screen as wide as one
 */
export function drawEnsemble(
  {id, bands, ours, paper, window, errors, epochs}: EnsembleFigure,
  {document, width, gap}: {document: Document; width: number; gap: number}
): EnsembleDrawings {
  const level = (share: number) => bands.values.map((values) => values[bands.levels.indexOf(share)] ?? Infinity);
  const last = bands.epochs.at(-1)!;
  const [low, middle, high] = [0, 0.5, 1].map((share) => formatMeasured(level(share).at(-1)!));
  const curves: Bands = {
    label: "error",
    scale: "log",
    epochs: bands.epochs,
    bands: [
      {label: "all", low: level(0), high: level(1)},
      {label: "90 %", low: level(0.05), high: level(0.95)},
      {label: "50 %", low: level(0.25), high: level(0.75)}
    ],
    courses: [
      {name: "median", label: "median", style: MEDIAN, epochs: bands.epochs, values: level(0.5)},
      {name: "ours", label: "ours", style: OURS, epochs: ours.epochs, values: ours.values}
    ],
    marks: paper,
    window,
    description: `Quantiles of the test error over ${last} epochs, on a logarithmic axis. At the end it is between ${low} and ${high}, in the median ${middle}.`
  };
  const title = {letter: "a", title: "Test error"};
  const distribution = (letter: string, title: string, rows: readonly DistributionRow[], scale: "epochs" | "log") =>
    drawDistributions(
      {id: `${id}-${letter}`, letter, title},
      rows.map((row) => ({
        label: scale === "log" ? "error" : "epoch",
        scale,
        rows: [row],
        unit: "run",
        ...(scale === "epochs" ? {domain: epochsAround(row)} : {})
      })),
      {document, width}
    );
  return {
    wide: drawBands({id: `${id}-bands`, ...title}, curves, {document, width: 2 * width + gap, height: HEIGHT}),
    narrow: drawBands({id: `${id}-bands-narrow`, ...title}, curves, {document, width}),
    distributions: [
      distribution("b", "Last and lowest test error", errors, "log"),
      ...(epochs.length > 0 ? [distribution("c", "When", epochs, "epochs")] : [])
    ]
  };
}

/** An axis of epochs that holds a row's values and marks; it is never so short that its ticks would be fractions. */
function epochsAround({values, marks = []}: DistributionRow): readonly [number, number] {
  const held = extentOfValues([...Array.from(values), ...marks.map(({value}) => value)], "linear") ?? [0, 0];
  return held[1] - held[0] < 4 ? [held[0] - 2, held[1] + 2] : padded(held, "linear");
}
