import {bitLength, compose} from "./binary64.js";
import {fixedAtanh, fixedCos, fixedExp, fixedSin, ln2, pi, rescale} from "./fixedPoint.js";
import type {Enclosure} from "./ziv.js";

/** An exact number: significand * 2^exponent, not 0. */
export interface Dyadic {
  significand: bigint;
  exponent: number;
}

/** Encloses a value with about so many bits; its width falls to 0 as the number of bits grows. */
type Enclose = (bits: number) => Enclosure;

const INVERSE_LN2 = compose((1n << 160n) / ln2(100), -60);

/** The exponent E of a dyadic number: 2^E <= |x| < 2^(E+1). */
function magnitude({significand, exponent}: Dyadic): number {
  return bitLength(significand < 0n ? -significand : significand) - 1 + exponent;
}

/**
 * exp(x) for |x| < 760, where `near` is x rounded.
 *
 * exp(x) = 2^k exp(r) with k = round(x / ln 2), r = x - k ln 2, |r| < 0.35. |k| < 1100, so that r is off by less than
 * 1 + 2 * 1100 units and exp(r) < 1.42 by less than 2^12.
 */
export function encloseExp({significand, exponent}: Dyadic, near: number): Enclose {
  const k = Math.round(near * INVERSE_LN2);
  return (bits) => {
    const r = rescale(significand, -exponent, bits) - BigInt(k) * ln2(bits);
    return {n: fixedExp(r, bits), error: 1n << 12n, exponent: k - bits};
  };
}

/**
 * sin(x + turn pi/2) for x > 0: the sine for turn 0, the cosine for 1.
 *
 * x = k pi/2 + r with |r| < 0.79. The reduction keeps as many more bits as x < 2^m has integer bits. There pi/2 is off
 * by less than 2 units and k < 0.64 * 2^m + 0.5, so k pi/2 is off by less than 1.28 * 2^m + 1; where the m bits are
 * dropped, r is off by less than 5 units, and its sine or cosine by less than 8. Small arguments get as many more bits as
 * they have leading zeros.
 */
export function encloseSine(x: Dyadic, turn: 0 | 1): Enclose {
  const {significand, exponent} = x;
  const m = magnitude(x) + 1;
  return (bits) => {
    const kept = bits + Math.max(0, -m);
    const extended = kept + Math.max(0, m);
    const angle = rescale(significand, -exponent, extended);
    const halfPi = pi(extended) >> 1n;
    const k = (2n * angle + halfPi) / (2n * halfPi);
    const r = rescale(angle - k * halfPi, extended, kept);
    const quadrant = (Number(k & 3n) + turn) & 3;
    const n = quadrant % 2 === 0 ? fixedSin(r, kept) : fixedCos(r, kept);
    return {n: quadrant < 2 ? n : -n, error: 8n, exponent: -kept};
  };
}

/**
 * The logarithm of x > 0, which is not 1.
 *
 * x = 2^k f, f an exact quotient of integers with 0.7 <= f < 1.4, and log f = 2 atanh((f - 1) / (f + 1)), where the
 * quotient is below 0.18 in magnitude. |k| <= 1075 copies of ln 2 and the series are off by less than 2^12 units.
 * @param leadingZeros so many more bits are wanted because x is so close to 1; where k is not 0, |log x| > 0.33
 */
export function encloseLog({significand: n, exponent}: Dyadic, leadingZeros: number): Enclose {
  const length = bitLength(n);
  const point = 10n * n < 7n << BigInt(length) ? length - 1 : length;
  const one = 1n << BigInt(point);
  return (bits) => {
    const kept = bits + leadingZeros;
    const sum = BigInt(point + exponent) * ln2(kept) + 2n * fixedAtanh(n - one, n + one, kept);
    return {n: sum, error: 1n << 12n, exponent: -kept};
  };
}

/** The exact 1 + x, which must not be 0. */
export function onePlus({significand, exponent}: Dyadic): Dyadic {
  const unit = Math.min(exponent, 0);
  return {significand: (significand << BigInt(exponent - unit)) + (1n << BigInt(-unit)), exponent: unit};
}

/**
 * tanh(x) for 0 < x <= 40, where `near` is x rounded.
 *
 * tanh x = (1 - t) / (1 + t) with t = exp(-2 x) = 2^-k exp(r), k = round(2 x / ln 2) <= 116, |r| < 0.35. r is off by less
 * than 1 + 2 * 116 units, exp(r) < 1.42 and t by less than 2^8.4; the quotient, whose derivative is at most 2, by less
 * than 2^10. Small arguments get as many more bits as they have leading zeros.
 */
export function encloseTanh(x: Dyadic, near: number): Enclose {
  const k = BigInt(Math.round(2 * near * INVERSE_LN2));
  const leadingZeros = Math.max(0, -magnitude(x));
  return (bits) => {
    const kept = bits + leadingZeros;
    const one = 1n << BigInt(kept);
    const t = fixedExp(k * ln2(kept) - rescale(2n * x.significand, -x.exponent, kept), kept) >> k;
    return {n: ((one - t) << BigInt(kept)) / (one + t), error: 1n << 10n, exponent: -kept};
  };
}
