import {exactSin} from "./exact.js";

/** The binary64 nearest to sin(x), for every binary64 x. */
export function sin(x: number): number {
  return exactSin(x);
}
