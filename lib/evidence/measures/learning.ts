/** What becomes of an error in the last part of a run decides whether it stagnates: its last fifth. */
export const LATE = 1 / 5;

/** By which part of itself an error falls over the last fifth of the epochs. */
export function lateImprovement(losses: ArrayLike<number>): number {
  const last = losses.length - 1;
  return 1 - losses[last]! / losses[Math.round((1 - LATE) * last)]!;
}

/** The first epoch by which an error has done nine tenths of its fall from the first epoch to the last; -1 if it rises. */
export function fastPhase(losses: ArrayLike<number>): number {
  const last = losses[losses.length - 1]!;
  const level = losses[0]! - 0.9 * (losses[0]! - last);
  return last < losses[0]! ? firstAtMost(losses, level) : -1;
}

/** The first epoch at which an error is at most so high; -1 if there is none. */
export function firstAtMost(losses: ArrayLike<number>, level: number): number {
  for (let epoch = 0; epoch < losses.length; ++epoch) if (losses[epoch]! <= level) return epoch;
  return -1;
}

/** The largest error among these epochs. */
export function worst(losses: ArrayLike<number>, from: number, to: number): number {
  let most = -Infinity;
  for (let epoch = from; epoch <= to; ++epoch) most = Math.max(most, losses[epoch]!);
  return most;
}

/**
 * The part of the target that a network has learned: 1 if its error is 0, 0 if it is that of the best constant answer,
 * which is half the variance of the target's values.
 * @param loss half the mean squared error
 * @param y the target's values at the points
 */
export function learnedShare(loss: number, y: Float64Array): number {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const variance = y.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / y.length;
  return 1 - loss / (variance / 2);
}

/** Whether a target is learned well: at most a tenth of it is missing. */
export function isLearned(share: number): boolean {
  return share >= 9 / 10;
}

/** Whether a network has learned something sensible: more than half of the target. Else it has failed to learn it. */
export function isSensible(share: number): boolean {
  return share > 1 / 2;
}
