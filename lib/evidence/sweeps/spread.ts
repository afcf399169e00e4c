import {log} from "../../numerics/log.js";
import {generator, namedBits} from "../../random/generator.js";

/** A measured value, and the interval from 2.5 to 97.5 % of what resampling makes of it. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** A value with what it is in each resampling. */
export interface Resampled {
  value: number;
  again: number[];
}

const log10 = log(10);

/** Decimal logarithms. */
export function decades(values: readonly number[]): number[] {
  return values.map((value) => log(value) / log10);
}

/**
 * The spread of a sample: Gini's mean difference, the mean of |a - b| over all pairs of different entries. Of the errors'
 * decimal logarithms it says by how many powers of ten two runs differ on the average; so it weighs the step from 1 to 2
 * like that from 15 to 30, needs no centre, and is as meaningful for two humps as for one.
 *
 * In ascending order the r-th of n entries is the larger one in r pairs and the smaller one in n - 1 - r. So c equal ones
 * from the r-th on count c (2 r + c - n) times.
 * @param ascending at least two
 * @param counts how often each is there, n times in all; once if this is left out
 */
export function meanDifference(ascending: readonly number[], counts?: ArrayLike<number>): number {
  const n = ascending.length;
  let sum = 0;
  let rank = 0;
  for (let i = 0; i < n; ++i) {
    const count = counts ? counts[i]! : 1;
    sum += count * (2 * rank + count - n) * ascending[i]!;
    rank += count;
  }
  return (2 * sum) / (n * (n - 1));
}

/** So often a sample is drawn from itself. */
export const RESAMPLINGS = 1000;

/**
 * The bootstrap (Efron 1979): draws samples of equal size from a sample, with replacement, by the stream of bits
 * `bootstrap:NAME`. Each is given as how often it has each of the entries.
 */
export function* resamplings(size: number, name: string): Generator<Uint16Array> {
  const {random} = generator(namedBits("bootstrap", name));
  for (let i = 0; i < RESAMPLINGS; ++i) {
    const counts = new Uint16Array(size);
    for (let j = 0; j < size; ++j) counts[Math.floor(random() * size)]! += 1;
    yield counts;
  }
}

/**
 * The mean differences of samples of equal size, and of the same resamplings of each: entries of the same index belong
 * together, such as runs with the same seed, so samples that have something in common vary together.
 */
export function resampledSpreads(samples: readonly (readonly number[])[], name: string): Resampled[] {
  const sorted = samples.map((sample) => {
    const order = Uint32Array.from(sample, (_, i) => i).sort((i, j) => sample[i]! - sample[j]!);
    return {order, ascending: Array.from(order, (i) => sample[i]!)};
  });
  const results = sorted.map(({ascending}): Resampled => ({value: meanDifference(ascending), again: []}));
  for (const counts of resamplings(samples[0]!.length, name))
    sorted.forEach(({order, ascending}, i) => {
      const inOrder = order.map((index) => counts[index]!);
      results[i]!.again.push(meanDifference(ascending, inOrder));
    });
  return results;
}

/** The difference of two values that were resampled together. */
export function differenceOf(a: Resampled, b: Resampled): Resampled {
  return {value: a.value - b.value, again: a.again.map((value, i) => value - b.again[i]!)};
}

/** A value with its interval of 95 %. */
export function estimate({value, again}: Resampled): Estimate {
  const sorted = [...again].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
  return {value, low: at(0.025), high: at(0.975)};
}
