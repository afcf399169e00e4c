import {exactCos} from "./exact.js";

/**
 * The binary64 nearest to cos(x), for every binary64 x; NaN for NaN and the infinities. The exact layer alone: only the
 * reader's own targets ask for it, once for each point.
 */
export function cos(x: number): number {
  return exactCos(x);
}
