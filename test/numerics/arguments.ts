import fc from "fast-check";
import {exactExp, exactLog1p} from "../../lib/numerics/exact.js";

/** Every binary64 with about equal chance, by its bits. */
export const anyNumber = fc.double();

/** A number with an exponent between two limits, of either sign. */
export function ofExponents(least: number, greatest: number): fc.Arbitrary<number> {
  return fc
    .tuple(fc.constantFrom(1, -1), fc.integer({min: least, max: greatest}), fc.maxSafeNat())
    .map(([sign, exponent, fraction]) => sign * 2 ** exponent * (1 + fraction / 2 ** 53));
}

/** Evenly spread over an interval around 0. */
export function within(limit: number): fc.Arbitrary<number> {
  return fc.maxSafeNat().map((n) => (n / 2 ** 52 - 1) * limit);
}

const anyBits = (most: number) =>
  fc.integer({min: 1, max: most}).chain((bits) => fc.bigInt(0n, (1n << BigInt(bits)) - 1n));

/**
 * Arguments whose exponential is close to a midpoint. 1 + (2 j + 1) 2^-53 and 1 - (2 j + 1) 2^-54 are midpoints; the
 * number next to the logarithm of one errs by |x| 2^-54, which is |x| / 2 units of the result.
 */
export const hardForExp = fc
  .tuple(fc.constantFrom(2 ** -53, -(2 ** -54)), anyBits(52))
  .map(([unit, j]) => exactLog1p(Number(2n * j + 1n) * unit));

/**
 * Arguments whose sine is close to a midpoint: x^3 / 6 is j + 1/2 units of x, where the cube root errs by x^2 / 4 units.
 * The next term, x^5 / 120, is below a unit for x < 2^-12.
 */
export const hardForSin = fc.tuple(fc.integer({min: -26, max: -12}), fc.maxSafeNat()).map(([exponent, fraction]) => {
  const unit = 2 ** (exponent - 52);
  const about = 2 ** exponent * (1 + fraction / 2 ** 53);
  return Math.cbrt(6 * (Math.floor(about ** 3 / 6 / unit) + 0.5) * unit);
});

/** Arguments whose log1p is close to a midpoint: x^2 / 2 is j + 1/2 units of x, with x^3 / 3 below a unit. */
export const hardForLog1p = fc.tuple(fc.integer({min: -51, max: -27}), fc.maxSafeNat()).map(([exponent, fraction]) => {
  const unit = 2 ** (exponent - 52);
  const about = 2 ** exponent * (1 + fraction / 2 ** 53);
  return Math.sqrt(2 * (Math.floor(about ** 2 / 2 / unit) + 0.5) * unit);
});

/** Arguments whose cosine is close to a midpoint below 1: 1 - x^2 / 2 is, with x^4 / 24 below a unit. */
export const hardForCos = fc
  .tuple(anyBits(26), fc.constantFrom(1, -1))
  .map(([j, sign]) => sign * Math.sqrt(2 * Number(2n * j + 1n) * 2 ** -54));

/** Arguments whose logarithm is close to a midpoint: those next to the exponential of one. */
export const hardForLog = fc
  .tuple(fc.integer({min: -40, max: 2}), fc.maxSafeNat(), fc.constantFrom(1, -1))
  .map(([exponent, fraction, sign]) => exactExp(sign * 2 ** exponent * (1 + fraction / 2 ** 53)));

/** Arguments whose hyperbolic tangent is close to a midpoint: x^3 / 3 is j + 1/2 units of x, with 2 x^5 / 15 below one. */
export const hardForTanh = fc.tuple(fc.integer({min: -26, max: -13}), fc.maxSafeNat()).map(([exponent, fraction]) => {
  const unit = 2 ** (exponent - 52);
  const about = 2 ** exponent * (1 + fraction / 2 ** 53);
  return Math.cbrt(3 * (Math.floor(about ** 3 / 3 / unit) + 0.5) * unit);
});
