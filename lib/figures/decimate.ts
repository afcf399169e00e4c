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
  const end = values.length;
  const epochOf = (i: number) => (epochs ? epochs[i]! : i);
  const first = Math.max(0, firstFrom(epochs, end, from) - 1);
  const points: Point[] = [];
  let i = first;
  let gap = true;
  for (let column = 0; i < end && column <= columns; ++column) {
    const boundary = column === columns ? Infinity : from + ((to - from) * (column + 1)) / columns;
    const start = i;
    let [low, high, last] = [-1, -1, -1];
    let broken = false;
    for (; i < end; ++i) {
      const epoch = epochs ? epochs[i]! : i;
      if (epoch >= boundary && !(column === columns - 1 && epoch <= to)) break;
      const value = values[i]!;
      if (value - value !== 0) broken = true;
      else {
        if (low < 0 || value < values[low]!) low = i;
        if (high < 0 || value > values[high]!) high = i;
        last = i;
      }
      if (epoch > to) {
        i = end;
        break;
      }
    }
    if (low >= 0) {
      let head = start;
      while (values[head]! - values[head]! !== 0) ++head;
      let before = -1;
      for (const index of low < high ? [head, low, high, last] : [head, high, low, last]) {
        if (index > before) points.push([epochOf(index), values[index]!]);
        before = Math.max(before, index);
      }
      gap = false;
    }
    if (broken && !gap) {
      points.push([epochOf(Math.min(i, end) - 1), NaN]);
      gap = true;
    }
  }
  return points;
}

/** The index of the first value at or after an epoch, by halving. */
function firstFrom(epochs: ArrayLike<number> | undefined, length: number, epoch: number): number {
  if (!epochs) return Math.max(0, Math.min(length, Math.ceil(epoch)));
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (epochs[middle]! < epoch) low = middle + 1;
    else high = middle;
  }
  return low;
}
