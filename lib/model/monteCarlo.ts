import {nextAbove, nextBelow} from "../numerics/nextAbove.js";
import type {BitSource} from "../random/bitSource.js";
import {recordLength} from "./history.js";
import type {Training} from "./training.js";

/** So many weights are moved by the bits of one raw number. */
const BITS = 64;

/**
 * Monte Carlo arithmetic (arithmetic, "Other arithmetics"): a training whose weights move one unit in the last place up
 * or down after each step, at random. What such an error decides, rounding decides.
 *
 * After each step one raw number, and another after each 64 weights if more follow, is read from its lowest bit, U row by
 * row, then V: a 1 moves the weight to the next binary64 above, a 0 to the next below. 0, infinities and NaN stay.
 *
 * Introduced by D. S. Parker, "Monte Carlo Arithmetic" (UCLA, 1997), with random errors in every operation.
 */
export function monteCarlo(exact: Training, hidden: number, bits: BitSource): Training {
  const {U, V} = exact;
  const length = recordLength(hidden);
  return {
    U,
    V,
    get epoch() {
      return exact.epoch;
    },
    get rate() {
      return exact.rate;
    },
    set rate(rate) {
      exact.rate = rate;
    },
    *advance(records, count) {
      for (let i = 0; i < count; ++i) {
        yield* iterable(exact.advance(records.subarray(i * length, (i + 1) * length), 1));
        nudge([U, V], bits);
      }
    },
    finish: exact.finish
  };
}

/** Moves each number of the arrays, one array after the other, to the next binary64 above or below. */
export function nudge(arrays: readonly Float64Array[], bits: BitSource): void {
  let left = 0;
  let low = 0;
  let high = 0;
  for (const numbers of arrays)
    for (let i = 0; i < numbers.length; ++i) {
      if (left === 0) {
        const raw = bits.next64();
        low = Number(raw & 0xffffffffn);
        high = Number(raw >> 32n);
        left = BITS;
      }
      const up = ((left > 32 ? low : high) & 1) === 1;
      if (left > 32) low >>>= 1;
      else high >>>= 1;
      --left;
      const x = numbers[i]!;
      if (x !== 0 && Number.isFinite(x)) numbers[i] = up ? nextAbove(x) : nextBelow(x);
    }
}

function* iterable(slices: Iterator<void>): Generator<void> {
  while (!slices.next().done) yield;
}
