import {exactExp} from "./exact.js";

/** The binary64 nearest to exp(x), for every binary64 x. */
export function exp(x: number): number {
  return exactExp(x);
}
