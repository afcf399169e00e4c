import {powerOfTwo} from "./binary64.js";

const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);

/** The index of the word that holds sign and exponent, which depends on the processor. */
number[0] = 1;
const HIGH = words[0] === 0 ? 1 : 0;

/** Rounding that is done on a number this much smaller, so that the addition below does not overflow. */
const SCALE = powerOfTwo(60);

/** How many bits `roundToBits` can round to. */
export const LEAST_BITS = 8;
export const MOST_BITS = 50;

/**
 * Rounds binary64 numbers to so many significant bits, to nearest, ties to even; the exponents are those of binary64. 0,
 * infinities, NaN and subnormal numbers stay.
 *
 * Let 2^e <= |x| < 2^(e+1). With s = 53 - bits >= 2, x + 1.5 * 2^(e+s) lies between 2^(e+s) and 2^(e+s+1), where binary64
 * are multiples of 2^(e+1-bits): the addition rounds x to such a multiple, and the subtraction is exact.
 * @throws RangeError if the bits are not a whole number from 8 to 50
 */
export function roundToBits(bits: number): (x: number) => number {
  if (!Number.isInteger(bits) || bits < LEAST_BITS || bits > MOST_BITS)
    throw new RangeError(`The number of bits must be a whole number from ${LEAST_BITS} to ${MOST_BITS}, not ${bits}.`);
  const shift = 53 - bits;
  return function round(x: number): number {
    number[0] = x;
    const exponent = (words[HIGH]! >>> 20) & 0x7ff;
    if (exponent === 0 || exponent === 0x7ff) return x;
    if (exponent + shift >= 0x7ff) return round(x / SCALE) * SCALE;
    words[HIGH] = ((exponent + shift) << 20) | 0x80000;
    words[1 - HIGH] = 0;
    const mesh = number[0];
    return x + mesh - mesh;
  };
}
