import {printedValues, type EnsembleData} from "../evidence/ensembleData.js";
import {agrees} from "../evidence/printed.js";
import {finiteValues} from "../evidence/sweeps/statistics.js";
import {drawBands, type Bands} from "./charts/bands.js";
import {drawDistributions, type Distribution} from "./charts/distribution.js";
import type {DistributionRow} from "./charts/distributionRow.js";
import type {MarkedPoint, MarkedValue} from "./charts/marks.js";
import {formatEpoch, formatMeasured, formatPrinted} from "./numberFormat.js";
import {extentOfValues, padded} from "./scales.js";
import type {LineStyle} from "./theme.js";

/** The drawings of an ensemble: bands for a wide screen and for a narrow one, and the distributions. */
export interface EnsembleDrawings {
  wide: SVGSVGElement;
  narrow: SVGSVGElement;
  distributions: SVGSVGElement[];
}

export interface EnsembleOptions {
  document: Document;
  /** of a distribution (px); the bands are drawn twice, as wide as two and the gap between them, and as wide as one */
  width: number;
  gap: number;
  /** unique on the page */
  id: string;
  /** the first epoch that the bands are shown for */
  from: number;
}

/** px, of the chart with the bands */
const HEIGHT = 320;

const OURS: LineStyle = {colour: "ink", dash: undefined};
const MEDIAN: LineStyle = {colour: "test-error", dash: undefined};

/** Draws an ensemble: the bands of its test error over the epochs, and the distributions of what it comes to. */
export function drawEnsemble(data: EnsembleData, {document, width, gap, id, from}: EnsembleOptions): EnsembleDrawings {
  const bands = bandsOf(data, from);
  const title = {letter: "a", title: "Test error"};
  const errors = [row(data, "lastTestLoss", "last test error"), row(data, "lowestTestLoss", "lowest test error")];
  const epochs = [
    row(data, "lowestTestEpoch", "epoch of the lowest test error"),
    row(data, "onset", "onset of instability")
  ].filter(({values}) => Array.from(values).some(Number.isFinite));
  const distributions = (letter: string, title: string, charts: Omit<Distribution, "unit">[]) =>
    drawDistributions(
      {id: `${id}-${letter}`, letter, title},
      charts.map((chart) => ({...chart, unit: "run"})),
      {document, width}
    );
  return {
    wide: drawBands({id: `${id}-bands`, ...title}, bands, {document, width: 2 * width + gap, height: HEIGHT}),
    narrow: drawBands({id: `${id}-bands-narrow`, ...title}, bands, {document, width}),
    distributions: [
      distributions(
        "b",
        "Last and lowest test error",
        errors.map((row) => ({label: "error", scale: "log", rows: [row], ...errorDomain(row)}))
      ),
      ...(epochs.length > 0
        ? [
            distributions(
              "c",
              "When",
              epochs.map((row) => ({
                label: "epoch",
                scale: "epochs",
                rows: [row],
                ...epochDomain(row, data.parameters.epochs)
              }))
            )
          ]
        : [])
    ]
  };
}

/** Errors of runs that are nearer to each other than by this factor are not spread over a whole axis. */
const CLOSE = 1.001;

/** Errors that hardly differ stay together: what the paper's rounding of a printed number makes is no difference. */
function errorDomain(row: DistributionRow): Pick<Distribution, "domain"> {
  const [least, most] = extentOfValues(Array.from(row.values), "log") ?? [1, Infinity];
  const [low, high] = extentOfValues(valuesOf(row), "log") ?? [1, Infinity];
  return most / least < CLOSE ? {domain: [low / 2, high * 2]} : {};
}

/** Epochs that hardly differ are shown where they lie in the run. */
function epochDomain(row: DistributionRow, epochs: number): Pick<Distribution, "domain"> {
  const [low, high] = extentOfValues(valuesOf(row), "linear") ?? [0, Infinity];
  return high - low < epochs / 100 ? {domain: padded([0, epochs], "linear")} : {};
}

function valuesOf({values, marks = []}: DistributionRow): number[] {
  return [...Array.from(values), ...marks.map(({value}) => value)];
}

function bandsOf(data: EnsembleData, from: number): Bands {
  const {bands, testLoss, parameters} = data;
  if (!bands) throw new RangeError(`The ensemble of ${data.id} keeps no curves.`);
  const level = (share: number) => bands.values.map((values) => values[bands.levels.indexOf(share)] ?? Infinity);
  const last = bands.epochs.at(-1)!;
  const [low, middle, high] = [0, 0.5, 1].map((share) => level(share).at(-1)!);
  const end = Number.isFinite(low)
    ? `At the end it is between ${formatMeasured(low!)} and ${formatMeasured(high!)}, in the median ${formatMeasured(middle!)}.`
    : "At the end it is finite in no run.";
  return {
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
      {name: "ours", label: "ours", style: OURS, epochs: testLoss.epochs, values: testLoss.values}
    ],
    marks: paperPoints(data),
    window: [from, parameters.epochs],
    description: `Quantiles of the test error over ${formatEpoch(last)} epochs, on a logarithmic axis. ${end}`
  };
}

function row(data: EnsembleData, column: string, label: string): DistributionRow {
  const values = finiteValues(data, column);
  const missing = data.runs.length - values.length;
  const text = column === "lowestTestEpoch" || column === "onset" ? formatEpoch : formatMeasured;
  const own = (column === "onset" ? data.onset : data.summary[column as keyof EnsembleData["summary"]]) ?? NaN;
  // A printed number that ours rounds to stands for the same place, not for one at its last digit.
  const isOurs = ({printed}: {printed: string}) => agrees(own, {key: column, printed});
  const printed = printedValues(data.paper, column);
  const ours: MarkedValue[] = Number.isFinite(own)
    ? [{value: own, label: `${printed.some(isOurs) ? "ours and paper" : "ours"} ${text(own)}`, shape: "ours"}]
    : [];
  const paper = printed
    .filter((row) => !isOurs(row))
    .map(({printed}): MarkedValue => ({
      value: Number(printed),
      label: `paper ${formatPrinted(printed)}`,
      shape: "paper"
    }));
  return {
    name: column,
    label,
    values: [...values, ...Array<number>(missing).fill(NaN)],
    marks: [...paper, ...ours]
  };
}

/** What the paper prints of the curve: its lowest value, where it says when, and its last. */
function paperPoints(data: EnsembleData): MarkedPoint[] {
  const point = (epoch: number, printed: string): MarkedPoint => ({
    epoch,
    value: Number(printed),
    label: `paper ${formatPrinted(printed)}`,
    shape: "paper"
  });
  const [lowest, when, last] = ["lowestTestLoss", "lowestTestEpoch", "lastTestLoss"].map(
    (quantity) => printedValues(data.paper, quantity)[0]
  );
  return [
    ...(lowest && when ? [point(Number(when.printed), lowest.printed)] : []),
    ...(last ? [point(data.parameters.epochs, last.printed)] : [])
  ];
}
