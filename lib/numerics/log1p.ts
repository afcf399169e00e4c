import {exactLog1p} from "./exact.js";

/**
 * The binary64 nearest to log(1 + x), for every binary64 x; log1p(±0) = ±0, log1p(-1) = -Infinity, NaN below. The exact
 * layer alone: only the tail of the normal distribution asks for it, a few times in a thousand numbers.
 */
export function log1p(x: number): number {
  return exactLog1p(x);
}
