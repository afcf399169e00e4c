/**
 * Pearson's correlation of two curves: 1 if they have the same shape, whatever their heights and offsets, -1 if one is
 * the other upside down. NaN if one is constant.
 * @throws RangeError if their numbers of epochs differ
 */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length)
    throw new RangeError(`Curves over ${a.length} and ${b.length} epochs have no correlation: cut them to the same.`);
  const [meanA, meanB] = [mean(a), mean(b)];
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; ++i) {
    const [x, y] = [a[i]! - meanA, b[i]! - meanB];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}

/** Whether curves of this correlation have the same shape: at least nine tenths. */
export function isSameShape(correlation: number): boolean {
  return correlation >= 9 / 10;
}

/** The magnitude of a curve: how far it gets from 0. */
export function magnitude(curve: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < curve.length; ++i) most = Math.max(most, Math.abs(curve[i]!));
  return most;
}

function mean(curve: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < curve.length; ++i) sum += curve[i]!;
  return sum / curve.length;
}
