import {compose, powerOfTwo} from "./binary64.js";
import {exactSin} from "./exact.js";
import {fixedCos, fixedSin, pi, split} from "./fixedPoint.js";

const BITS = 128;

/** 256 / pi, steps per radian. */
const STEPS = compose((1n << 168n) / pi(100), -60);

/**
 * pi / 256 = STEP_1 + STEP_2 + STEP_3 within 2^-112: multiples of 2^-32 below 2^-6 and of 2^-58 up to 2^-33, whose
 * products with an integer below 2^27 are exact, and the rest, up to 2^-59.
 */
const {head: STEP_1} = split(pi(BITS), BITS + 8, 32);
const {head: STEP_1_AND_2, tail: STEP_3} = split(pi(BITS), BITS + 8, 58);
const STEP_2 = STEP_1_AND_2 - STEP_1;

/** sin(i pi / 256) = sines[2 i] + sines[2 i + 1], a multiple of 2^-26 and the rest, up to 2^-27. */
const sines = new Float64Array(1024);

for (let i = 0; i <= 64; i++) {
  const angle = (BigInt(i) * pi(BITS)) >> 8n;
  setSine(i, fixedSin(angle, BITS));
  setSine(128 - i, fixedCos(angle, BITS));
}

function setSine(i: number, value: bigint): void {
  const {head, tail} = split(value, BITS, 26);
  sines.set([head, tail], 2 * i);
  sines.set([head, tail], 2 * (256 - i));
  sines.set([-head, -tail], 2 * (256 + i));
  sines.set([-head, -tail], 2 * ((512 - i) & 511));
}

/** 1.5 * 2^52 and 1.5 * 2^18: adding and subtracting them rounds to an integer and to a multiple of 2^-34. */
const ROUNDER = 1.5 * powerOfTwo(52);
const CUTTER = 1.5 * powerOfTwo(18);

const LARGE = powerOfTwo(20);
const SMALL = powerOfTwo(-7);
const TINY = powerOfTwo(-27);

/** Error bounds, see below: absolute, and relative to a small argument. */
const ERROR = powerOfTwo(-65);
const SMALL_ERROR = powerOfTwo(-66);

/**
 * The binary64 nearest to sin(x), for every binary64 x, by table and double-double with Ziv's rounding test; one
 * argument in some thousands stays in doubt and goes to the exact layer, as do those beyond 2^20.
 *
 * With k nearest to x 256 / pi, sin x = S cos r + C sin r, S = sin(k pi / 256), C = cos(k pi / 256), |r| < 0.00614 < 2^-7.3.
 *
 * Argument, 2^-7 <= |x| <= 2^20, |k| < 2^27. k STEP_1 and k STEP_2 are exact. So are both subtractions: the operands are
 * multiples of 2^-32 or of the unit of x and then of 2^-59; the differences are below 2^-5 and |x|, and below 2^-7.3.
 * k STEP_3 is below 2^-32 and off by 2^-84 at most.
 *
 * Sum. sin x = S + C r + S (cos r - 1) + C (sin r - r). r is cut to a multiple of 2^-34, of at most 27 bits, so that the
 * product of the head of C with the cut is exact; (high, error) is the exact sum of the head of S and that product, as S
 * is 0 or above |r|. The rest is below 1.24 * 2^-16. Its errors, in units of 2^-69: in cos r - 1, 1.6 for the rounding
 * of r, 1 for the square, 0.6 for the factor, 1 for the product; 0.6 for S, 1 for the product with S, 1 for each of the
 * three sums; less than 0.1 for all that is below 2^-24. Together 8.9 * 2^-69 < 2^-65.8; the bound 2^-65 leaves room for
 * the roundings of the test.
 *
 * Small arguments: sin x = x + x^3 (-1/6 + …). The second term is below 2^-16.5 |x|, with five roundings and coefficients
 * off by less than 2^-67.2 |x|, and the series is cut below 2^-74 |x|. Below 2^-27, x is nearest, as in the exact layer.
 */
export function sin(x: number): number {
  const size = Math.abs(x);
  let high = x;
  let low;
  let bound;
  if (size < SMALL) {
    if (size < TINY) return x;
    const square = x * x;
    low = x * square * (-1 / 6 + square * (1 / 120 + square * (-1 / 5040)));
    bound = size * SMALL_ERROR;
  } else {
    if (!(size <= LARGE)) return exactSin(x);
    const k = x * STEPS + ROUNDER - ROUNDER;
    const i = 2 * (k & 511);
    const j = (i + 256) & 1023;
    const sineHead = sines[i]!;
    const sineTail = sines[i + 1]!;
    const cosineHead = sines[j]!;
    const cosineTail = sines[j + 1]!;
    const difference = x - k * STEP_1 - k * STEP_2;
    const correction = k * STEP_3;
    const r = difference - correction;
    const cut = r + CUTTER - CUTTER;
    const square = r * r;
    const cosine = square * (-1 / 2 + square * (1 / 24 + square * (-1 / 720)));
    const sine = r * square * (-1 / 6 + square * (1 / 120 + square * (-1 / 5040)));
    const product = cosineHead * cut;
    high = sineHead + product;
    const error = product - (high - sineHead);
    const first = cosineHead * (difference - cut - correction) + cosineTail * r;
    const second = (sineHead + sineTail) * cosine + (cosineHead + cosineTail) * sine;
    low = error + sineTail + (first + second);
    bound = ERROR;
  }
  const y = high + (low + bound);
  return y === high + (low - bound) ? y : exactSin(x);
}
