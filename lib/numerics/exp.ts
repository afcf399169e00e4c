import {powerOfTwo} from "./binary64.js";
import {exactExp} from "./exact.js";
import {powers, ROUNDER, shortRoots, STEP_HEAD, STEP_TAIL, STEPS} from "./expTable.js";

/** 1.5 * 2^14: adding and subtracting it rounds a small number to a multiple of 2^-38. */
const CUTTER = 1.5 * powerOfTwo(14);

/** See below: 2^-19 > 2^54 times the relative error 2^-73.8. */
const SURE = 1 + powerOfTwo(-19);

/**
 * The binary64 nearest to exp(x), for every binary64 x: Tang's table-driven method in double-double, with Ziv's rounding
 * test; one argument in 500,000 stays in doubt and goes to the exact layer, as do results that overflow or are subnormal.
 *
 * With k = 1024 e + i nearest to x 1024 / ln 2, exp(x) = 2^e T exp(r), T = 2^(i/1024) = head + tail, |r| < 0.0003385 <
 * 2^-11.5.
 *
 * Argument. |k| < 2^20. k STEP_HEAD is exact, and so is its difference from x, by cancellation. k STEP_TAIL is below
 * 2^-24 and off by 2^-78 for its rounding and 2^-78 for that of STEP_TAIL; r = r1 + r2 is the difference as a pair, off
 * by less than 2^-76 in all. |r2| <= 2^-65.
 *
 * Sum. r1 is cut to a multiple of 2^-38, of at most 27 bits, so that head * cut is exact; (high, error) is the exact sum
 * of head and that product. What remains is head ((r1 - cut) + r2 + p) + tail (1 + r1 + p), p = exp(r) - 1 - r < 0.963 *
 * 2^-24, where r2 counts 1 + r1 times, once for p. Plain binary64 has it with an absolute error of, relative to T and in
 * units of 2^-77: 2.89 for p (square, factor, product), 0.5 for adding p, 0.98 for the product with head and as much for
 * the sum with that of tail, 0.25 for error + tail, 1.22 for the last sum, 2 for the argument, 0.25 for the rounded tail,
 * and 0.02 for the end of the series (r^7 / 5040 < 2^-92) and all else. 9.1 * 2^-77 is below 2^-73.8, also relative to
 * exp(r) T.
 *
 * Rounding test. Let y = high + low rounded, rest the exact remainder, h half the distance from y to the neighbour on
 * that side. `y + rest * SURE === y` implies |rest| SURE <= h (1 + 2^-53), hence h - |rest| > 2^-19 h (1 - 2^-18). As
 * h >= 2^-54 y, this exceeds 2^-73.1 y, more than the error: the true value rounds to y too. Scaling by 2^e is exact.
 */
export function exp(x: number): number {
  if (!(x > -708 && x < 709)) return exactExp(x);
  const k = x * STEPS + ROUNDER - ROUNDER;
  const index = 2 * (k & 1023);
  const head = shortRoots[index]!;
  const tail = shortRoots[index + 1]!;
  const difference = x - k * STEP_HEAD;
  const correction = k * STEP_TAIL;
  const r1 = difference - correction;
  const r2 = difference - r1 - correction;
  const cut = r1 + CUTTER - CUTTER;
  const p = r1 * r1 * (1 / 2 + r1 * (1 / 6 + r1 * (1 / 24 + r1 * (1 / 120 + r1 * (1 / 720)))));
  const product = head * cut;
  const high = head + product;
  const error = product - (high - head);
  const low = error + tail + (head * (r1 - cut + (r2 + r2 * r1) + p) + tail * (r1 + p));
  const y = high + low;
  const rest = low - (y - high);
  if (y + rest * SURE !== y) return exactExp(x);
  return y * powers[(k >> 10) + 1023]!;
}
