import {epochOf, recordLength, rowCount, weightNames, type History} from "../model/history.js";

/** Where and why a run's numbers cease to be finite. */
export interface Divergence {
  /** the first epoch whose test or training loss is not finite */
  epoch: number;
  /** what overflowed first: the weights themselves, or the squared errors of weights that are still finite */
  overflow: "weights" | "errors";
  /** the weight of the largest size in the last kept epoch before, and that epoch */
  largest: {name: string; value: number; epoch: number};
}

/**
 * How a run diverged.
 * @param epoch the first epoch whose loss is not finite; a thinned history need not keep it
 */
export function divergence(history: History, epoch: number): Divergence {
  const {every = 1, hidden, records} = history;
  const names = weightNames(hidden);
  const weight = (row: number, i: number) => records[row * recordLength(hidden) + 2 + i]!;
  const before = Math.max(0, Math.ceil(epoch / every) - 1);
  const at = Math.min(before + 1, rowCount(history) - 1);
  let largest = 0;
  for (const i of names.keys()) if (Math.abs(weight(before, i)) > Math.abs(weight(before, largest))) largest = i;
  const overflow = names.some((_, i) => epochOf(history, at) === epoch && !Number.isFinite(weight(at, i)));
  return {
    epoch,
    overflow: overflow ? "weights" : "errors",
    largest: {name: names[largest]!, value: weight(before, largest), epoch: epochOf(history, before)}
  };
}
