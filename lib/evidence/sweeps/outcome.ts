/** What a sweep keeps of a run. A number that is not finite is null. */
export interface Outcome {
  /** the first 16 digits of the run's digest */
  digest: string;
  /** in the order of the sweep's columns */
  values: (number | null)[];
  /** the test error at the epochs that `curveEpochs` gives; empty where a sweep does not want it */
  curve: (number | null)[];
}

/** So many digits of a digest tell whether a run is the same. */
export const DIGEST_DIGITS = 16;

/** Into about so many parts the epochs of a run are divided by those at which its curve is kept. */
const CURVE_PARTS = 250;

/** The epochs at which an outcome keeps the curve: 0, n, 2n, … and the last. */
export function curveEpochs(epochs: number): number[] {
  const every = Math.ceil(epochs / CURVE_PARTS);
  return Array.from({length: Math.ceil(epochs / every) + 1}, (_, i) => Math.min(i * every, epochs));
}

/** The numbers with null for what is not finite. */
export function finiteOrNull(numbers: readonly (number | null)[]): (number | null)[] {
  return numbers.map((value) => (Number.isFinite(value) ? value : null));
}
