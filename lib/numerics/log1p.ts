import {exactLog1p} from "./exact.js";

/** The binary64 nearest to log1p(x), for every binary64 x. */
export function log1p(x: number): number {
  return exactLog1p(x);
}
