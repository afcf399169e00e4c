import {defaultRng, generator, namedBits, type Generator} from "../random/generator.js";
import {targets, type TargetName} from "./target.js";

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
 * @throws RangeError if a size is not a positive integer.
 */
export function standardData(target: TargetName, sizes: Sizes): Datasets {
  return draw(target, sizes, () => defaultRng(STANDARD_DATA_SEED));
}

/**
 * New data, drawn like the standard data from the stream of bits `data:NAME`.
 *
 * @throws RangeError if a size is not a positive integer, or if the name cannot name a stream.
 */
export function namedData(target: TargetName, name: string, sizes: Sizes): Datasets {
  return draw(target, sizes, () => generator(namedBits("data", name)));
}

function draw(target: TargetName, {trainSize, testSize}: Sizes, seeded: () => Generator): Datasets {
  check("training", trainSize);
  check("test", testSize);
  const random = seeded();
  const train = points(target, trainSize, random);
  const test = points(target, testSize, random);
  return {train, test};
}

function points(target: TargetName, size: number, generator: Generator): Dataset {
  const x = new Float64Array(size).map(() => (generator.random() - 0.5) * 10);
  return {x, y: x.map(targets[target])};
}

function check(which: string, size: number): void {
  if (!Number.isSafeInteger(size) || size < 1) {
    throw new RangeError(`The size of the ${which} set is ${size}; it must be a positive integer.`);
  }
}
