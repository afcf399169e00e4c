import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {exactCos, exactExp, exactLog, exactLog1p, exactSin, exactTanh} from "../../lib/numerics/exact.js";
import {
  hardForCos,
  hardForExp,
  hardForLog,
  hardForLog1p,
  hardForSin,
  hardForTanh,
  ofExponents,
  within
} from "./arguments.js";
import {
  isNearestCos,
  isNearestExp,
  isNearestLog,
  isNearestLog1p,
  isNearestSin,
  isNearestTanh,
  neighbour
} from "./referee.js";

/** The value is nearest, and its neighbours are not: the referee can say no. */
function expectNearest(x: number, y: number, isNearest: (x: number, y: number) => boolean): void {
  expect(isNearest(x, y), `${y} for ${x}`).toBe(true);
  expect(isNearest(x, neighbour(y, 1)), `above ${y} for ${x}`).toBe(false);
  if (y !== 0) expect(isNearest(x, neighbour(y, -1)), `below ${y} for ${x}`).toBe(false);
}

const runs = {numRuns: 300};

describe("exactExp", () => {
  it.each([
    ["ordinary arguments", within(709)],
    ["small arguments", ofExponents(-60, 0)],
    ["hard arguments", hardForExp],
    ["subnormal results", within(18.5).map((x) => x - 727)]
  ])("is nearest for %s", (_, argument) => {
    fc.assert(
      fc.property(argument, (x) => expectNearest(x, exactExp(x), isNearestExp)),
      runs
    );
  });

  it("overflows, underflows and leaves 1 where it must", () => {
    expect(exactExp(709.782712893384)).toBe(1.7976931348622732e308);
    expect(isNearestExp(709.782712893384, 1.7976931348622732e308)).toBe(true);
    expect(isNearestExp(709.7827128933841, Infinity)).toBe(true);
    expect(exactExp(709.7827128933841)).toBe(Infinity);
    expect(isNearestExp(-745.1332191019411, Number.MIN_VALUE)).toBe(true);
    expect(exactExp(-745.1332191019411)).toBe(Number.MIN_VALUE);
    expect(isNearestExp(-745.1332191019412, 0)).toBe(true);
    expect(exactExp(-745.1332191019412)).toBe(0);
    expect([exactExp(1e308), exactExp(Infinity), exactExp(-1e308), exactExp(-Infinity)]).toEqual([
      Infinity,
      Infinity,
      0,
      0
    ]);
    expect([exactExp(0), exactExp(-0), exactExp(5e-324), exactExp(-5e-324)]).toEqual([1, 1, 1, 1]);
    expect(exactExp(NaN)).toBe(NaN);
  });

  it("decides next to 1, where the value is 2^-107 from a midpoint", () => {
    expect(exactExp(2 ** -53)).toBe(1 + 2 ** -52);
    expect(exactExp(-(2 ** -54))).toBe(1);
    expect(exactExp(-(2 ** -53))).toBe(1 - 2 ** -53);
    expect(exactExp(neighbour(2 ** -53, -1))).toBe(1);
  });
});

describe("exactSin", () => {
  it.each([
    ["ordinary arguments", within(2 ** 20)],
    ["small arguments", ofExponents(-27, 3)],
    ["hard arguments", hardForSin],
    ["multiples of pi / 2", fc.integer({min: -1e6, max: 1e6}).map((k) => (k || 1) * (Math.PI / 2))]
  ])("is nearest for %s", (_, argument) => {
    fc.assert(
      fc.property(argument, (x) => expectNearest(x, exactSin(x), isNearestSin)),
      runs
    );
  });

  it("is nearest for arguments up to the largest number", () => {
    fc.assert(
      fc.property(ofExponents(20, 1023), (x) => expectNearest(x, exactSin(x), isNearestSin)),
      {numRuns: 40}
    );
    expectNearest(Number.MAX_VALUE, exactSin(Number.MAX_VALUE), isNearestSin);
  });

  it("is nearest next to a multiple of pi, where the first precision does not suffice", () => {
    const x = 6381956970095103 * 2 ** 798;
    expectNearest(x, exactSin(x), isNearestSin);
  });

  it("keeps the sign of zero and tiny numbers, and is undefined at infinity", () => {
    for (const x of [0, -0, 5e-324, -5e-324, 2 ** -1022, 1e-300]) expect(exactSin(x)).toBe(x);
    for (const x of [NaN, Infinity, -Infinity]) expect(exactSin(x)).toBe(NaN);
  });
});

