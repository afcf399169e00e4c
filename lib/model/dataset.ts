import {defaultRng, generator, namedBits, type Generator} from "../random/generator.js";
import type {Arithmetic} from "../numerics/arithmetic.js";
import {targetIn, targetOf} from "./target.js";

/** Points of a target: `y[i]` is the target's value at `x[i]`. */
export interface Dataset {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** How many points a training set and a test set have. */
export interface Sizes {
  readonly trainSize: number;
  readonly testSize: number;
}

/** What a run learns from, and what it is measured on. */
export interface Datasets {
  readonly train: Dataset;
  readonly test: Dataset;
}

/** The seed of the standard data: the paper's. */
export const STANDARD_DATA_SEED = 222337497072607291153223098371913928704n;

/**
 * The paper's standard data: x uniform from -5 to 5, the training points first, then the test points from the same
 * stream. The paper takes 1000 and 100 points.
 *
 * @throws RangeError if a size is not a positive integer, or if there is no such target.
 */
export function standardData(target: string, sizes: Sizes): Datasets {
  return draw(target, sizes, () => defaultRng(STANDARD_DATA_SEED));
}

/**
 * New data, drawn like the standard data from the stream of bits `data:NAME`.
 *
 * @throws RangeError if a size is not a positive integer, if the name cannot name a stream, or if there is no such target.
 */
export function namedData(target: string, name: string, sizes: Sizes): Datasets {
  return draw(target, sizes, () => generator(namedBits("data", name)));
}

/**
 * The same points with normal noise on y: y + deviation z, with z from the stream of bits `noise:NAME`, in the order of
 * the points.
 *
 * @param name that of the data, "standard" for the standard data.
 */
export function noisy({x, y}: Dataset, name: string, deviation: number): Dataset {
  const {standardNormal} = generator(namedBits("noise", name));
  return {x, y: y.map((value) => value + deviation * standardNormal())};
}

/** Normal noise on the targets, from the stream `noise:NAME`. */
export interface Noise {
  readonly name: string;
  readonly deviation: number;
}

/**
 * The targets y of points x in another arithmetic: its own operations on the numbers nearest to x, and with `noise` those
 * of `noisy` on the same random numbers.
 */
export function targetsIn<T>(arithmetic: Arithmetic<T>, target: string, x: Float64Array, noise?: Noise): T[] {
  const {of, add, multiply} = arithmetic;
  const f = targetIn(target, arithmetic);
  const y = Array.from(x, (value) => f(of(value)));
  if (noise === undefined) return y;
  const {standardNormal} = generator(namedBits("noise", noise.name));
  const deviation = of(noise.deviation);
  return y.map((value) => add(value, multiply(deviation, of(standardNormal()))));
}

function draw(target: string, {trainSize, testSize}: Sizes, seeded: () => Generator): Datasets {
  check("training", trainSize);
  check("test", testSize);
  const random = seeded();
  const train = points(target, trainSize, random);
  const test = points(target, testSize, random);
  return {train, test};
}

function points(target: string, size: number, generator: Generator): Dataset {
  const x = new Float64Array(size).map(() => (generator.random() - 0.5) * 10);
  return {x, y: x.map(targetOf(target))};
}

function check(which: string, size: number): void {
  if (!Number.isSafeInteger(size) || size < 1) {
    throw new RangeError(`The size of the ${which} set is ${size}; it must be a positive integer.`);
  }
}
