import {bisectLeft, bisectRight} from "d3-array";
import type {Point} from "./curve.js";

/** Numbers over epochs: a whole run has one an epoch, a thinned or growing one need not. */
export interface EpochValues {
  values: ArrayLike<number>;
  /** ascending, one for each value; without them the i-th value is that of epoch i */
  epochs?: ArrayLike<number> | undefined;
}

/**
 * The points that draw a series as well as all of them would: of each column of pixels the first, the least, the largest
 * and the last value (M4: Jugel, Jerzak, Hackenbroich and Markl, "M4: a visualization-oriented time series data
 * aggregation", 2014), in the order of epochs. One pass without any other work, so a growing run can be drawn again and
 * again. Values that are not finite become one NaN, at which a line pauses.
 * @param window the first and last epoch shown; one value beyond each edge is kept, so that a line reaches the edge
 * @param columns how many columns the window is cut into
 */
export function decimate({values, epochs}: EpochValues, window: readonly [number, number], columns: number): Point[] {
  const [from, to] = window;
  const all = values.length;
  const epochOf = (i: number) => (epochs ? epochs[i]! : i);
  const end = Math.min(all, firstFrom(epochs, 0, all, to, true) + 1);
  const points: Point[] = [];
  let gap = true;
  let start = Math.max(0, firstFrom(epochs, 0, all, from, false) - 1);
  for (let column = 0; column < columns && start < end; ++column) {
    const boundary = from + ((to - from) * (column + 1)) / columns;
    const next = column === columns - 1 ? end : firstFrom(epochs, start, end, boundary, false);
    let [low, high] = [-1, -1];
    let [least, most] = [Infinity, -Infinity];
    // Neither comparison holds for NaN; an infinity is found by this sum, which a number that is not finite makes NaN.
    let trace = 0;
    for (let i = start; i < next; ++i) {
      const value = values[i]!;
      trace += value - value;
      if (value < least) {
        least = value;
        low = i;
      }
      if (value > most) {
        most = value;
        high = i;
      }
    }
    let [head, last, finite] = [start, next - 1, next - start];
    if (trace !== 0) ({low, high, head, last, finite} = finiteOnly(values, start, next));
    if (finite > 0) {
      let before = -1;
      for (const index of low < high ? [head, low, high, last] : [head, high, low, last]) {
        if (index > before) points.push([epochOf(index), values[index]!]);
        before = Math.max(before, index);
      }
      gap = false;
    }
    if (finite < next - start && !gap) {
      points.push([epochOf(next - 1), NaN]);
      gap = true;
    }
    start = next;
  }
  return points;
}

/** The places of the least, largest, first and last finite value of a column, and how many there are. */
function finiteOnly(values: ArrayLike<number>, start: number, end: number) {
  const found = {low: -1, high: -1, head: -1, last: -1, finite: 0};
  for (let i = start; i < end; ++i) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    if (found.finite === 0) found.low = found.high = found.head = i;
    if (value < values[found.low]!) found.low = i;
    if (value > values[found.high]!) found.high = i;
    found.last = i;
    found.finite += 1;
  }
  return found;
}

/** The index of the first value at or after an epoch, or after it only, among those from `low` to `high`; by halving. */
export function firstFrom(
  epochs: ArrayLike<number> | undefined,
  low: number,
  high: number,
  epoch: number,
  after: boolean
): number {
  if (!epochs) return Math.max(low, Math.min(high, after ? Math.floor(epoch) + 1 : Math.ceil(epoch)));
  return (after ? bisectRight : bisectLeft)(epochs, epoch, low, high);
}
