import {decompose, exponentOf, powerOfTwo} from "./binary64.js";
import {encloseExp, encloseLog, encloseSine, encloseTanh, onePlus} from "./enclosures.js";
import {nearest} from "./ziv.js";

/** Below these, 1 is nearest to exp(x) and x to log1p(x), and x is nearest to sin(x) and tanh(x), 1 to cos(x): see there. */
const TINY = powerOfTwo(-54);
const SMALL = powerOfTwo(-27);

/**
 * The binary64 nearest to exp(x), for every binary64 x.
 *
 * Beyond 710 > 1024 ln 2 the value overflows, below -746 < -1075 ln 2 it rounds to 0, and for |x| < 2^-54 it is nearer to
 * 1 than half the distance of 1 to the binary64 below it.
 */
export function exactExp(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  return Math.abs(x) < TINY ? 1 : nearest(encloseExp(decompose(x), x));
}

/**
 * The binary64 nearest to sin(x), for every binary64 x; sin(±0) = ±0, and NaN for NaN and the infinities.
 *
 * Where |x| < 2^-27, |sin x - x| < |x|^3 / 6 < 2^-56 |x|: x is nearest.
 */
export function exactSin(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  if (Math.abs(x) < SMALL) return x;
  return x < 0 ? -exactSin(-x) : nearest(encloseSine(decompose(x), 0));
}

/**
 * The binary64 nearest to cos(x), for every binary64 x; NaN for NaN and the infinities.
 *
 * Where |x| < 2^-27, 1 - cos x < x^2 / 2 < 2^-55, half the way to the midpoint of 1 and the binary64 below it.
 */
export function exactCos(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  return Math.abs(x) < SMALL ? 1 : nearest(encloseSine(decompose(Math.abs(x)), 1));
}

/**
 * The binary64 nearest to log(1 + x), for every binary64 x; log1p(±0) = ±0, log1p(-1) = -Infinity, NaN below.
 *
 * Where |x| < 2^-54, |log1p(x) - x| < x^2 < 2^-54 |x|: x is nearest.
 */
export function exactLog1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity || Math.abs(x) < TINY) return x;
  return nearest(encloseLog(onePlus(decompose(x)), Math.max(0, -exponentOf(x))));
}

/** The binary64 nearest to log(x), for every binary64 x; log(±0) = -Infinity, log(1) = +0, NaN below 0. */
export function exactLog(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity || x === 1) return x === 1 ? 0 : x;
  // Next to 1 the difference is exact.
  return nearest(encloseLog(decompose(x), Math.max(0, -exponentOf(x - 1))));
}

/**
 * The binary64 nearest to tanh(x), for every binary64 x; tanh(±0) = ±0, tanh(±Infinity) = ±1.
 *
 * Where |x| < 2^-27, |tanh x - x| < |x|^3 / 3 < 2^-55 |x|: x is nearest. Beyond 20, 1 - tanh x < 2 exp(-40) < 2^-56: 1 is.
 */
export function exactTanh(x: number): number {
  if (x < 0) return -exactTanh(-x);
  if (!(x >= SMALL)) return x;
  return x > 20 ? 1 : nearest(encloseTanh(decompose(x), x));
}
