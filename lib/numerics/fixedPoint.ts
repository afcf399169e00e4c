import {compose} from "./binary64.js";

/**
 * Fixed-point arithmetic in big integers: with `bits` fraction bits, the integer n stands for n * 2^-bits, and "unit"
 * means 2^-bits. Every function here returns a result within 2 units of the true value for any precision below 2^16
 * bits. They work with GUARD more bits inside; an inner result that is off by less than 2^31 inner units is off by
 * less than 1/2 unit, and the shift that drops the guard bits rounds down, by less than 1 unit.
 */
const GUARD = 32;
const guard = BigInt(GUARD);

/** A number as the unevaluated sum of two binary64. */
export interface HeadAndTail {
  /** Has few enough bits that its products with another short number are exact. */
  head: number;
  /** The rest, rounded. */
  tail: number;
}

/** Splits a fixed-point number: the head is the nearest multiple of 2^-headBits. */
export function split(n: bigint, bits: number, headBits: number): HeadAndTail {
  const head = (rescale(n, bits, headBits + 1) + 1n) >> 1n;
  return {head: compose(head, -headBits), tail: compose(n - rescale(head, headBits, bits), -bits)};
}

/** Moves a fixed-point number from `from` to `to` fraction bits; rounds down where bits are dropped. */
export function rescale(n: bigint, from: number, to: number): bigint {
  return to >= from ? n << BigInt(to - from) : n >> BigInt(from - to);
}

/** The sum of a series in 1/q: sign^j q^-(2j+1) / (2j+1), that is atanh(1/q) for sign 1 and atan(1/q) for sign -1. */
function inverseSeries(q: bigint, sign: 1n | -1n, bits: number): bigint {
  let power = (1n << BigInt(bits)) / q;
  let sum = power;
  for (let j = 3n; power !== 0n; j += 2n) {
    power /= sign * q * q;
    sum += power / j;
  }
  return sum;
}

/** Keeps the most precise value computed so far; a call for fewer bits shifts it. */
function constant(compute: (bits: number) => bigint): (bits: number) => bigint {
  let known = 0;
  let value = 0n;
  return (bits) => {
    if (bits + GUARD > known) {
      known = bits + 4 * GUARD;
      value = compute(known);
    }
    return value >> BigInt(known - bits);
  };
}

/** ln 2 = 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749), the three-term formula of Machin's kind. */
export const ln2 = constant(
  (bits) =>
    18n * inverseSeries(26n, 1n, bits) - 2n * inverseSeries(4801n, 1n, bits) + 8n * inverseSeries(8749n, 1n, bits)
);

/** pi = 16 atan(1/5) - 4 atan(1/239), Machin's formula. */
export const pi = constant((bits) => 16n * inverseSeries(5n, -1n, bits) - 4n * inverseSeries(239n, -1n, bits));

/**
 * exp(r) for |r| <= 1.
 *
 * exp(r) = exp(r / 2^s)^(2^s): the Taylor series of the smaller argument, then s squarings, with s more guard bits. The
 * two roundings of a term cost at most 2 inner units, so the sum of N terms has a relative error below 2.1 N inner units.
 * A squaring doubles the relative error and adds less than 3 units, as values stay above exp(-1) > 0.36. The total is
 * below 2^s (2.1 N + 3) relative inner units, of which the s bits absorb the first factor.
 */
export function fixedExp(r: bigint, bits: number): bigint {
  const halvings = 4 + Math.floor(Math.sqrt(bits) / 3);
  const inner = BigInt(bits + GUARD + halvings);
  const t = r << guard;
  let term = t;
  let sum = (1n << inner) + t;
  for (let j = 2n; term !== 0n; j++) {
    term = ((term * t) >> inner) / j;
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum = (sum * sum) >> inner;
  return sum >> BigInt(GUARD + halvings);
}

/**
 * sin(r) for |r| <= 1: its Taylor series.
 *
 * A term is off by less than 3 inner units: two roundings of its own and part of the error of the term before. The sum of
 * N terms is thus off by less than 3 N < 2^20 inner units; the same holds for the cosine.
 */
export function fixedSin(r: bigint, bits: number): bigint {
  return alternatingSeries(r << guard, r, 2n, bits);
}

/** cos(r) for |r| <= 1: its Taylor series. */
export function fixedCos(r: bigint, bits: number): bigint {
  return alternatingSeries(1n << BigInt(bits + GUARD), r, 1n, bits);
}

/** The series whose term j is `first` at the start and then -r^2 / (j (j + 1)) times the term before, j by twos. */
function alternatingSeries(first: bigint, r: bigint, index: bigint, bits: number): bigint {
  const inner = BigInt(bits + GUARD);
  const square = (r * r) >> BigInt(bits - GUARD);
  let sum = first;
  for (let term = first, j = index; term !== 0n; j += 2n) {
    term = ((term * square) >> inner) / (-j * (j + 1n));
    sum += term;
  }
  return sum >> guard;
}

/**
 * atanh(a / b) = log((b + a) / (b - a)) / 2 for integers a and b > 0 with |a / b| <= 1/5.
 *
 * The quotient is off by less than 1 inner unit; the square, the powers and the terms by less than 3. The sum of N terms
 * is thus off by less than 3 N < 2^20 inner units.
 */
export function fixedAtanh(a: bigint, b: bigint, bits: number): bigint {
  if (a < 0n) return -fixedAtanh(-a, b, bits);
  const inner = BigInt(bits + GUARD);
  let power = (a << inner) / b;
  const square = (power * power) >> inner;
  let sum = power;
  for (let j = 3n; power !== 0n; j += 2n) {
    power = (power * square) >> inner;
    sum += power / j;
  }
  return sum >> guard;
}
