import type {Weights} from "./weights.js";

/**
 * The course of a run: one record for each epoch, in the order that the digest is defined over (arithmetic, "The digest
 * of a run"): test loss, training loss, U row by row, V, and, except in the last record, the gradients in the same order.
 * `records` holds these numbers and nothing else, so the digest of a run is the SHA-256 of its bytes.
 *
 * A thinned history keeps the records of the epochs 0, n, 2n, … and of the last one. The digest is that of all records.
 */
export interface History {
  /** h, the bias unit included */
  hidden: number;
  /** the number of steps; a history that is not thinned has one record more */
  epochs: number;
  /** n where the history is thinned; without it, 1 */
  every?: number;
  /** `[rowCount(history)][recordLength(hidden)]`, row-major, short of the last record's gradients */
  records: Float64Array;
}

/** The number of weights of a perceptron with h hidden units: 2 (h - 1) in U and h in V. */
export function weightCount(hidden: number): number {
  return 3 * hidden - 2;
}

/** The length of a full record: two losses, the weights, their gradients. */
export function recordLength(hidden: number): number {
  return 2 + 2 * weightCount(hidden);
}

/** How many records a history keeps. */
export function rowCount({epochs, every = 1}: Pick<History, "epochs" | "every">): number {
  return Math.ceil(epochs / every) + 1;
}

/** The epoch of a history's row: the multiples of `every`, and the last epoch. */
export function epochOf({epochs, every = 1}: Pick<History, "epochs" | "every">, row: number): number {
  return Math.min(row * every, epochs);
}

/** How many numbers a history of so many epochs holds. */
export function recordsLength(hidden: number, epochs: number, every = 1): number {
  return rowCount({epochs, every}) * recordLength(hidden) - weightCount(hidden);
}

/** The names of the weights in the order of a record: U_0_0, U_0_1, U_1_0, …, V_0, …, V_(h-1). */
export function weightNames(hidden: number): string[] {
  const U = Array.from({length: 2 * (hidden - 1)}, (_, i) => `U_${i >> 1}_${i & 1}`);
  const V = Array.from({length: hidden}, (_, k) => `V_${k}`);
  return [...U, ...V];
}

/** The names of a record's columns: test_loss, train_loss, the weights, and the gradients as grad_U_0_0, …, grad_V_0, …. */
export function columnNames(hidden: number): string[] {
  const names = weightNames(hidden);
  return ["test_loss", "train_loss", ...names, ...names.map((name) => `grad_${name}`)];
}

/**
 * One column of a history, an entry a row, which is an epoch unless the history is thinned; a gradient's column is one
 * entry shorter.
 * @throws RangeError if the run has no such column
 */
export function column(history: History, name: string): Float64Array {
  const {hidden, records} = history;
  const offset = columnNames(hidden).indexOf(name);
  if (offset < 0) throw new RangeError(`A run with ${hidden} hidden units has no column “${name}”.`);
  const stride = recordLength(hidden);
  const length = Math.ceil((records.length - offset) / stride);
  return Float64Array.from({length}, (_, row) => records[row * stride + offset]!);
}

/**
 * The weights of an epoch, before its step.
 * @throws RangeError if the history does not reach the epoch, or did not keep it
 */
export function weightsAt(history: History, epoch: number): Weights {
  const {hidden, epochs, every = 1, records} = history;
  if (!Number.isInteger(epoch) || epoch < 0 || epoch > epochs)
    throw new RangeError(`Epoch ${epoch} does not exist: the run has the epochs 0 to ${epochs}.`);
  const row = Math.ceil(epoch / every);
  if (epochOf(history, row) !== epoch)
    throw new RangeError(
      `Epoch ${epoch} was not kept: take a multiple of ${every}, the last epoch, or another history.`
    );
  const start = row * recordLength(hidden) + 2;
  const middle = start + 2 * (hidden - 1);
  return {hidden, U: records.slice(start, middle), V: records.slice(middle, middle + hidden)};
}
