/**
 * Decides whether a number is the binary64 nearest to exp(x), sin(x), cos(x), log(x), log(1 + x) or tanh(x) by methods that share nothing with
 * lib/numerics: logarithms and pi by the arithmetic-geometric mean, the sine by squaring complex numbers, without any
 * reduction by pi. A claimed value is right if the true one lies between the midpoints to its two neighbours; exp(x)
 * does if x lies between their logarithms.
 */

/** n * 2^e */
interface Dyadic {
  n: bigint;
  e: number;
}

function dyadic(x: number): Dyadic {
  let e = 0;
  for (; !Number.isInteger(x); x *= 2) e--;
  return {n: BigInt(x), e};
}

function fixed({n, e}: Dyadic, bits: number): bigint {
  return e + bits >= 0 ? n << BigInt(e + bits) : n >> BigInt(-e - bits);
}

/** The next binary64 above or below, with infinity taken for 2^1024. */
export function neighbour(x: number, direction: 1 | -1): number {
  if (x === 0) return direction * Number.MIN_VALUE;
  const bits = new BigInt64Array(1);
  const value = new Float64Array(bits.buffer);
  value[0] = x;
  bits[0]! += x > 0 === direction > 0 ? 1n : -1n;
  return value[0];
}

/** The exact midpoint of y and its neighbour. */
export function midpoint(y: number, direction: 1 | -1): Dyadic {
  const exact = (x: number) => (Number.isFinite(x) ? dyadic(x) : {n: x > 0 ? 1n : -1n, e: 1024});
  const a = exact(y);
  const b = exact(neighbour(y, direction));
  const e = Math.min(a.e, b.e);
  return {n: fixed(a, -e) + fixed(b, -e), e: e - 1};
}

function squareRoot(n: bigint): bigint {
  let root = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (let next = (root + n / root) >> 1n; next < root; next = (root + n / root) >> 1n) root = next;
  return root;
}

function once(compute: (bits: number) => bigint): (bits: number) => bigint {
  const known = new Map<number, bigint>();
  return (bits) => {
    const value = known.get(bits) ?? compute(bits);
    known.set(bits, value);
    return value;
  };
}

/** pi by Gauss and Legendre, within 2^20 units of 2^-bits. */
export const pi = once((bits) => {
  const one = 1n << BigInt(bits);
  let a = one;
  let b = squareRoot((one * one) / 2n);
  let t = one / 4n;
  for (let p = 0n; a - b > 4n; p++) {
    const mean = (a + b) >> 1n;
    t -= ((a - mean) * (a - mean) * (1n << p)) >> BigInt(bits);
    b = squareRoot(a * b);
    a = mean;
  }
  return ((a + b) * (a + b)) / (4n * t);
});

/** pi / (2 agm(1, 4 / s)) = log s + O(log s / s^2), for s = n * 2^e about 2^(bits/2), with 2 bits fraction bits inside. */
function largeLog({n, e}: Dyadic, bits: number): bigint {
  const width = BigInt(2 * bits);
  let a = 1n << width;
  let b = (1n << (2n * width + 2n)) / fixed({n, e}, 2 * bits);
  while (a - b > 4n) [a, b] = [(a + b) >> 1n, squareRoot(a * b)];
  return (pi(2 * bits) << (width - 1n)) / a;
}

/** log(n * 2^e), with twice as many fraction bits as returned precise ones; the error is below 2^(20 - bits). */
function log({n, e}: Dyadic, bits: number): bigint {
  const shift = (bits >> 1) + 10 - n.toString(2).length;
  return largeLog({n, e: shift}, bits) + BigInt(e - shift) * ln2(bits);
}

/** log 2 = log(2^k) / k, with 2 * bits fraction bits. */
const ln2 = once((bits) => {
  const k = (bits >> 1) + 10;
  return largeLog({n: 1n, e: k}, bits) / BigInt(k);
});

/** log 2 with `bits` fraction bits. */
export function logarithmOfTwo(bits: number): bigint {
  return ln2(bits + 40) >> BigInt(bits + 80);
}

