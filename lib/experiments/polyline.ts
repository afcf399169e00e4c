import {log10} from "../numerics/log10.js";

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
