import {recordLength, weightCount, weightsAt, type History} from "../model/history.js";
import {standardData} from "../model/dataset.js";
import {complete, training} from "../model/training.js";
import {parseRunId} from "../experiments/parameters.js";
import {nextAbove} from "../numerics/nextAbove.js";

/** How two courses of one run part. */
export interface Drift {
  /** the test error of each, an entry an epoch */
  error: [one: Float64Array, other: Float64Array];
  /** the largest difference of any weight, an entry an epoch */
  difference: Float64Array;
}

/** The run that the reader sees part: calm for hundreds of epochs, then not. */
export const DRIFT_RUN = "f1-h3-rate1-epochs1000";

/** The smallest change that there is: a weight, by its place among U row by row and V, moves to the next binary64. */
export interface Nudge {
  epoch: number;
  weight: number;
}

/** V[1] after the first step. The same change before it, or in a weight of U, is rounded away within a few epochs. */
export const NUDGE: Nudge = {epoch: 1, weight: 5};

/**
 * Compares two histories epoch by epoch.
 * @throws RangeError if they are not of equal length and width
 */
export function driftOf(one: History, other: History): Drift {
  const {hidden, epochs} = one;
  if (hidden !== other.hidden || epochs !== other.epochs)
    throw new RangeError("Only two courses of the same run can be compared: give both the same parameters.");
  const stride = recordLength(hidden);
  const error = ({records}: History) => Float64Array.from({length: epochs + 1}, (_, i) => records[i * stride]!);
  const difference = Float64Array.from({length: epochs + 1}, (_, i) => {
    let largest = 0;
    for (let j = i * stride + 2; j < i * stride + 2 + weightCount(hidden); ++j)
      largest = Math.max(largest, Math.abs(one.records[j]! - other.records[j]!));
    return largest;
  });
  return {error: [error(one), error(other)], difference};
}

/**
 * The course of a run on standard data in which one weight was nudged.
 * @param id the run's
 * @param history that of the run as it is
 */
export function nudgedHistory(id: string, history: History, {epoch, weight}: Nudge): History {
  const {target, learningRate, epochs, hidden, trainSize, testSize} = parseRunId(id);
  const {train, test} = standardData(target, {trainSize, testSize});
  const stride = recordLength(hidden);
  const records = history.records.slice();
  const {U, V} = weightsAt(history, epoch);
  const nudged = Float64Array.of(...U, ...V);
  nudged[weight] = nextAbove(nudged[weight]!);
  const start = {hidden, U: nudged.slice(0, U.length), V: nudged.slice(U.length)};
  const descent = training(start, train, test, learningRate);
  complete(descent.advance(records.subarray(epoch * stride, epochs * stride), epochs - epoch));
  complete(descent.finish(records.subarray(epochs * stride)));
  return {hidden, epochs, records};
}
