import {bisectRight} from "d3-array";
import type {Polyline} from "../experiments/polyline.js";
import type {Snapshot} from "../experiments/snapshot.js";
import {columnNames, recordLength, weightNames, weightsAt, type History} from "../model/history.js";
import type {Weights} from "../model/weights.js";
import type {Curve, FigureData} from "./panel.js";

/** A point of a curve: epoch and value. */
export type Point = readonly [number, number];

/** In a window of at most so many epochs every recorded value is drawn, if the history is at hand. */
const EXACT_WINDOW = 2000;

/**
 * The snapshot of a run.
 * @throws RangeError if the figure's data do not hold it
 */
export function snapshotOf(data: FigureData, run: string): Snapshot {
  const snapshot = data.runs[run];
  if (!snapshot) throw new RangeError(`The data of figure ${data.figure} lack the run ${run}: build them again.`);
  return snapshot;
}

function polylineOf(data: FigureData, {run, column}: Curve): Polyline {
  const line = snapshotOf(data, run).series[column];
  if (!line)
    throw new RangeError(`The data of figure ${data.figure} lack ${column} of the run ${run}: build them again.`);
  return line;
}

/** Losses are drawn, and so read between two vertices, on a logarithmic scale. */
function isLoss(column: string): boolean {
  return column.endsWith("_loss");
}

/** The last epoch at which a curve can be drawn; -1 if there is none. Beyond it the run's values are not finite. */
export function lastDrawable(data: FigureData, curve: Curve): number {
  return polylineOf(data, curve).epochs.at(-1) ?? -1;
}

/**
 * The value of a curve at an epoch: exact where the history is at hand, else read from the polyline and so within its
 * bound. NaN where the run's value is not finite.
 */
export function valueAt(data: FigureData, curve: Curve, epoch: number): number {
  const history = data.exact?.[curve.run];
  if (history) return recorded(history, curve.column, epoch);
  const {epochs, values} = polylineOf(data, curve);
  const right = bisectRight(epochs, epoch);
  const [e0, e1] = [epochs[right - 1], epochs[right]];
  if (e0 === undefined || (e1 === undefined && epoch > e0)) return NaN;
  const [v0, v1] = [values[right - 1]!, values[right]];
  if (e1 === undefined || v1 === undefined || epoch === e0) return v0;
  const share = (epoch - e0) / (e1 - e0);
  return isLoss(curve.column) ? v0 ** (1 - share) * v1 ** share : v0 + (v1 - v0) * share;
}

function recorded({hidden, epochs, records}: History, column: string, epoch: number): number {
  const offset = columnNames(hidden).indexOf(column);
  const value = epoch >= 0 && epoch <= epochs ? records[epoch * recordLength(hidden) + offset] : undefined;
  return value !== undefined && Number.isFinite(value) ? value : NaN;
}

/** The points of a curve that a drawing of this window of epochs needs: those inside and one beyond each edge. */
export function pointsOf(data: FigureData, curve: Curve, [from, to]: readonly [number, number]): Point[] {
  const {epochs, values} = polylineOf(data, curve);
  const history = data.exact?.[curve.run];
  if (history && to - from <= EXACT_WINDOW) {
    const first = Math.max(0, Math.floor(from) - 1);
    const last = Math.min(lastDrawable(data, curve), Math.ceil(to) + 1);
    return Array.from({length: Math.max(0, last - first + 1)}, (_, i) => [
      first + i,
      recorded(history, curve.column, first + i)
    ]);
  }
  const first = Math.max(0, bisectRight(epochs, from) - 1);
  return epochs.slice(first, bisectRight(epochs, to) + 1).map((epoch, i) => [epoch, values[first + i]!]);
}

/** The smallest and largest value of some curves within a window of epochs; undefined if none can be drawn there. */
export function extentOf(
  data: FigureData,
  curves: readonly Curve[],
  window: readonly [number, number]
): Point | undefined {
  let least = Infinity;
  let most = -Infinity;
  for (const curve of curves) {
    const inside = pointsOf(data, curve, window).filter(([epoch]) => epoch >= window[0] && epoch <= window[1]);
    const edges = window.map((epoch) => valueAt(data, curve, epoch)).filter(Number.isFinite);
    for (const value of [...inside.map(([, value]) => value), ...edges]) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }
  return least <= most ? [least, most] : undefined;
}

/**
 * A run's weights at an epoch: exact from its history, or where the snapshot holds them; else from the polylines.
 * Undefined if the figure's data hold neither.
 */
export function weightsOf(data: FigureData, run: string, epoch: number): Weights | undefined {
  const history = data.exact?.[run];
  if (history) return weightsAt(history, epoch);
  const {parameters, weights, milestones, series} = snapshotOf(data, run);
  const {hidden} = parameters;
  const known = [weights.last, weights.lowest, ...milestones].find((one) => one.epoch === epoch);
  if (known) return {hidden, U: Float64Array.from(known.U, finite), V: Float64Array.from(known.V, finite)};
  const names = weightNames(hidden);
  if (!names.every((column) => series[column])) return undefined;
  const values = Float64Array.from(names, (column) => valueAt(data, {run, column}, epoch));
  return {hidden, U: values.slice(0, 2 * (hidden - 1)), V: values.slice(2 * (hidden - 1))};
}

/** JSON has null where a number was not finite. */
function finite(value: number | null): number {
  return value ?? NaN;
}
