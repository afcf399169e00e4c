import type {BitSource} from "./bitSource.js";
import {seedSequence} from "./seedSequence.js";

/** A linear congruential generator modulo 2^128 with a permuted output. */
export interface Pcg64 extends BitSource {
  /** The 128-bit state from which the next step starts. */
  readonly state: bigint;
  /** The odd 128-bit number that each step adds: it selects the stream. */
  readonly increment: bigint;
}

const multiplier = 0x2360ed051fc65da44385df649fccf645n;

/** For `&` rather than `BigInt.asUintN`, which QuickJS gets wrong (https://github.com/bellard/quickjs/issues/557). */
const mask128 = (1n << 128n) - 1n;
const mask64 = (1n << 64n) - 1n;

/**
 * PCG64, that is PCG XSL-RR 128/64 (M. E. O'Neill, “PCG: A family of simple fast space-efficient statistically good
 * algorithms for random number generation”, 2014), seeded through a seed sequence as NumPy's `PCG64(seed)`.
 *
 * @throws RangeError if `seed` is negative.
 */
export function pcg64(seed: bigint): Pcg64 {
  const [stateHigh, stateLow, streamHigh, streamLow] = seedSequence(seed).generateState(4);
  const increment = ((join(streamHigh!, streamLow!) << 1n) | 1n) & mask128;
  const step = (state: bigint) => (state * multiplier + increment) & mask128;
  let state = step(step(0n) + join(stateHigh!, stateLow!));
  return {
    increment,
    get state() {
      return state;
    },
    next64() {
      state = step(state);
      return output(state);
    }
  };
}

function join(high: bigint, low: bigint): bigint {
  return (high << 64n) | low;
}

/** XSL-RR: the xor of the two halves, rotated right by the six highest bits. */
function output(state: bigint): bigint {
  const halves = (state ^ (state >> 64n)) & mask64;
  const rotation = state >> 122n;
  return ((halves >> rotation) | (halves << (64n - rotation))) & mask64;
}
