import {exactTanh} from "./exact.js";

/**
 * The binary64 nearest to tanh(x), for every binary64 x; tanh(±0) = ±0, tanh(±Infinity) = ±1. The exact layer alone: only
 * the reader's own targets ask for it, once for each point.
 */
export function tanh(x: number): number {
  return exactTanh(x);
}
