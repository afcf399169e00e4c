import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {FunctionName} from "../../lib/numerics/arithmetic.js";
import {decompose} from "../../lib/numerics/binary64.js";
import {binary64Arithmetic} from "../../lib/numerics/binary64Arithmetic.js";
import {
  add,
  divide,
  doubleDouble,
  multiply,
  negative,
  subtract,
  type DoubleDouble
} from "../../lib/numerics/doubleDouble.js";
import {doubleDoubleArithmetic} from "../../lib/numerics/doubleDoubleArithmetic.js";
import {doubleDoubleExp} from "../../lib/numerics/doubleDoubleExp.js";
import {fixedExp, ln2, pi, rescale} from "../../lib/numerics/fixedPoint.js";
import {ofExponents, within} from "./arguments.js";

const BITS = 300;

function fixed(x: number, bits = BITS): bigint {
  const {significand, exponent} = decompose(x);
  return rescale(significand, -exponent, bits);
}

/** A number and a low part of up to half its unit. */
function withTail(hi: fc.Arbitrary<number>): fc.Arbitrary<DoubleDouble> {
  return fc.tuple(hi, within(2 ** -54)).map(([x, tail]) => ({hi: x, lo: x * tail}));
}

describe("doubleDoubleExp", () => {
  it.each([
    ["ordinary arguments", within(40)],
    [
      "the whole range",
      fc.oneof(
        within(669.9),
        within(15).map((x) => 684.9 + x),
        ofExponents(8, 8).filter((x) => x > 0)
      )
    ],
    ["small arguments", ofExponents(-120, -1)],
    ["ties of the table index", fc.integer({min: -900_000, max: 900_000}).map((k) => ((k + 0.5) * Math.LN2) / 1024)]
  ])("is within 2^-104 of big-integer arithmetic for %s", (_, argument) => {
    let worst = 0;
    fc.assert(
      fc.property(withTail(argument), (a) => {
        const k = Math.round(a.hi / Math.LN2);
        // Powers of two cancel: exp(a) / 2^k is compared with fixedExp(a - k ln 2).
        const bits = BITS - k;
        const y = fixed(a.hi) + fixed(a.lo) - BigInt(k) * ln2(BITS);
        const expected = fixedExp(y, BITS);
        const {hi, lo} = doubleDoubleExp(a);
        const difference = fixed(hi, bits) + fixed(lo, bits) - expected;
        worst = Math.max(worst, Math.abs(Number((difference << 104n) / (expected >> 20n)) / 2 ** 20));
        expect(hi + lo).toBe(hi);
      }),
      {numRuns: 3000}
    );
    expect(worst).toBeLessThan(1);
  });

  it("is that of binary64 where it over- or underflows, and exact at 0", () => {
    for (const x of [701, 710, -671, -700, -746, Infinity, -Infinity, NaN])
      expect(doubleDoubleExp(doubleDouble(x))).toEqual({hi: binary64Arithmetic.functions.exp(x), lo: 0});
    expect(doubleDoubleExp(doubleDouble(0))).toEqual(doubleDouble(1));
    expect(doubleDoubleExp(doubleDouble(-0))).toEqual(doubleDouble(1));
  });
});

const {functions, pi: piPair, e} = doubleDoubleArithmetic;
const {sin, cos, exp, log, log1p, tanh, abs, sqrt} = functions;
const ONE = doubleDouble(1);

/** |a - b| in units of 2^-104 of |b|, or of `size`. */
function distance(a: DoubleDouble, b: DoubleDouble, size = Math.abs(b.hi)): number {
  return Math.abs(subtract(a, b).hi / size) * 2 ** 104;
}

