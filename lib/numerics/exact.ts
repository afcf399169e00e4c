import {bitLength, compose, decompose, exponentOf, powerOfTwo} from "./binary64.js";
import {fixedAtanh, fixedCos, fixedExp, fixedSin, ln2, pi, rescale} from "./fixedPoint.js";

/** The number lies strictly between (n - error) * 2^exponent and (n + error) * 2^exponent. */
interface Enclosure {
  n: bigint;
  error: bigint;
  exponent: number;
}

const START_BITS = 100;

/** Below these, 1 is nearest to exp(x) and x to log1p(x), and x is nearest to sin(x): see there. */
const TINY = powerOfTwo(-54);
const SMALL_ANGLE = powerOfTwo(-27);

const INVERSE_LN2 = compose((1n << 160n) / ln2(100), -60);

/**
 * Ziv's loop: encloses the value ever more closely until both ends round alike.
 *
 * It ends unless the value itself is a binary64 or a midpoint of two. By the Lindemann–Weierstrass theorem exp, sin and
 * log1p of a nonzero rational number are irrational, and callers treat 0 first.
 */
function nearest(enclose: (bits: number) => Enclosure): number {
  for (let bits = START_BITS; ; bits *= 2) {
    const {n, error, exponent} = enclose(bits);
    const low = compose(n - error, exponent);
    if (low === compose(n + error, exponent)) return low;
  }
}

/**
 * The binary64 nearest to exp(x), for every binary64 x.
 *
 * exp(x) = 2^k exp(r) with k = round(x / ln 2), r = x - k ln 2, |r| < 0.35. Beyond 710 > 1024 ln 2 the value overflows,
 * below -746 < -1075 ln 2 it rounds to 0, and for |x| < 2^-54 it is nearer to 1 than half the distance of 1 to the
 * binary64 below it. In between |k| < 1100, so that r is off by less than 1 + 2 * 1100 units and exp(r) < 1.42 by less
 * than 2^12.
 */
export function exactExp(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  if (Math.abs(x) < TINY) return 1;
  const {significand, exponent} = decompose(x);
  const k = Math.round(x * INVERSE_LN2);
  return nearest((bits) => {
    const r = rescale(significand, -exponent, bits) - BigInt(k) * ln2(bits);
    return {n: fixedExp(r, bits), error: 1n << 12n, exponent: k - bits};
  });
}

/**
 * The binary64 nearest to sin(x), for every binary64 x; sin(±0) = ±0, and NaN for NaN and the infinities.
 *
 * Where |x| < 2^-27, |sin x - x| < |x|^3 / 6 < 2^-56 |x|: x is nearest. Otherwise |x| = k pi/2 + r with |r| < 0.79. The
 * reduction keeps as many more bits as |x| < 2^m has integer bits. There pi/2 is off by less than 2 units and k < 0.64
 * 2^m + 0.5, so k pi/2 is off by less than 1.28 * 2^m + 1; where the m bits are dropped, r is off by less than 5 units,
 * and its sine or cosine by less than 8. Small arguments get as many more bits as they have leading zeros.
 */
export function exactSin(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  if (Math.abs(x) < SMALL_ANGLE) return x;
  if (x < 0) return -exactSin(-x);
  const {significand, exponent} = decompose(x);
  const m = exponentOf(x) + 1;
  return nearest((bits) => {
    const kept = bits + Math.max(0, -m);
    const extended = kept + Math.max(0, m);
    const angle = rescale(significand, -exponent, extended);
    const halfPi = pi(extended) >> 1n;
    const k = (2n * angle + halfPi) / (2n * halfPi);
    const r = rescale(angle - k * halfPi, extended, kept);
    const quadrant = Number(k & 3n);
    const n = quadrant % 2 === 0 ? fixedSin(r, kept) : fixedCos(r, kept);
    return {n: quadrant < 2 ? n : -n, error: 8n, exponent: -kept};
  });
}

/**
 * The binary64 nearest to log(1 + x), for every binary64 x; log1p(±0) = ±0, log1p(-1) = -Infinity, NaN below.
 *
 * Where |x| < 2^-54, |log1p(x) - x| < x^2 < 2^-54 |x|: x is nearest. Otherwise 1 + x = 2^k f, an exact quotient of
 * integers, with 0.7 <= f < 1.4, and log f = 2 atanh((f - 1) / (f + 1)), where the quotient is below 0.18 in magnitude.
 * |k| <= 1024 copies of ln 2 and the series are off by less than 2^12 units. Where k is not 0 the sum is not small
 * (|log1p| > 0.33); where it is, small arguments get as many more bits as they have leading zeros.
 */
export function exactLog1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity || Math.abs(x) < TINY) return x;
  const {significand, exponent} = decompose(x);
  const scale = Math.min(exponent, 0);
  const sum = (significand << BigInt(exponent - scale)) + (1n << BigInt(-scale));
  const length = bitLength(sum);
  const point = 10n * sum < 7n << BigInt(length) ? length - 1 : length;
  const one = 1n << BigInt(point);
  const leadingZeros = Math.max(0, -exponentOf(x));
  return nearest((bits) => {
    const kept = bits + leadingZeros;
    const n = BigInt(point + scale) * ln2(kept) + 2n * fixedAtanh(sum - one, sum + one, kept);
    return {n, error: 1n << 12n, exponent: -kept};
  });
}
