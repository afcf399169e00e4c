import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {bitLength, compose, decompose} from "../../lib/numerics/binary64.js";
import {LEAST_BITS, MOST_BITS, roundToBits} from "../../lib/numerics/roundToBits.js";
import {anyNumber, ofExponents} from "./arguments.js";

/** The same by exact integers: what is dropped decides, and the last bit that is kept where it is half a unit. */
function exactly(x: number, bits: number): number {
  const {significand, exponent} = decompose(x);
  const size = significand < 0n ? -significand : significand;
  const drop = BigInt(bitLength(size) - bits);
  if (drop <= 0n) return x;
  const floor = size >> drop;
  const rest = size - (floor << drop);
  const half = 1n << (drop - 1n);
  const up = rest > half || (rest === half && (floor & 1n) === 1n);
  const rounded = compose((up ? floor + 1n : floor) << drop, exponent);
  return significand < 0n ? -rounded : rounded;
}

/** Numbers with few bits, which are ties for some precision. */
const short = fc
  .tuple(fc.integer({min: 1, max: 2 ** 30}), fc.integer({min: -300, max: 300}), fc.constantFrom(1, -1))
  .map(([n, exponent, sign]) => sign * n * 2 ** exponent);

describe("roundToBits", () => {
  it("rounds to nearest, ties to even", () => {
    const bits = fc.integer({min: LEAST_BITS, max: MOST_BITS});
    const x = fc.oneof(anyNumber, ofExponents(-1022, 1023), short).filter((x) => Number.isFinite(x));
    fc.assert(
      fc.property(x, bits, (x, bits) => {
        if (x === 0 || Math.abs(x) >= 2 ** -1022) expect(roundToBits(bits)(x)).toBe(exactly(x, bits));
      }),
      {numRuns: 20_000}
    );
  });

  it("is Math.fround for 24 bits, in binary32's range", () => {
    const round = roundToBits(24);
    fc.assert(
      fc.property(
        fc.oneof(
          ofExponents(-126, 126),
          short.filter((x) => Math.abs(x) < 2 ** 126)
        ),
        (x) => {
          if (Math.abs(x) >= 2 ** -126) expect(round(x)).toBe(Math.fround(x));
        }
      )
    );
  });

  it("keeps what is no normal number, and overflows", () => {
    const round = roundToBits(10);
    for (const x of [0, -0, NaN, Infinity, -Infinity, 5e-324, -1e-310]) expect(round(x)).toBe(x);
    expect(round(Number.MAX_VALUE)).toBe(Infinity);
    expect(round(-Number.MAX_VALUE)).toBe(-Infinity);
    expect(round(1 + 2 ** -10)).toBe(1);
    expect(round(1 + 3 * 2 ** -10)).toBe(1 + 2 ** -8);
  });

  it("wants a number of bits that it can round to", () => {
    for (const bits of [7, 51, 20.5, NaN]) expect(() => roundToBits(bits)).toThrow("whole number from 8 to 50");
  });
});