describe("the double-double functions", () => {
  it.each([
    ["sin", within(20)],
    ["cos", within(20)],
    ["exp", within(20)],
    ["log", ofExponents(-30, 30).map(Math.abs)],
    ["log1p", ofExponents(-70, 3).filter((x) => x > -1)],
    ["tanh", ofExponents(-70, 6)],
    ["sqrt", ofExponents(-30, 30).map(Math.abs)],
    ["abs", within(5)]
  ] as [FunctionName, fc.Arbitrary<number>][])("%s rounds to the correctly rounded binary64", (name, argument) => {
    fc.assert(
      fc.property(argument, (x) => {
        const {hi, lo} = functions[name](doubleDouble(x));
        const nearest = binary64Arithmetic.functions[name](x);
        // What lies next to the middle of two binary64 may be seen from either.
        if (hi !== nearest) expect(Math.abs(hi - nearest + lo)).toBeLessThan(Math.abs(nearest) * (2 ** -53 + 2 ** -90));
        expect(hi + lo).toBe(hi);
      }),
      {numRuns: 500}
    );
  });

  it("satisfy the functional equations to all bits", () => {
    fc.assert(
      fc.property(withTail(within(10)), (a) => {
        const [s, c] = [sin(a), cos(a)];
        expect(distance(add(multiply(s, s), multiply(c, c)), ONE)).toBeLessThan(4);
        expect(distance(sin(add(a, a)), multiply(doubleDouble(2), multiply(s, c)), 1)).toBeLessThan(16);
        expect(distance(log(exp(a)), a, Math.max(1, Math.abs(a.hi)))).toBeLessThan(4);
        expect(distance(exp(log(abs(a))), abs(a), Math.abs(a.hi) * 4)).toBeLessThan(4);
        const t = exp(multiply(doubleDouble(-2), a));
        expect(distance(tanh(a), divide(subtract(ONE, t), add(ONE, t)), 1)).toBeLessThan(4);
        expect(distance(log1p(t), log(add(ONE, t)), Math.max(1, Math.abs(a.hi)))).toBeLessThan(4);
        expect(distance(multiply(sqrt(abs(a)), sqrt(abs(a))), abs(a))).toBeLessThan(4);
      }),
      {numRuns: 500}
    );
  });

  it("follow the low part of their argument", () => {
    const x = 0.7;
    const h = 2 ** -60;
    const slopes: [FunctionName, number][] = [
      ["sin", Math.cos(x)],
      ["cos", -Math.sin(x)],
      ["exp", Math.exp(x)],
      ["log", 1 / x],
      ["log1p", 1 / (1 + x)],
      ["tanh", 1 - Math.tanh(x) ** 2],
      ["sqrt", 0.5 / Math.sqrt(x)],
      ["abs", 1]
    ];
    for (const [name, slope] of slopes) {
      const f = functions[name];
      const moved = subtract(f({hi: x, lo: h}), f(doubleDouble(x)));
      expect(moved.hi / h, name).toBeCloseTo(slope, 10);
    }
  });

  it("know pi and e", () => {
    expect(piPair.hi).toBe(Math.PI);
    expect(fixed(piPair.hi, 110) + fixed(piPair.lo, 110) - pi(110)).toSatisfy((n: bigint) => n * n < 100n);
    expect(e.hi).toBe(Math.E);
    expect(distance(log(e), ONE)).toBeLessThan(1);
    expect(Math.abs(sin(piPair).hi)).toBeLessThan(2 ** -105);
  });

  it("are those of binary64 at the ends", () => {
    for (const [name, f] of Object.entries(functions))
      for (const x of [0, -0, 1, Infinity, -Infinity, NaN, -1, 1e300, 5e-324]) {
        const {hi, lo} = f(doubleDouble(x));
        expect(hi, `${name}(${x})`).toBe(binary64Arithmetic.functions[name as FunctionName](x));
        if (!Number.isFinite(hi)) expect(lo).toBe(0);
      }
    expect(log({hi: 1, lo: 2 ** -70}).hi).toBe(2 ** -70);
    expect(log1p({hi: -1, lo: 2 ** -70}).hi).toBe(log(doubleDouble(2 ** -70)).hi);
    expect(negative(doubleDouble(0)).hi).toBe(-0);
  });
});
