import {recordLength, weightCount, type History} from "../../model/history.js";

/**
 * Of the epochs between two others, the part at which a curve turns: it rises to the epoch and falls from it, or the
 * reverse. 0 for a curve that only falls, 1 for one that goes up and down by turns.
 * @param from the first epoch, at least 1
 * @param to the last, which has a next one
 */
export function turnShare(curve: ArrayLike<number>, from: number, to: number): number {
  let turns = 0;
  for (let epoch = from; epoch <= to; ++epoch)
    if ((curve[epoch]! - curve[epoch - 1]!) * (curve[epoch + 1]! - curve[epoch]!) < 0) turns += 1;
  return turns / (to - from + 1);
}

/**
 * Of the epochs between two others, the part at which the step of all weights goes back: its scalar product with the step
 * before is negative, so gradient descent has gone past what it was heading for.
 * @param from the first epoch, at least 1
 * @param to the last, which has a next one
 */
export function reversalShare({hidden, records}: History, from: number, to: number): number {
  const stride = recordLength(hidden);
  let reversals = 0;
  for (let epoch = from; epoch <= to; ++epoch) {
    let product = 0;
    for (let i = epoch * stride + 2; i < epoch * stride + 2 + weightCount(hidden); ++i)
      product += (records[i]! - records[i - stride]!) * (records[i + stride]! - records[i]!);
    if (product < 0) reversals += 1;
  }
  return reversals / (to - from + 1);
}

/** Whether what turns, or goes back, at this part of the epochs oscillates: at more than half of them. */
export function oscillates(share: number): boolean {
  return share > 1 / 2;
}

/** The largest step of a curve from one epoch to the next, among these epochs. */
export function largestStep(curve: ArrayLike<number>, from: number, to: number): number {
  let largest = 0;
  for (let epoch = from; epoch < to; ++epoch) largest = Math.max(largest, Math.abs(curve[epoch + 1]! - curve[epoch]!));
  return largest;
}
