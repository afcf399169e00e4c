import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {bitLength, compose, decompose, exponentOf, powerOfTwo} from "../../lib/numerics/binary64.js";
import {midpoint} from "./referee.js";

const finite = fc.double({noNaN: true, noDefaultInfinity: true});

describe("decompose and compose", () => {
  it("are inverse", () => {
    fc.assert(
      fc.property(finite, (x) => {
        const {significand, exponent} = decompose(x);
        expect(compose(significand, exponent)).toBe(x + 0);
      }),
      {numRuns: 5000}
    );
  });

  it("know the parts of subnormal numbers, powers of two and zeros", () => {
    expect(decompose(Number.MIN_VALUE)).toEqual({significand: 1n, exponent: -1074});
    expect(decompose(2 ** -1022)).toEqual({significand: 1n << 52n, exponent: -1074});
    expect(decompose(-1)).toEqual({significand: -(1n << 52n), exponent: -52});
    expect(decompose(Number.MAX_VALUE)).toEqual({significand: (1n << 53n) - 1n, exponent: 971});
    expect(decompose(-0)).toEqual({significand: 0n, exponent: -1074});
  });

  it("refuse what is not a finite number", () => {
    for (const x of [NaN, Infinity, -Infinity]) expect(() => decompose(x)).toThrow(RangeError);
  });
});

describe("compose", () => {
  it("rounds integers as the language does", () => {
    fc.assert(
      fc.property(fc.bigInt(-(1n << 1100n), 1n << 1100n), fc.integer({min: 0, max: 1100}), (n, drop) => {
        const integer = n >> BigInt(drop);
        expect(compose(integer, 0)).toBe(Number(integer));
      }),
      {numRuns: 5000}
    );
  });

  it("gives the nearest number, and the even one of two, down to subnormal numbers", () => {
    const value = fc.tuple(
      fc.bigInt(1n, 1n << 120n),
      fc.integer({min: -1250, max: -900}),
      fc.integer({min: 0, max: 100}),
      fc.boolean()
    );
    fc.assert(
      fc.property(value, ([bits, exponent, zeros, tie]) => {
        const n = tie ? ((bits >> BigInt(zeros)) | 1n) << 20n : bits >> BigInt(zeros);
        const y = compose(n, exponent);
        const even = (decompose(y).significand & 1n) === 0n;
        const limit = (direction: 1 | -1) => {
          const {n: m, e} = midpoint(y, direction);
          return (m << BigInt(e + 1400)) - (n << BigInt(exponent + 1400));
        };
        expect(limit(1) > 0n || (even && limit(1) === 0n)).toBe(true);
        expect(y === 0 || limit(-1) < 0n || (even && limit(-1) === 0n)).toBe(true);
      }),
      {numRuns: 5000}
    );
  });

  it("rounds ties to even where the result is subnormal, becomes normal or overflows", () => {
    expect(compose(1n, -1075)).toBe(0);
    expect(compose(3n, -1075)).toBe(2 * Number.MIN_VALUE);
    expect(compose((1n << 53n) - 1n, -1075)).toBe(2 ** -1022);
    expect(compose((1n << 54n) - 1n, 970)).toBe(Infinity);
    expect(compose((1n << 54n) - 2n, 970)).toBe(Number.MAX_VALUE);
    expect(compose((1n << 64n) - (1n << 10n) - 1n, 960)).toBe(Number.MAX_VALUE);
    expect(compose(1n, 1024)).toBe(Infinity);
    expect(compose(-1n, 100000)).toBe(-Infinity);
    expect(compose(-1n, -100000)).toBe(-0);
    expect(compose(0n, 5)).toBe(0);
  });
});

describe("powerOfTwo, exponentOf and bitLength", () => {
  it("agree with doubling, over all exponents", () => {
    let power = Number.MIN_VALUE;
    for (let e = -1074; e <= 1023; e++, power *= 2) {
      expect(powerOfTwo(e)).toBe(power);
      expect(exponentOf(power)).toBe(e);
      expect(exponentOf(-power)).toBe(e);
    }
  });

  it("count bits like the binary digits", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 4000}), fc.bigInt(-1000n, 1000n), (size, offset) => {
        const n = (1n << BigInt(size)) + offset;
        if (n > 0n) expect(bitLength(n)).toBe(n.toString(2).length);
      }),
      {numRuns: 5000}
    );
    expect(bitLength(0n)).toBe(0);
  });
});
