import {compose, decompose, exponentOf, powerOfTwo} from "./binary64.js";
import {fixedExp, ln2, rescale} from "./fixedPoint.js";
import {nearest} from "./ziv.js";

const SMALL = powerOfTwo(-27);
const LARGE = 20;
const TWO_OVER_LN2 = compose((1n << 161n) / ln2(100), -60);

/**
 * The binary64 nearest to tanh(x), for every binary64 x; tanh(±0) = ±0, tanh(±Infinity) = ±1. In big integers alone: only
 * the reader's own targets ask for it, once for each point.
 *
 * Where |x| < 2^-27, |tanh x - x| < |x|^3 / 3 < 2^-55 |x|: x is nearest. Beyond 20, 1 - tanh x < 2 exp(-40) < 2^-56: 1 is.
 *
 * In between tanh x = (1 - t) / (1 + t) with t = exp(-2 x) = 2^-k exp(r), k = round(2 x / ln 2) <= 58, |r| < 0.35. r is
 * off by less than 1 + 2 * 58 units, exp(r) < 1.42 by less than 2^8, and so is t; the quotient, whose derivative is at
 * most 2, by less than 2^10. Small arguments get as many more bits as they have leading zeros.
 */
export function tanh(x: number): number {
  if (x < 0) return -tanh(-x);
  if (!(x >= SMALL)) return x;
  if (x > LARGE) return 1;
  const {significand, exponent} = decompose(x);
  const k = Math.round(x * TWO_OVER_LN2);
  return nearest((bits) => {
    const kept = bits + Math.max(0, -exponentOf(x));
    const r = BigInt(k) * ln2(kept) - rescale(2n * significand, -exponent, kept);
    const one = 1n << BigInt(kept);
    const t = fixedExp(r, kept) >> BigInt(k);
    return {n: ((one - t) << BigInt(kept)) / (one + t), error: 1n << 10n, exponent: -kept};
  });
}