const BITS = 220;
const WIDTH = 2 * BITS;
const MARGIN = 1n << BigInt(2 * BITS - BITS + 20);

/** Whether a < b when either may be off by the margin; throws if that cannot be told. */
function less(a: bigint, b: bigint, margin = MARGIN): boolean {
  if (b - a > margin) return true;
  if (a - b > margin) return false;
  throw new RangeError("The referee needs more bits to decide.");
}

/** For finite x, and y >= 0, Infinity included. */
export function isNearestExp(x: number, y: number): boolean {
  const target = fixed(dyadic(x), WIDTH);
  if (y > 0 && !less(log(midpoint(y, -1), BITS), target)) return false;
  return y === Infinity || less(target, log(midpoint(y, 1), BITS));
}

/** For finite x > -1. */
export function isNearestLog1p(x: number, y: number): boolean {
  const {n, e} = dyadic(x);
  const value = log({n: n + (1n << BigInt(-e)), e}, BITS);
  return less(fixed(midpoint(y, -1), WIDTH), value) && less(value, fixed(midpoint(y, 1), WIDTH));
}

/** For finite x > 0. */
export function isNearestLog(x: number, y: number): boolean {
  const value = log(dyadic(x), BITS);
  return less(fixed(midpoint(y, -1), WIDTH), value) && less(value, fixed(midpoint(y, 1), WIDTH));
}

/** For finite x and |y| <= 1: tanh(x) lies on that side of m on which 2 x lies of log(1 + m) - log(1 - m). */
export function isNearestTanh(x: number, y: number): boolean {
  const target = 2n * fixed(dyadic(x), WIDTH);
  const twiceArtanh = ({n, e}: Dyadic) => {
    const one = 1n << BigInt(-e);
    return log({n: one + n, e}, BITS) - log({n: one - n, e}, BITS);
  };
  const above = midpoint(y, 1);
  const below = midpoint(y, -1);
  const reached = ({n, e}: Dyadic) => n > 0n && n >> BigInt(-e) > 0n;
  return (
    (reached(above) || less(target, twiceArtanh(above), 2n * MARGIN)) &&
    !reached(below) &&
    less(twiceArtanh(below), target, 2n * MARGIN)
  );
}

/** For finite x. */
export function isNearestSin(x: number, y: number): boolean {
  const {sine, width, margin} = onCircle(x);
  return less(fixed(midpoint(y, -1), width), sine, margin) && less(sine, fixed(midpoint(y, 1), width), margin);
}

/** For finite x. */
export function isNearestCos(x: number, y: number): boolean {
  const {cosine, width, margin} = onCircle(x);
  return less(fixed(midpoint(y, -1), width), cosine, margin) && less(cosine, fixed(midpoint(y, 1), width), margin);
}

/**
 * For finite x, |x| < 2^m: exp(i x) = exp(i t)^(2^N) with t = x / 2^N. Each squaring doubles the error, so that the series
 * must be precise to all N + 240 bits: with N = 5 m / 4 + 80, t^5 / 120 < 2^-(5 m / 4 + 406) < 2^-(N + 320).
 */
function onCircle(x: number): {sine: bigint; cosine: bigint; width: number; margin: bigint} {
  const magnitude = BigInt(Math.trunc(Math.abs(x))).toString(2).length;
  const halvings = 80 + Math.ceil((5 * magnitude) / 4);
  const width = halvings + 240;
  const w = BigInt(width);
  const angle = dyadic(x);
  const t = fixed({n: angle.n, e: angle.e - halvings}, width);
  const square = (t * t) >> w;
  let sine = t - ((t * square) >> w) / 6n;
  let cosine = (1n << w) - square / 2n + ((square * square) >> w) / 24n;
  for (let i = 0; i < halvings; i++) {
    [sine, cosine] = [(sine * cosine) >> (w - 1n), (cosine * cosine - sine * sine) >> w];
  }
  const margin = 1n << BigInt(halvings + 40);
  return {sine, cosine, width, margin};
}
