/**
 * A curve over epochs, drawn by straight lines from vertex to vertex. Every vertex is a recorded number, to seven
 * significant digits.
 */
export interface Polyline {
  /** ascending */
  epochs: number[];
  values: number[];
  /** no recorded number is further from the line than this: in powers of ten for a loss, else in the value's own unit */
  bound: number;
}

/** The scale on which the vertices are joined by straight lines. */
export type PolylineScale = "linear" | "log";

/** Losses are drawn on a logarithmic axis within so many powers of ten. */
export const LOG_BOUND = 0.002;

/** Weights and gradients are drawn within this part of the range that they cover. */
export const LINEAR_BOUND = 1 / 1000;

const LN10 = 2.302585092994046;
const LN2 = 0.6931471805599453;
const view = new DataView(new ArrayBuffer(8));

/**
 * log10 of a positive finite number to some 1e-15, by operations that every engine rounds alike, so that all choose the
 * same vertices: with x = 2^e m, 0.7 < m < 1.5, and s = (m - 1) / (m + 1), log m = 2 (s + s^3 / 3 + s^5 / 5 + …), where
 * |s| < 0.2 and the terms from s^25 on are below 1e-18.
 */
function log10(x: number): number {
  const subnormal = x < 2.2250738585072014e-308;
  view.setFloat64(0, subnormal ? x * 0x40000000000000 : x);
  const high = view.getUint32(0);
  const half = (high & 0xfffff) > 0x6a09e ? 1 : 0;
  const exponent = (high >>> 20) - 1023 + half - (subnormal ? 54 : 0);
  view.setUint32(0, (high & 0xfffff) | ((1023 - half) << 20));
  const m = view.getFloat64(0);
  const s = (m - 1) / (m + 1);
  let sum = 0;
  for (let k = 23; k > 0; k -= 2) sum = sum * s * s + 1 / k;
  return (2 * s * sum + exponent * LN2) / LN10;
}

/**
 * The polyline through a column, up to its first number that cannot be drawn (not finite, or on a logarithmic scale not
 * positive). From each vertex it takes the furthest number to which a straight line keeps all numbers between within the
 * bound; the slopes that do so form an interval that shrinks from number to number (the cone of Williams, "An efficient
 * algorithm for the piecewise linear approximation of planar curves", 1978).
 * @param column one number an epoch, from epoch 0
 */
export function polyline(column: Float64Array, scale: PolylineScale): Polyline {
  const drawable = (value: number) => Number.isFinite(value) && (scale === "linear" || value > 0);
  let length = column.findIndex((value) => !drawable(value));
  if (length < 0) length = column.length;
  const y = scale === "log" ? column.subarray(0, length).map(log10) : column.subarray(0, length);
  const bound = scale === "log" ? LOG_BOUND : LINEAR_BOUND * span(y);
  const epochs = length > 0 ? [0] : [];
  for (let vertex = 0; vertex < length - 1;) {
    let next = vertex + 1;
    let least = -Infinity;
    let most = Infinity;
    for (let i = vertex + 1; i < length && least <= most; ++i) {
      const slope = (y[i]! - y[vertex]!) / (i - vertex);
      if (slope >= least && slope <= most) next = i;
      const slack = bound / (i - vertex);
      least = Math.max(least, slope - slack);
      most = Math.min(most, slope + slack);
    }
    epochs.push((vertex = next));
  }
  return {epochs, values: epochs.map((epoch) => Number(column[epoch]!.toPrecision(7))), bound};
}

function span(values: Float64Array): number {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return most - least;
}
