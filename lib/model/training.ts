import {logisticBlock} from "../numerics/logistic.js";
import type {Dataset} from "./dataset.js";
import {recordLength, weightCount} from "./history.js";
import type {Weights} from "./weights.js";

/**
 * Full-batch gradient descent in progress: it advances from epoch to epoch and records each. The work is done in slices,
 * so that its caller can pause wherever they meet: a call of `next` does one, and `done` says that it was the last.
 */
export interface Training {
  /** the epoch that the current weights belong to */
  readonly epoch: number;
  /** the current weights, U row by row; they may be written while no slice is left undone */
  readonly U: Float64Array;
  readonly V: Float64Array;
  /** the learning rate of the next step; likewise */
  rate: number;
  /**
   * Writes the records of `count` epochs to `records`, from its start on, and takes the step that follows each.
   * `records` has `count * recordLength(h)` entries.
   */
  advance(records: Float64Array, count: number): Iterator<void>;
  /** Writes the record of the current epoch without its gradients (`2 + weightCount(h)` entries), and takes no step. */
  finish(records: Float64Array): Iterator<void>;
}

/** Does all slices at once. */
export function complete(slices: Iterator<void>): void {
  while (!slices.next().done);
}

/** About so many pairs of a point and a hidden unit make a slice: some 5 to 20 milliseconds. */
const SLICE = 400_000;

/** Points are taken so many at a time: a block's activations of all hidden units stay in the processor's first cache. */
const BLOCK = 256;

/**
 * Gradient descent on the training set from the given weights, which are copied. The forward pass over the training set
 * serves the loss of an epoch and its gradient alike, so an epoch costs one pass.
 *
 * Every operation and its order are those of the arithmetic's definition: the output starts with its first product and
 * adds the others in the order of the units, every sum over points has one accumulator and runs in the order of points.
 * Working unit by unit within a block changes which sum is advanced first, never the order within a sum.
 * @param rate the learning rate of the first step, finite
 */
export function training(initial: Weights, train: Dataset, test: Dataset, rate: number): Training {
  const {hidden} = initial;
  const U = Float64Array.from(initial.U);
  const V = Float64Array.from(initial.V);
  const GU = new Float64Array(U.length);
  const GV = new Float64Array(V.length);
  const H = Array.from({length: hidden - 1}, () => new Float64Array(BLOCK));
  const z = new Float64Array(BLOCK);
  const error = new Float64Array(BLOCK);
  let epoch = 0;
  let passed = 0;

  /** Fills H and `error` = o - y for the points from..from + n - 1. */
  function forward({x, y}: Dataset, from: number, n: number): void {
    for (let k = 0; k < hidden - 1; ++k) {
      const u0 = U[2 * k]!;
      const u1 = U[2 * k + 1]!;
      for (let i = 0; i < n; ++i) z[i] = u0 * x[from + i]! + u1;
      const Hk = H[k]!;
      logisticBlock(z, Hk, n);
      const v = V[k]!;
      if (k === 0) for (let i = 0; i < n; ++i) error[i] = v * Hk[i]!;
      else for (let i = 0; i < n; ++i) error[i] = error[i]! + v * Hk[i]!;
    }
    const bias = V[hidden - 1]!;
    for (let i = 0; i < n; ++i) error[i] = error[i]! + bias - y[from + i]!;
  }

  /** Adds the block's share of the gradient sums, equations (1) and (2), to GU and GV. */
  function backward({x}: Dataset, from: number, n: number): void {
    for (let k = 0; k < hidden - 1; ++k) {
      const Hk = H[k]!;
      const v = V[k]!;
      let gv = GV[k]!;
      let gu0 = GU[2 * k]!;
      let gu1 = GU[2 * k + 1]!;
      for (let i = 0; i < n; ++i) {
        const e = error[i]!;
        const h = Hk[i]!;
        gv += e * h;
        const d = e * v * h * (1 - h);
        gu0 += d * x[from + i]!;
        gu1 += d;
      }
      GV[k] = gv;
      GU[2 * k] = gu0;
      GU[2 * k + 1] = gu1;
    }
    let gv = GV[hidden - 1]!;
    for (let i = 0; i < n; ++i) gv += error[i]!;
    GV[hidden - 1] = gv;
  }

  /** The loss of a data set; with `gradient` also the sums GU and GV. */
  function* pass(data: Dataset, gradient: boolean): Generator<void, number> {
    const N = data.x.length;
    let sum = 0;
    for (let from = 0; from < N; from += BLOCK) {
      const n = Math.min(BLOCK, N - from);
      forward(data, from, n);
      for (let i = 0; i < n; ++i) {
        const e = error[i]!;
        sum += (e * e) / 2;
      }
      if (gradient) backward(data, from, n);
      passed += n * hidden;
      if (passed < SLICE) continue;
      passed = 0;
      yield;
    }
    return sum / N;
  }

  function* record(records: Float64Array, start: number, gradient: boolean): Generator<void> {
    GU.fill(0);
    GV.fill(0);
    records[start] = yield* pass(test, false);
    records[start + 1] = yield* pass(train, gradient);
    records.set(U, start + 2);
    records.set(V, start + 2 + U.length);
  }

  function step(records: Float64Array, start: number): void {
    const N = train.x.length;
    for (let i = 0; i < U.length; ++i) {
      records[start + i] = GU[i]! / N;
      U[i] = U[i]! - (rate * GU[i]!) / N;
    }
    for (let k = 0; k < V.length; ++k) {
      records[start + U.length + k] = GV[k]! / N;
      V[k] = V[k]! - (rate * GV[k]!) / N;
    }
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
        yield* record(records, i * length, true);
        step(records, i * length + 2 + weightCount(hidden));
        ++epoch;
      }
      canonicaliseNaN(records, count * length);
    },
    *finish(records) {
      yield* record(records, 0, false);
      canonicaliseNaN(records, 2 + weightCount(hidden));
    }
  };
}

/** Gives every NaN among the first n entries the one pattern that the arithmetic allows, 0x7ff8000000000000. */
export function canonicaliseNaN(records: Float64Array, n: number): void {
  let bits: BigUint64Array | undefined;
  for (let i = 0; i < n; ++i) {
    const value = records[i]!;
    if (value === value) continue;
    bits ??= new BigUint64Array(records.buffer, records.byteOffset, records.length);
    bits[i] = 0x7ff8000000000000n;
  }
}
