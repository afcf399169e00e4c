import {exp} from "./exp.js";

/**
 * The logistic function of the first n numbers: out[i] = 1 / (1 + exp(-z[i])), where exp is correctly rounded and the
 * addition and the division are binary64 operations. `out` may be `z` itself.
 */
export function logisticBlock(z: Float64Array, out: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) out[i] = 1 / (1 + exp(-z[i]!));
}
