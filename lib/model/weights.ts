import {defaultRng, generator, namedBits, type Generator} from "../random/generator.js";

/** The weights of a perceptron with one input and one output. */
export interface Weights {
  /** h, the number of hidden units, the bias unit included. */
  readonly hidden: number;
  /** `[h-1][2]`, row-major: for each hidden unit but the bias unit its weights of x and of 1. */
  readonly U: Float64Array;
  /** `[h]`: the weight of each hidden unit in the output, the bias unit last. */
  readonly V: Float64Array;
}

/** The seed of the standard initial weights: the paper's. */
export const STANDARD_WEIGHTS_SEED = 36255793825986746149655859236796938907n;

/**
 * The paper's standard initial weights: U row by row, then V, normal with mean 0 and standard deviation 0.01. The
 * generator starts afresh for each h. `scale` multiplies each finished weight.
 *
 * @throws RangeError if `hidden` is not an integer of at least 2, or if `scale` is not finite.
 */
export function standardWeights(hidden: number, scale = 1): Weights {
  return draw(hidden, scale, () => defaultRng(STANDARD_WEIGHTS_SEED));
}

/**
 * New initial weights, drawn like the standard ones from the stream of bits `weights:NAME`.
 *
 * @throws RangeError if `hidden` is not an integer of at least 2, if `scale` is not finite, or if the name cannot name a
 * stream.
 */
export function namedWeights(hidden: number, name: string, scale = 1): Weights {
  return draw(hidden, scale, () => generator(namedBits("weights", name)));
}

function draw(hidden: number, scale: number, seeded: () => Generator): Weights {
  if (!Number.isSafeInteger(hidden) || hidden < 2) {
    throw new RangeError(
      `The number of hidden units is ${hidden}; it must be an integer of at least 2, the bias unit included.`
    );
  }
  if (!Number.isFinite(scale)) throw new RangeError(`The weight scale is ${scale}; it must be a finite number.`);
  const random = seeded();
  const weight = () => scale * random.normal(0, 0.01);
  const U = new Float64Array(2 * (hidden - 1)).map(weight);
  const V = new Float64Array(hidden).map(weight);
  return {hidden, U, V};
}