describe("exactLog1p", () => {
  it.each([
    ["ordinary arguments", within(1).map((x) => x * (1 - 2 ** -50))],
    ["small arguments", ofExponents(-54, -1)],
    ["large arguments", ofExponents(0, 1023).map(Math.abs)],
    ["arguments next to -1", ofExponents(-53, -1).map((x) => Math.abs(x) - 1)],
    ["hard arguments", hardForLog1p]
  ])("is nearest for %s", (_, argument) => {
    fc.assert(
      fc.property(
        argument.filter((x) => x > -1 && x !== 0),
        (x) => expectNearest(x, exactLog1p(x), isNearestLog1p)
      ),
      runs
    );
  });

  it("keeps tiny numbers with their sign, and has its pole at -1", () => {
    for (const x of [0, -0, 5e-324, -5e-324, 2 ** -1022, -1e-300]) expect(exactLog1p(x)).toBe(x);
    expect(exactLog1p(-1)).toBe(-Infinity);
    expect(exactLog1p(Infinity)).toBe(Infinity);
    for (const x of [neighbour(-1, -1), -2, -Infinity, NaN]) expect(exactLog1p(x)).toBe(NaN);
  });
});

describe("exactCos", () => {
  it.each([
    ["ordinary arguments", within(2 ** 20)],
    ["small arguments", ofExponents(-27, 3)],
    ["hard arguments", hardForCos],
    ["multiples of pi / 2", fc.integer({min: -1e6, max: 1e6}).map((k) => k * (Math.PI / 2))]
  ])("is nearest for %s", (_, argument) => {
    fc.assert(
      fc.property(argument, (x) => expectNearest(x, exactCos(x), isNearestCos)),
      runs
    );
  });

  it("is nearest next to a zero, where the first precision does not suffice, and for the largest number", () => {
    for (const x of [6381956970095103 * 2 ** 797, Number.MAX_VALUE]) expectNearest(x, exactCos(x), isNearestCos);
  });

  it("is 1 next to 0, even, and undefined at infinity", () => {
    for (const x of [0, -0, 5e-324, -5e-324, 2 ** -28]) expect(exactCos(x)).toBe(1);
    expectNearest(2 ** -26.5, exactCos(2 ** -26.5), isNearestCos);
    expect(exactCos(-3)).toBe(exactCos(3));
    for (const x of [NaN, Infinity, -Infinity]) expect(exactCos(x)).toBe(NaN);
  });
});

describe("exactLog", () => {
  it.each([
    ["all exponents", ofExponents(-1022, 1023).map(Math.abs)],
    ["arguments next to 1", ofExponents(-52, -1).map((x) => 1 + x)],
    ["hard arguments", hardForLog],
    ["subnormal arguments", fc.integer({min: 1, max: 2 ** 30}).map((n) => n * Number.MIN_VALUE)]
  ])("is nearest for %s", (_, argument) => {
    fc.assert(
      fc.property(
        argument.filter((x) => x !== 1),
        (x) => expectNearest(x, exactLog(x), isNearestLog)
      ),
      runs
    );
  });

  it("has its pole at 0, is 0 at 1 and undefined below 0", () => {
    expect([exactLog(0), exactLog(-0), exactLog(1), exactLog(Infinity)]).toEqual([-Infinity, -Infinity, 0, Infinity]);
    for (const x of [-Number.MIN_VALUE, -1, -Infinity, NaN]) expect(exactLog(x)).toBe(NaN);
  });
});

describe("exactTanh", () => {
  it.each([
    ["ordinary arguments", within(10).filter((x) => x !== 0)],
    ["large arguments", within(1).map((x) => 18.5 + x)],
    ["small arguments", ofExponents(-28, 0)],
    ["hard arguments", hardForTanh]
  ])("is nearest for %s", (_, argument) => {
    fc.assert(
      fc.property(argument, (x) => {
        const y = exactTanh(x);
        expect(isNearestTanh(x, y), `${y} for ${x}`).toBe(true);
        expect(isNearestTanh(x, neighbour(y, -1)), `below ${y} for ${x}`).toBe(false);
        if (y < 1) expect(isNearestTanh(x, neighbour(y, 1)), `above ${y} for ${x}`).toBe(false);
      }),
      runs
    );
  });

  it("keeps tiny numbers with their sign, is odd, and ends at 1", () => {
    for (const x of [0, -0, 5e-324, -5e-324, 2 ** -1022, -1e-300]) expect(exactTanh(x)).toBe(x);
    expect(exactTanh(-0.7)).toBe(-exactTanh(0.7));
    expect([exactTanh(20), exactTanh(21), exactTanh(Infinity), exactTanh(-Infinity)]).toEqual([1, 1, 1, -1]);
    expect(exactTanh(NaN)).toBe(NaN);
  });
});
