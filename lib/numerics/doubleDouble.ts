import {compose, decompose} from "./binary64.js";

/**
 * A number as the unevaluated sum of two binary64, hi + lo, with hi = hi + lo rounded: some 106 bits.
 *
 * The operations are those of T. J. Dekker, "A floating-point technique for extending the available precision", Numer. Math.
 * 18 (1971), in the forms whose relative errors M. Joldes, J.-M. Muller and V. Popescu proved in "Tight and rigorous error
 * bounds for basic building blocks of double-word arithmetic", ACM TOMS 44 (2017); u = 2^-53. The bounds hold unless
 * something over- or underflows on the way: products want operands below 2^996, and values below 2^-969 have fewer bits.
 * Where a part is not finite, lo is 0 and hi is what binary64 has.
 */
export interface DoubleDouble {
  readonly hi: number;
  readonly lo: number;
}

/** 2^27 + 1, Veltkamp's factor: it splits a binary64 into two halves of at most 26 bits and a sign. */
const SPLITTER = 134217729;

/** hi + lo of a sum or product and its error, |error| <= |value| (Dekker's Fast2Sum); NaN stands for a lost error. */
function pair(value: number, error: number): DoubleDouble {
  if (error !== error) return {hi: value, lo: 0};
  const hi = value + error;
  return {hi, lo: error - (hi - value)};
}

/** What the rounding of a + b = sum took away, exactly (Knuth's 2Sum). */
export function sumError(a: number, b: number, sum: number): number {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}

/** What the rounding of a b = product took away, exactly (Dekker's product with Veltkamp's split). */
export function productError(a: number, b: number, product: number): number {
  const bigA = SPLITTER * a;
  const bigB = SPLITTER * b;
  const a1 = bigA - (bigA - a);
  const b1 = bigB - (bigB - b);
  const a2 = a - a1;
  const b2 = b - b1;
  return a2 * b2 - (product - a1 * b1 - a2 * b1 - a1 * b2);
}

/** The number of a binary64. */
export function doubleDouble(x: number): DoubleDouble {
  return {hi: x, lo: 0};
}

/** n 2^exponent, rounded to hi and the rest to lo. */
export function composeDoubleDouble(n: bigint, exponent: number): DoubleDouble {
  const hi = compose(n, exponent);
  if (!Number.isFinite(hi)) return {hi, lo: 0};
  const head = decompose(hi);
  const unit = Math.min(head.exponent, exponent);
  const rest = (n << BigInt(exponent - unit)) - (head.significand << BigInt(head.exponent - unit));
  return {hi, lo: compose(rest, unit)};
}

export function negative({hi, lo}: DoubleDouble): DoubleDouble {
  return {hi: -hi, lo: 0 - lo};
}

export function absolute(a: DoubleDouble): DoubleDouble {
  return a.hi < 0 || Object.is(a.hi, -0) ? negative(a) : a;
}

/** a + b, within 3 u^2 / (1 - 4 u) (their algorithm 6). */
export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const sum = a.hi + b.hi;
  const low = a.lo + b.lo;
  const first = sumError(a.hi, b.hi, sum) + low;
  if (first !== first) return {hi: sum, lo: 0};
  const high = sum + first;
  return pair(high, sumError(a.lo, b.lo, low) + (first - (high - sum)));
}

/** a - b, within 3 u^2 / (1 - 4 u). */
export function subtract(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  return add(a, negative(b));
}

/** a b, within 5 u^2 (their algorithm 10; bound of Muller and Rideau, "Formalization of double-word arithmetic", 2022). */
export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = a.hi * b.hi;
  return pair(product, productError(a.hi, b.hi, product) + (a.hi * b.lo + a.lo * b.hi));
}

/** a / b, within 15 u^2 + 56 u^3 (their algorithm 17). */
export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const quotient = a.hi / b.hi;
  const back = timesNumber(b, quotient);
  return pair(quotient, (a.hi - back.hi + (a.lo - back.lo)) / b.hi);
}

/** a x, within 3/2 u^2 + 4 u^3 (their algorithm 7). */
function timesNumber(a: DoubleDouble, x: number): DoubleDouble {
  const product = a.hi * x;
  const low = a.lo * x;
  const high = product + low;
  return pair(high, low - (high - product) + productError(a.hi, x, product));
}

/**
 * The square root, within 25/8 u^2 (Lefevre, Louvet, Muller, Picot and Rideau, "Accurate calculation of Euclidean norms
 * using double-word arithmetic", ACM TOMS 49, 2023).
 */
export function squareRoot(a: DoubleDouble): DoubleDouble {
  const root = Math.sqrt(a.hi);
  if (!(root > 0)) return {hi: root, lo: 0};
  const square = root * root;
  return pair(root, (a.lo + (a.hi - square - productError(root, root, square))) / (2 * root));
}
