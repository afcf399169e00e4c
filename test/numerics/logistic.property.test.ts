import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {exactExp} from "../../lib/numerics/exact.js";
import {exp} from "../../lib/numerics/exp.js";
import {logisticBlock} from "../../lib/numerics/logistic.js";
import {anyNumber, hardForExp, ofExponents, within} from "./arguments.js";

function logistic(z: Float64Array): Float64Array {
  const out = new Float64Array(z.length);
  logisticBlock(z, out, z.length);
  return out;
}

describe("logisticBlock", () => {
  it.each([
    ["any numbers", anyNumber],
    ["all exponents that matter", ofExponents(-60, 11)],
    ["the range of the experiments", within(40)],
    ["the whole range of exp", within(750)],
    ["hard arguments", hardForExp.map((x) => -x)]
  ])("is 1 / (1 + exp(-z)) with the exact exp for %s", (_, argument) => {
    fc.assert(
      fc.property(fc.array(argument, {minLength: 50, maxLength: 150}), (z) => {
        const out = logistic(Float64Array.from(z));
        z.forEach((value, i) => expect(out[i], `${value}`).toBe(1 / (1 + exactExp(-value))));
      }),
      {numRuns: 100}
    );
  });

  it("is 1 / (1 + exp(-z)) for a million numbers in a row, of which thousands fail the rounding test", () => {
    const z = Float64Array.from({length: 1_000_000}, (_, i) => ((i * 0.6180339887498949) % 1) * 60 - 30);
    const out = logistic(z);
    let different = 0;
    for (let i = 0; i < z.length; i++) if (out[i] !== 1 / (1 + exp(-z[i]!))) different++;
    expect(different).toBe(0);
  });

  it("saturates, overflows and passes NaN on", () => {
    const z = [0, -0, 36.7, 36.8, 800, Infinity, -36.8, -700, -709.7, -709.8, -800, -Infinity, NaN, 1e308, -1e308];
    expect([...logistic(Float64Array.from(z))]).toEqual(z.map((value) => 1 / (1 + exactExp(-value))));
    expect([...logistic(Float64Array.of(Infinity, -Infinity, NaN, 0))]).toEqual([1, 0, NaN, 0.5]);
  });

  it("takes blocks of any length, all of it in doubt or none", () => {
    for (const n of [0, 1, 1023, 1024, 1025, 5000]) {
      for (const value of [NaN, 1000, 0.1]) {
        const expected = new Float64Array(n).fill(1 / (1 + exactExp(-value)));
        expect(logistic(new Float64Array(n).fill(value))).toEqual(expected);
      }
    }
  });

  it("writes the first n numbers only, in place if asked", () => {
    const z = Float64Array.from({length: 3000}, (_, i) => (i % 97) / 7 - 6);
    const expected = logistic(z);
    const out = new Float64Array(3000).fill(7);
    logisticBlock(z, out, 2000);
    expect(out.subarray(0, 2000)).toEqual(expected.subarray(0, 2000));
    expect(out.subarray(2000)).toEqual(new Float64Array(1000).fill(7));
    logisticBlock(z, z, 3000);
    expect(z).toEqual(expected);
  });
});
