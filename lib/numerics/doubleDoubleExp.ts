import {compose} from "./binary64.js";
import {add, composeDoubleDouble, multiply, sumError, type DoubleDouble} from "./doubleDouble.js";
import {exp} from "./exp.js";
import {powers, ROUNDER, roots, STEPS} from "./expTable.js";
import {ln2, rescale} from "./fixedPoint.js";

const BITS = 160;

/**
 * ln 2 / 1024 = STEP_1 + STEP_2 + STEP_3 within 2^-128: multiples of 2^-43 below 2^-10 and of 2^-75 up to 2^-44, whose
 * products with an integer below 2^20 are exact, and the rest, up to 2^-76.
 */
const step = ln2(BITS);
const stepTo = (bits: number) => (rescale(step, BITS + 10, bits + 1) + 1n) >> 1n;
const STEP_1 = compose(stepTo(43), -43);
const STEP_2 = compose(stepTo(75) - (stepTo(43) << 32n), -75);
const STEP_3 = compose(step - rescale(stepTo(75), 75, BITS + 10), -BITS - 10);

const reciprocal = (n: bigint) => composeDoubleDouble((1n << BigInt(BITS)) / n, -BITS);
const HALF = reciprocal(2n);
const SIXTH = reciprocal(6n);
const TWENTY_FOURTH = reciprocal(24n);

/**
 * exp(a) within 2^-104 of itself for -670 < a < 700; beyond, where the low part loses bits, correctly rounded to binary64.
 *
 * With k nearest to a 1024 / ln 2 = 1024 e + i, exp(a) = 2^e T exp(r), T = 2^(i/1024) = root + rest within 2^-107,
 * |r| < 0.0003385 < 2^-11.5, as in exp.ts; u = 2^-53.
 *
 * Argument. hi - k STEP_1 and k STEP_2 are exact, and so are the sums with their errors. The errors, below 2^-64, and
 * k STEP_3, below 2^-56, are added in binary64, and STEP_3 is off by 2^-130: r is off by less than 2^-107.9.
 *
 * Series. exp(r) - 1 = r + r^2 (1/2 + r (1/6 + r (1/24 + q))) with q = r / 120 + r^2 / 720 + r^3 / 5040 + r^4 / 40320 in
 * binary64: below 2^-18.4 and off by 2^-70, which r^4 makes 2^-116; the end of the series is below r^9 / 362880 < 2^-121.
 * The double-double operations add some 3 u^2 to what is below 2^-11.4: together below 2^-115.
 *
 * Product. T (exp(r) - 1) brings 2^-114 more, the last sum 3 u^2 < 2^-104.4. All is below 2^-104.4 (1 + 0.17 for T, 0.09
 * for r, 0.01 for the rest) < 2^-104. Scaling by 2^e is exact.
 */
export function doubleDoubleExp(a: DoubleDouble): DoubleDouble {
  const {hi, lo} = a;
  if (!(hi > -670 && hi < 700)) return {hi: exp(hi), lo: 0};
  const k = hi * STEPS + ROUNDER - ROUNDER;
  const difference = hi - k * STEP_1;
  const second = -k * STEP_2;
  const reduced = difference + second;
  const sum = reduced + lo;
  const errors = sumError(difference, second, reduced) + sumError(reduced, lo, sum) - k * STEP_3;
  const rHi = sum + errors;
  const r = {hi: rHi, lo: sumError(sum, errors, rHi)};
  const q = rHi * (1 / 120 + rHi * (1 / 720 + rHi * (1 / 5040 + rHi * (1 / 40320))));
  const inner = add(SIXTH, multiply(r, add(TWENTY_FOURTH, {hi: q, lo: 0})));
  const series = add(r, multiply(multiply(r, r), add(HALF, multiply(r, inner))));
  const index = 2 * (k & 1023);
  const root = {hi: roots[index]!, lo: roots[index + 1]!};
  const {hi: y, lo: rest} = add(root, multiply(root, series));
  const power = powers[(k >> 10) + 1023]!;
  return {hi: y * power, lo: rest * power};
}
