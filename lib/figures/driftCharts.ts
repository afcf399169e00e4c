import type {Drift} from "../evidence/drift.js";
import {chartHeight, drawChart} from "./chart.js";
import type {Point} from "./curve.js";
import type {Drawing, Plot} from "./drawing.js";
import type {LegendEntry} from "./legend.js";
import {line} from "./line.js";
import {dot} from "./mark.js";
import {formatMeasured} from "./numberFormat.js";
import {padded, type Axis} from "./scales.js";
import type {LineStyle} from "./theme.js";

/** What the charts of a drift call the course that parts from ours, and why it does. */
export interface DriftNames {
  /** how the legend calls the other course */
  other: string;
  /** what a description begins with, such as `Caused by …,` */
  cause: string;
}

const OURS: LineStyle = {colour: "test-error", dash: undefined};
const OTHER: LineStyle = {colour: "ink", dash: "4.5 2.5"};
const DIFFERENCE: LineStyle = {colour: "ink", dash: undefined};

/**
 * Draws how two courses of a run part: their errors in one chart, and the difference of their weights in another, each
 * with its own title, on the same axis of epochs.
 */
export function drawDrift(
  drift: Drift,
  {other, cause}: DriftNames,
  {document, width}: {document: Document; width: number}
): SVGSVGElement[] {
  const size = {document, width, height: chartHeight(width)};
  return [
    drawChart(
      {id: "drift-error", kind: "error", letter: "a", title: "Test error of both courses"},
      errors(drift, other),
      size
    ),
    drawChart(
      {id: "drift-difference", kind: "error", letter: "b", title: "Largest difference of a weight"},
      difference(drift, cause),
      size
    )
  ];
}

function errors({error: [ours, theirs]}: Drift, other: string): Drawing {
  const epochs = ours.length - 1;
  const both = [
    {values: ours, style: OURS, label: "ours", name: "ours"},
    {values: theirs, style: OTHER, label: other, name: "other"}
  ];
  const legend = both.map(({style, label, values}): LegendEntry[] => [
    {mark: "line", style, label},
    {mark: "dot", style, label: `last ${formatMeasured(values[epochs]!)}`}
  ]);
  return {
    axes: {
      x: epochAxis(epochs),
      y: logAxis(
        both.flatMap(({values}) => positive(values)),
        "error"
      )
    },
    legend,
    labelRoom: 0,
    description: `The test error over ${epochs} epochs of two courses that begin alike, on a logarithmic axis: the last is ${formatMeasured(ours[epochs]!)} for ours and ${formatMeasured(theirs[epochs]!)} for the other.`,
    inside: (plot) => both.map(({values, style, name}) => line(plot, points(values), style, {"data-series": name})),
    above: ({document, x, y}: Plot) =>
      both
        .filter(({values}) => values[epochs]! > 0)
        .map(({values, style}) => dot(document, x(epochs), y(values[epochs]!), style))
  };
}

function difference({difference}: Drift, cause: string): Drawing {
  const epochs = difference.length - 1;
  const values = positive(difference);
  const first = difference.findIndex((value) => value > 0);
  const words =
    values.length === 0
      ? `${cause} there is none: both courses are the same to the last bit.`
      : `${cause} it is ${formatMeasured(difference[first]!)} in epoch ${first} and at most ${formatMeasured(values.reduce((a, b) => Math.max(a, b)))}.`;
  return {
    axes: {x: epochAxis(epochs), y: logAxis(values.length > 0 ? [...values, 1] : [1e-17, 1], "difference")},
    legend: [],
    labelRoom: 0,
    description: `The largest difference of a weight between the two courses over ${epochs} epochs, on a logarithmic axis: ${words}`,
    inside: (plot) => [line(plot, points(difference), DIFFERENCE, {"data-series": "difference"})],
    above: () => []
  };
}

function epochAxis(epochs: number): Axis {
  return {kind: "epochs", domain: [0, epochs], label: "epoch"};
}

function logAxis(values: readonly number[], label: string): Axis {
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  return {kind: "log", domain: padded(least <= most ? [least, most] : undefined, "log"), label};
}

/** What a logarithmic axis can show. */
function positive(values: Float64Array): number[] {
  return [...values].filter((value) => value > 0 && value < Infinity);
}

function points(values: Float64Array): Point[] {
  return Array.from(values, (value, epoch) => [epoch, value > 0 ? value : NaN]);
}
