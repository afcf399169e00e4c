/**
 * The one tolerance for all that the paper calls about, approximately or almost the same: a twentieth. Of a number it
 * is a twentieth of the number; of curves, a twentieth of the height of their plot, at all but a tenth of the epochs.
 */
export const TOLERANCE = 1 / 20;

/** At so many of the epochs curves may be further apart: a spike has no say. */
export const EXCEPTED = 1 / 10;

/** So much of a plot's height is visible: a fiftieth, about the thickness of a drawn line. */
export const VISIBLE = 1 / 50;

/** Whether two numbers are about the same: they differ by at most a twentieth of the larger. */
export function aboutEqual(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

/** The height of the plot that holds all these curves: from their smallest number to their largest. */
export function plotHeight(...curves: ArrayLike<number>[]): number {
  let least = Infinity;
  let most = -Infinity;
  for (const curve of curves)
    for (let i = 0; i < curve.length; ++i) {
      least = Math.min(least, curve[i]!);
      most = Math.max(most, curve[i]!);
    }
  return most - least;
}

/**
 * How far two curves are apart, as a part of the height of their plot: at nine tenths of the epochs they are at most so
 * far apart. NaN if a number of either is not finite.
 * @param height of the plot, if it holds more than these two
 * @throws RangeError if one has more epochs than the other, or both have none
 */
export function plotDistance(a: ArrayLike<number>, b: ArrayLike<number>, height = plotHeight(a, b)): number {
  if (a.length !== b.length || a.length === 0)
    throw new RangeError(`Curves over ${a.length} and ${b.length} epochs cannot be compared: cut them to the same.`);
  const distances = Float64Array.from(a, (value, i) => Math.abs(value - b[i]!)).sort();
  if (!Number.isFinite(distances[distances.length - 1]!)) return NaN;
  const distance = distances[Math.ceil((1 - EXCEPTED) * distances.length) - 1]!;
  return distance === 0 ? 0 : distance / height;
}

/** Whether curves so far apart count as the same. */
export function isSame(distance: number): boolean {
  return distance <= TOLERANCE;
}
