import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {exactExp} from "../../lib/numerics/exact.js";
import {exp} from "../../lib/numerics/exp.js";
import {anyNumber, hardForExp, ofExponents, within} from "./arguments.js";
import {neighbour} from "./referee.js";

describe("exp", () => {
  it.each([
    ["any numbers", anyNumber],
    ["all exponents that matter", ofExponents(-60, 10)],
    ["the range of the experiments", within(40)],
    ["the whole range, subnormal results included", within(750)],
    ["hard arguments", hardForExp],
    [
      "ties of the table index",
      fc
        .tuple(fc.integer({min: -1040000, max: 1040000}), within(1e-12))
        .map(([k, d]) => ((k + 0.5 + d) * Math.LN2) / 1024)
    ]
  ])("equals the exact layer for %s", (_, argument) => {
    fc.assert(
      fc.property(argument, (x) => void expect(exp(x)).toBe(exactExp(x))),
      {numRuns: 10_000}
    );
  });

  it("equals the exact layer at its own limits", () => {
    for (const limit of [-708, 709, 709.782712893384, -708.3964185322641, -745.1332191019411, 0]) {
      for (const x of [limit, neighbour(limit, 1), neighbour(limit, -1)]) expect(exp(x)).toBe(exactExp(x));
    }
  });

  it("does not decrease from one number to the next", () => {
    fc.assert(
      fc.property(
        fc.oneof(within(745), hardForExp),
        (x) => void expect(exp(x)).toBeLessThanOrEqual(exp(neighbour(x, 1)))
      ),
      {numRuns: 5000}
    );
  });
});
