/** Sums of squares within these bounds have lost nothing to overflow or underflow. */
const LEAST = 1e-280;
const MOST = 1e280;

/** A factor that brings the square of a number of size `most` near 1: a power of two, so that multiplying is exact. */
function scaleFor(most: number): number {
  let scale = 1;
  while (most * scale > 2) scale *= 0.5;
  while (most * scale < 1 && scale < 8.98846567431158e307) scale *= 2;
  return scale;
}

/** The square root of the sum of f(i)^2, 0 <= i < n, which neither overflows nor underflows unless the result does. */
function root(n: number, f: (i: number) => number): number {
  let sum = 0;
  let most = 0;
  for (let i = 0; i < n; ++i) {
    const x = f(i);
    sum += x * x;
    if (!(Math.abs(x) <= most)) most = Math.abs(x);
  }
  if ((sum > LEAST && sum < MOST) || !(most > 0) || most === Infinity) return Math.sqrt(sum);
  const scale = scaleFor(most);
  sum = 0;
  for (let i = 0; i < n; ++i) sum += f(i) * scale * (f(i) * scale);
  return Math.sqrt(sum) / scale;
}

/** The Euclidean norm of a vector, such as the gradient: U's part and V's part in the order of a record. */
export function norm(vector: Float64Array): number {
  return root(vector.length, (i) => vector[i]!);
}

/**
 * How far a vector turns away from another: tan(α / 2) for the angle α between them, from 0 (the same direction) by 1 (a
 * right angle) to Infinity (the opposite direction). It is |p - q| / |p + q| of the unit vectors p and q, which is
 * accurate for every α, where the cosine is not for small ones (W. Kahan, "How Futile are Mindless Assessments of
 * Roundoff in Floating-Point Computation?", 2006, section 12).
 * @param a with its norm
 * @param b with its norm, of the same length as `a`
 * @returns NaN if a vector is zero or not finite
 */
export function turn(a: Float64Array, normA: number, b: Float64Array, normB: number): number {
  if (!(normA > 0 && normB > 0 && normA < Infinity && normB < Infinity)) return NaN;
  const apart = root(a.length, (i) => a[i]! / normA - b[i]! / normB);
  const together = root(a.length, (i) => a[i]! / normA + b[i]! / normB);
  return apart / together;
}

/** Where a walker stands who goes the gradients one after the other, and where he looks: a point and a unit vector. */
export interface PathEnd {
  x: number;
  y: number;
  directionX: number;
  directionY: number;
}

/** At the origin, looking along the x axis. */
export const pathStart: PathEnd = {x: 0, y: 0, directionX: 1, directionY: 0};

/**
 * The next arrow of the two-dimensional path of gradients: it is as long as the gradient, and its angle to the arrow
 * before is that between both gradients, alternately to the left and to the right. From t = tan(α / 2) sine and cosine
 * are rational: 2 t / (1 + t^2) and (1 - t^2) / (1 + t^2).
 * @param norm of this gradient
 * @param t how far it turns away from the one before; NaN for the first, or where there is no direction
 * @param left to which side it turns
 */
export function pathStep({x, y, directionX, directionY}: PathEnd, norm: number, t: number, left: boolean): PathEnd {
  // Beyond 1e8, 1 + t^2 rounds to t^2.
  const cosine = t <= 1 ? (1 - t * t) / (1 + t * t) : t > 1 ? (1 / t / t - 1) / (1 / t / t + 1) : 1;
  const sine = t <= 1 ? (2 * t) / (1 + t * t) : t > 1 ? 2 / t / (1 / t / t + 1) : 0;
  const s = left ? sine : -sine;
  const toX = directionX * cosine - directionY * s;
  const toY = directionX * s + directionY * cosine;
  return {x: x + norm * toX, y: y + norm * toY, directionX: toX, directionY: toY};
}
