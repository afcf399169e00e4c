const word = new DataView(new ArrayBuffer(8));

/** A finite binary64 as an exact integer times a power of two: `significand * 2^exponent`. */
export interface Binary64 {
  /** Signed, |significand| < 2^53. */
  significand: bigint;
  /** From -1074 to 971. */
  exponent: number;
}

/**
 * The exact value of a finite binary64, subnormals included; both zeros have significand 0.
 *
 * @throws RangeError if x is NaN or infinite.
 */
export function decompose(x: number): Binary64 {
  if (!Number.isFinite(x)) throw new RangeError(`${x} is not a multiple of a power of two; decompose a finite number.`);
  word.setFloat64(0, x);
  const high = word.getInt32(0);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(word.getUint32(4));
  const significand = biased === 0 ? fraction : fraction | (1n << 52n);
  return {significand: high < 0 ? -significand : significand, exponent: Math.max(biased, 1) - 1075};
}

/**
 * The binary64 nearest to `n * 2^exponent`, ties to even: the one place where an exact value is rounded. Subnormal
 * results round at 2^-1074 and large ones overflow to infinity, as IEEE 754 has it; n = 0 gives +0.
 *
 * The unit u = 2^t of the result is 53 bits below the leading bit of the value, but never below 2^-1074. The value is
 * rounded to an integer number of units, at most 2^53, so that the product with 2^t is exact or overflows.
 */
export function compose(n: bigint, exponent: number): number {
  if (n < 0n) return -compose(-n, exponent);
  if (n === 0n) return 0;
  const unit = Math.max(exponent + bitLength(n) - 53, -1074);
  if (unit <= exponent) return unit > 971 ? Infinity : scale(Number(n << BigInt(exponent - unit)), unit);
  const drop = BigInt(unit - exponent);
  const floor = n >> drop;
  const rest = n - (floor << drop);
  const half = 1n << (drop - 1n);
  const up = rest > half || (rest === half && (floor & 1n) === 1n);
  return scale(Number(up ? floor + 1n : floor), unit);
}

function scale(units: number, exponent: number): number {
  return exponent > 971 ? Infinity : units * powerOfTwo(exponent);
}

/** 2^e as a binary64, for -1074 <= e <= 1023. */
export function powerOfTwo(e: number): number {
  const high = e >= -1022 ? (e + 1023) << 20 : e >= -1042 ? 1 << (e + 1042) : 0;
  word.setInt32(0, high);
  word.setInt32(4, e < -1042 ? 1 << (e + 1074) : 0);
  return word.getFloat64(0);
}

/** The exponent E of a finite nonzero x: 2^E <= |x| < 2^(E+1). */
export function exponentOf(x: number): number {
  const {significand, exponent} = decompose(x);
  return bitLength(significand < 0n ? -significand : significand) - 1 + exponent;
}

/**
 * The number of bits of n >= 0: 2^(bits-1) <= n < 2^bits, and 0 for 0.
 *
 * The conversion to binary64 has the right exponent, or one too much where it rounds up to a power of two.
 */
export function bitLength(n: bigint): number {
  if (n >> 1000n !== 0n) return 960 + bitLength(n >> 960n);
  if (n === 0n) return 0;
  word.setFloat64(0, Number(n));
  const bits = (word.getInt32(0) >>> 20) - 1022;
  return n >> BigInt(bits - 1) === 0n ? bits - 1 : bits;
}
