import type {Dataset} from "../model/dataset.js";
import {hessian} from "../model/hessian.js";
import {weightCount, weightsAt, type History} from "../model/history.js";
import {spectrum} from "../numerics/spectrum.js";

/** How steeply the training loss curves along a run. */
export interface SharpnessCourse {
  /** entry i belongs to epoch `every * i`; a course ends before the first epoch that has no finite Hessian */
  every: number;
  /** λ, the sharpness: the largest eigenvalue of the Hessian of the training loss */
  sharpness: Float64Array;
  /** the second largest eigenvalue */
  second: Float64Array;
  /** `[rows][weightCount(hidden)]`: the unit eigenvector of the sharpness, the leading direction */
  directions: Float64Array;
}

/** A longer run is looked at every few epochs only, so that about so many Hessians are enough. */
const ROWS = 1250;

/**
 * The sharpness along a run.
 * @param train the run's training set
 * @throws RangeError if the history is thinned
 */
export function sharpnessCourse(history: History, train: Dataset): SharpnessCourse {
  const {hidden, epochs} = history;
  const n = weightCount(hidden);
  const every = Math.ceil(epochs / ROWS);
  const rows = Math.floor(epochs / every) + 1;
  const course = {
    every,
    sharpness: new Float64Array(rows),
    second: new Float64Array(rows),
    directions: new Float64Array(rows * n)
  };
  let row = 0;
  for (; row < rows; ++row) {
    const matrix = hessian(weightsAt(history, row * every), train);
    if (!matrix.every(Number.isFinite)) break;
    const {values, leading} = spectrum(matrix, n);
    if (!values.every(Number.isFinite)) break;
    course.sharpness[row] = values[n - 1]!;
    course.second[row] = values[n - 2]!;
    course.directions.set(leading, row * n);
  }
  const {sharpness, second, directions} = course;
  return {
    every,
    sharpness: sharpness.slice(0, row),
    second: second.slice(0, row),
    directions: directions.slice(0, row * n)
  };
}

/** The last epoch that a course reaches; negative if it has none. */
export function lastEpoch({every, sharpness}: SharpnessCourse): number {
  return (sharpness.length - 1) * every;
}

/** The sharpness at an epoch that the course reaches; between two rows on the straight line. */
export function sharpnessAt({every, sharpness}: SharpnessCourse, epoch: number): number {
  const row = Math.floor(epoch / every);
  const part = (epoch - row * every) / every;
  return part === 0 ? sharpness[row]! : sharpness[row]! + part * (sharpness[row + 1]! - sharpness[row]!);
}

/** The leading direction at an epoch that the course reaches: that of the nearest row. */
export function directionAt({every, sharpness, directions}: SharpnessCourse, epoch: number): Float64Array {
  const n = directions.length / sharpness.length;
  const row = Math.round(epoch / every);
  return directions.subarray(row * n, (row + 1) * n);
}
