import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {exactSin} from "../../lib/numerics/exact.js";
import {sin} from "../../lib/numerics/sin.js";
import {anyNumber, hardForSin, ofExponents, within} from "./arguments.js";
import {neighbour} from "./referee.js";

describe("sin", () => {
  it.each([
    ["any numbers", anyNumber],
    ["all exponents that matter", ofExponents(-30, 22)],
    ["the range of the experiments", within(5)],
    ["hard arguments", hardForSin],
    [
      "multiples of pi / 512 and numbers close to them",
      fc
        .tuple(fc.integer({min: -170_000_000, max: 170_000_000}), fc.integer({min: 0, max: 26}), within(1e-9))
        .map(([k, shift, d]) => (Math.trunc(k / 2 ** shift) * Math.PI) / 512 + d)
    ]
  ])("equals the exact layer for %s", (_, argument) => {
    fc.assert(
      fc.property(argument, (x) => void expect(sin(x)).toBe(exactSin(x))),
      {numRuns: 8000}
    );
  });

  it("equals the exact layer at its own limits", () => {
    for (const limit of [2 ** -27, 2 ** -7, 2 ** 20, Math.PI, Math.PI / 2, Math.PI / 512]) {
      for (const x of [limit, neighbour(limit, 1), neighbour(limit, -1)]) {
        expect(sin(x)).toBe(exactSin(x));
        expect(sin(-x)).toBe(-exactSin(x));
      }
    }
  });
});
