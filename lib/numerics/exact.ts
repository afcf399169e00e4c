import {bitLength, compose, decompose, exponentOf, powerOfTwo} from "./binary64.js";
import {fixedAtanh, fixedCos, fixedExp, fixedSin, ln2, pi, rescale} from "./fixedPoint.js";
import {nearest} from "./ziv.js";

/** Below these, 1 is nearest to exp(x) and x to log1p(x), and x is nearest to sin(x), 1 to cos(x): see there. */
const TINY = powerOfTwo(-54);
const SMALL_ANGLE = powerOfTwo(-27);

const INVERSE_LN2 = compose((1n << 160n) / ln2(100), -60);

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
 * Where |x| < 2^-27, |sin x - x| < |x|^3 / 6 < 2^-56 |x|: x is nearest.
 */
export function exactSin(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  if (Math.abs(x) < SMALL_ANGLE) return x;
  return x < 0 ? -circular(-x, 0) : circular(x, 0);
}

/**
 * The binary64 nearest to cos(x), for every binary64 x; NaN for NaN and the infinities.
 *
 * Where |x| < 2^-27, 1 - cos x < x^2 / 2 < 2^-55, half the way to the midpoint of 1 and the binary64 below it.
 */
export function exactCos(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  return Math.abs(x) < SMALL_ANGLE ? 1 : circular(Math.abs(x), 1);
}

/**
 * The binary64 nearest to sin(x + turn pi/2), for finite x >= 2^-27: the sine for turn 0, the cosine for 1.
 *
 * x = k pi/2 + r with |r| < 0.79. The reduction keeps as many more bits as x < 2^m has integer bits. There pi/2 is off
 * by less than 2 units and k < 0.64 * 2^m + 0.5, so k pi/2 is off by less than 1.28 * 2^m + 1; where the m bits are
 * dropped, r is off by less than 5 units, and its sine or cosine by less than 8. Small arguments get as many more bits as
 * they have leading zeros.
 */
function circular(x: number, turn: 0 | 1): number {
  const {significand, exponent} = decompose(x);
  const m = exponentOf(x) + 1;
  return nearest((bits) => {
    const kept = bits + Math.max(0, -m);
    const extended = kept + Math.max(0, m);
    const angle = rescale(significand, -exponent, extended);
    const halfPi = pi(extended) >> 1n;
    const k = (2n * angle + halfPi) / (2n * halfPi);
    const r = rescale(angle - k * halfPi, extended, kept);
    const quadrant = (Number(k & 3n) + turn) & 3;
    const n = quadrant % 2 === 0 ? fixedSin(r, kept) : fixedCos(r, kept);
    return {n: quadrant < 2 ? n : -n, error: 8n, exponent: -kept};
  });
}

/**
 * The binary64 nearest to log(1 + x), for every binary64 x; log1p(±0) = ±0, log1p(-1) = -Infinity, NaN below.
 *
 * Where |x| < 2^-54, |log1p(x) - x| < x^2 < 2^-54 |x|: x is nearest.
 */
export function exactLog1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity || Math.abs(x) < TINY) return x;
  const {significand, exponent} = decompose(x);
  const scale = Math.min(exponent, 0);
  const sum = (significand << BigInt(exponent - scale)) + (1n << BigInt(-scale));
  return logarithm(sum, scale, Math.max(0, -exponentOf(x)));
}

/** The binary64 nearest to log(x), for every binary64 x; log(±0) = -Infinity, log(1) = +0, NaN below 0. */
export function exactLog(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity || x === 1) return x === 1 ? 0 : x;
  const {significand, exponent} = decompose(x);
  // Next to 1 the difference is exact, elsewhere the logarithm is not small.
  return logarithm(significand, exponent, Math.max(0, -exponentOf(x - 1)));
}

/**
 * The binary64 nearest to the logarithm of n * 2^scale, which is not 1.
 *
 * The number is 2^k f, f an exact quotient of integers with 0.7 <= f < 1.4, and log f = 2 atanh((f - 1) / (f + 1)), where
 * the quotient is below 0.18 in magnitude. |k| <= 1075 copies of ln 2 and the series are off by less than 2^12 units.
 * Where k is not 0 the sum is not small (above 0.33 in magnitude); where it is, its leading zeros get as many more bits.
 */
function logarithm(n: bigint, scale: number, leadingZeros: number): number {
  const length = bitLength(n);
  const point = 10n * n < 7n << BigInt(length) ? length - 1 : length;
  const one = 1n << BigInt(point);
  return nearest((bits) => {
    const kept = bits + leadingZeros;
    const sum = BigInt(point + scale) * ln2(kept) + 2n * fixedAtanh(n - one, n + one, kept);
    return {n: sum, error: 1n << 12n, exponent: -kept};
  });
}
