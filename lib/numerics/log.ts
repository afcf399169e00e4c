import {exactLog} from "./exact.js";

/**
 * The binary64 nearest to log(x), for every binary64 x; log(±0) = -Infinity, NaN below 0. The exact layer alone: only the
 * reader's own targets ask for it, once for each point.
 */
export function log(x: number): number {
  return exactLog(x);
}
