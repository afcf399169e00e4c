import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {decompose} from "../../lib/numerics/binary64.js";
import {
  absolute,
  add,
  composeDoubleDouble,
  divide,
  doubleDouble,
  multiply,
  negative,
  productError,
  squareRoot,
  subtract,
  sumError,
  type DoubleDouble
} from "../../lib/numerics/doubleDouble.js";
import {ofExponents} from "./arguments.js";

/** Fraction bits of the exact arithmetic of this test. */
const BITS = 1200;
const ONE = 1n << BigInt(BITS);

function fixed(x: number): bigint {
  const {significand, exponent} = decompose(x);
  return significand << BigInt(exponent + BITS);
}

const exactly = ({hi, lo}: DoubleDouble) => fixed(hi) + fixed(lo);

/** |a - b| / |b| in units of u^2 = 2^-106. */
function error(a: bigint, b: bigint): number {
  const difference = a > b ? a - b : b - a;
  return Number((difference << 136n) / (b < 0n ? -b : b)) / 2 ** 30;
}

/** Numbers from 2^-110 to 2^110, low parts of all sizes, none among them. */
const number = fc
  .tuple(ofExponents(-110, 110), fc.integer({min: -1, max: 60}), fc.maxSafeNat(), fc.boolean())
  .map(([hi, gap, fraction, up]) => {
    const unit = 2 ** (Math.floor(Math.log2(Math.abs(hi))) - 54);
    const lo = gap < 0 ? 0 : (up ? 1 : -1) * unit * 2 ** -gap * (fraction / 2 ** 53);
    return hi + lo === hi ? {hi, lo} : {hi, lo: 0};
  });

/** Pairs that nearly cancel, too. */
const pairs = fc.oneof(
  fc.tuple(number, number),
  fc.tuple(number, fc.integer({min: 0, max: 106}), number).map(([a, bits, b]): [DoubleDouble, DoubleDouble] => {
    const scale = 2 ** -bits * Math.abs(a.hi / b.hi);
    return [a, add(negative(a), {hi: b.hi * scale, lo: b.lo * scale})];
  })
);

const runs = {numRuns: 3000};

function expectNormal({hi, lo}: DoubleDouble): void {
  expect(hi + lo).toBe(hi);
}

describe("the errors of a sum and of a product", () => {
  it("are exact", () => {
    fc.assert(
      fc.property(ofExponents(-110, 110), ofExponents(-110, 110), (a, b) => {
        expect(fixed(a + b) + fixed(sumError(a, b, a + b))).toBe(fixed(a) + fixed(b));
        expect((fixed(a * b) + fixed(productError(a, b, a * b))) * ONE).toBe(fixed(a) * fixed(b));
      }),
      runs
    );
  });
});

describe("double-double operations", () => {
  it("add and subtract within 3 u^2, cancellation included", () => {
    let worst = 0;
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const sum = exactly(a) + exactly(b);
        const result = add(a, b);
        expectNormal(result);
        if (sum === 0n) expect(exactly(result)).toBe(0n);
        else worst = Math.max(worst, error(exactly(result), sum));
        expect(subtract(a, negative(b))).toEqual(result);
      }),
      runs
    );
    expect(worst).toBeLessThan(3.001);
    expect(worst).toBeGreaterThan(0.1);
  });

  it("multiply within 5 u^2", () => {
    let worst = 0;
    fc.assert(
      fc.property(number, number, (a, b) => {
        const result = multiply(a, b);
        expectNormal(result);
        worst = Math.max(worst, error(exactly(result), (exactly(a) * exactly(b)) / ONE));
      }),
      runs
    );
    expect(worst).toBeLessThan(5);
    expect(worst).toBeGreaterThan(0.1);
  });

  it("divide within 15 u^2", () => {
    let worst = 0;
    fc.assert(
      fc.property(number, number, (a, b) => {
        const result = divide(a, b);
        expectNormal(result);
        worst = Math.max(worst, error(exactly(result), (exactly(a) * ONE) / exactly(b)));
      }),
      runs
    );
    expect(worst).toBeLessThan(15);
    expect(worst).toBeGreaterThan(0.1);
  });

  it("take roots within 25/8 u^2", () => {
    let worst = 0;
    fc.assert(
      fc.property(number, (a) => {
        const result = squareRoot(absolute(a));
        expectNormal(result);
        // (r (1 + d))^2 = r^2 (1 + 2 d) but for d^2.
        const square = (exactly(result) * exactly(result)) / ONE;
        worst = Math.max(worst, error(square, exactly(absolute(a))) / 2);
      }),
      runs
    );
    expect(worst).toBeLessThan(25 / 8);
    expect(worst).toBeGreaterThan(0.1);
  });

  it("are exact where the result fits", () => {
    const [third, five] = [divide(doubleDouble(1), doubleDouble(3)), doubleDouble(5)];
    expect(third.hi).toBe(1 / 3);
    expect(third.lo).toBe(2 ** -54 / 3);
    expect(multiply(five, five)).toEqual(doubleDouble(25));
    expect(add({hi: 1, lo: 2 ** -80}, doubleDouble(-1))).toEqual(doubleDouble(2 ** -80));
    expect(squareRoot(doubleDouble(1 + 2 ** -51 + 2 ** -104)).hi).toBe(1 + 2 ** -52);
    expect(squareRoot(multiply({hi: 3, lo: 2 ** -60}, {hi: 3, lo: 2 ** -60}))).toEqual({hi: 3, lo: 2 ** -60});
  });

  it("have binary64's high part, and no low one, where that is not finite", () => {
    const special = [0, -0, 1, -3, 1e200, -1e308, Infinity, -Infinity, NaN];
    for (const a of special)
      for (const b of special) {
        const [x, y] = [doubleDouble(a), doubleDouble(b)];
        const expected: [DoubleDouble, number][] = [
          [add(x, y), a + b],
          [subtract(x, y), a - b],
          [multiply(x, y), a * b],
          [divide(x, y), a / b]
        ];
        for (const [{hi, lo}, value] of expected) {
          if (Number.isFinite(value)) expect(Math.abs(hi - value)).toBeLessThanOrEqual(Math.abs(value) * 2 ** -50);
          else expect({hi, lo}).toEqual({hi: value, lo: 0});
        }
      }
    for (const a of [0, Infinity, -1, NaN]) expect(squareRoot(doubleDouble(a))).toEqual({hi: Math.sqrt(a), lo: 0});
  });
});

describe("composeDoubleDouble", () => {
  it("keeps up to 106 bits and rounds the others", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 1n << 200n), fc.boolean(), fc.integer({min: -150, max: 50}), (n, minus, exponent) => {
        const signed = minus ? -n : n;
        const result = composeDoubleDouble(signed, exponent);
        expectNormal(result);
        expect(error(exactly(result), signed << BigInt(exponent + BITS))).toBeLessThanOrEqual(1);
      }),
      runs
    );
    expect(composeDoubleDouble(0n, 0)).toEqual(doubleDouble(0));
    expect(composeDoubleDouble(1n, 2000)).toEqual(doubleDouble(Infinity));
  });
});
