import {recordLength, weightCount} from "./history.js";
import {canonicaliseNaN, type Training} from "./training.js";

/** What gradient descent does point by point, in an arithmetic of its own. */
export interface PointwiseDescent {
  /** as they are recorded; whoever writes them changes the weights */
  readonly U: Float64Array;
  readonly V: Float64Array;
  readonly trainSize: number;
  readonly testSize: number;
  /** Sets the sums of the loss and of the gradients to +0. */
  clear(): void;
  /** Adds the points from..to-1 of the test set to the loss. */
  test(from: number, to: number): void;
  /** Adds the points from..to-1 of the training set to the loss and to the gradients. */
  train(from: number, to: number): void;
  /** The sum of the loss divided by the number of points. */
  loss(size: number): number;
  /** Takes a step, and writes the gradients, U row by row, then V, from `start` on. */
  step(rate: number, records: Float64Array, start: number): void;
}

/**
 * A training of a descent that goes through the points one by one.
 * @param slice so many points are worked on before the caller may pause
 */
export function pointwiseTraining(descent: PointwiseDescent, slice: number, rate: number): Training {
  const {U, V, trainSize, testSize} = descent;
  const hidden = V.length;
  let epoch = 0;

  function* pass(add: (from: number, to: number) => void, size: number): Generator<void> {
    for (let from = 0; from < size; from += slice) {
      add(from, Math.min(from + slice, size));
      yield;
    }
  }

  function* record(records: Float64Array, start: number): Generator<void> {
    descent.clear();
    yield* pass(descent.test, testSize);
    records[start] = descent.loss(testSize);
    descent.clear();
    yield* pass(descent.train, trainSize);
    records[start + 1] = descent.loss(trainSize);
    records.set(U, start + 2);
    records.set(V, start + 2 + U.length);
  }

  return {
    U,
    V,
    get epoch() {
      return epoch;
    },
    get rate() {
      return rate;
    },
    set rate(value) {
      rate = value;
    },
    *advance(records, count) {
      const length = recordLength(hidden);
      for (let i = 0; i < count; ++i) {
        yield* record(records, i * length);
        descent.step(rate, records, i * length + 2 + weightCount(hidden));
        ++epoch;
      }
      canonicaliseNaN(records, count * length);
    },
    *finish(records) {
      yield* record(records, 0);
      canonicaliseNaN(records, 2 + weightCount(hidden));
    }
  };
}
