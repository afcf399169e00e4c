import seedrandom from "seedrandom";
import type {BitSource} from "./bitSource.js";
import {pcg64} from "./pcg64.js";
import {uniform} from "./uniform.js";
import {standardNormal} from "./ziggurat.js";

/** Random values; each call takes bits from the generator's source. */
export interface Generator {
  /** Uniformly distributed from 0 (included) to 1 (excluded), a multiple of 2^-53. */
  random(): number;
  /** Normally distributed with mean 0 and standard deviation 1. */
  standardNormal(): number;
  /**
   * Normally distributed with mean `loc` and standard deviation `scale`.
   *
   * @throws RangeError if `scale` is negative or NaN.
   */
  normal(loc: number, scale: number): number;
}

/** What a named stream is for: streams with different purposes share no bits. */
export type Purpose = "data" | "weights" | "noise" | "rounding" | "bootstrap";

/** NumPy's transformations from bits to values. */
export function generator(bits: BitSource): Generator {
  return {
    random: () => uniform(bits),
    standardNormal: () => standardNormal(bits),
    normal(loc, scale) {
      if (!(scale >= 0)) throw new RangeError(`The standard deviation is ${scale}; it must not be negative.`);
      return loc + scale * standardNormal(bits);
    }
  };
}

/**
 * The generator that NumPy's `default_rng(seed)` gives.
 *
 * @throws RangeError if `seed` is negative.
 */
export function defaultRng(seed: bigint): Generator {
  return generator(pcg64(seed));
}

/**
 * A stream of new random bits: seedrandom (ARC4) keyed with `PURPOSE:NAME`, two of its 32-bit numbers for each 64 bits,
 * the high half first.
 *
 * @param name 1 to 200 printable ASCII characters without a colon. ARC4 repeats its key, seedrandom cuts character
 * codes to 8 bits and folds what goes beyond 256 characters; within these limits different names have different keys.
 * @throws RangeError if `name` is anything else.
 */
export function namedBits(purpose: Purpose, name: string): BitSource {
  if (!/^[ -9;-~]{1,200}$/.test(name)) {
    throw new RangeError(
      `The stream name ${JSON.stringify(name)} cannot be used; take 1 to 200 printable ASCII characters without a colon.`
    );
  }
  const source = seedrandom(`${purpose}:${name}`, {global: false});
  return {
    next64() {
      const high = source.int32() >>> 0;
      const low = source.int32() >>> 0;
      return (BigInt(high) << 32n) | BigInt(low);
    }
  };
}
