import {compose} from "./binary64.js";

/** The number lies strictly between (n - error) * 2^exponent and (n + error) * 2^exponent. */
export interface Enclosure {
  n: bigint;
  error: bigint;
  exponent: number;
}

const START_BITS = 100;

/**
 * Ziv's loop: encloses the value ever more closely until both ends round alike.
 *
 * It ends unless the value itself is a binary64 or a midpoint of two. By the Lindemann–Weierstrass theorem exp, sin, cos,
 * tanh and log1p of a nonzero rational number are irrational, and so is log of a positive one other than 1; callers
 * treat 0 and 1 first.
 * @param enclose gives an enclosure whose width falls to 0 as the number of bits grows
 */
export function nearest(enclose: (bits: number) => Enclosure): number {
  for (let bits = START_BITS; ; bits *= 2) {
    const {n, error, exponent} = enclose(bits);
    const low = compose(n - error, exponent);
    if (low === compose(n + error, exponent)) return low;
  }
}
