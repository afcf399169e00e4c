import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {exp} from "../../lib/numerics/exp.js";
import {log1p} from "../../lib/numerics/log1p.js";
import {ofExponents, within} from "./arguments.js";
import {neighbour} from "./referee.js";

describe("log1p", () => {
  it("does not decrease from one number to the next", () => {
    fc.assert(
      fc.property(
        fc.oneof(within(1), ofExponents(-60, 60).map(Math.abs)),
        (x) => void expect(log1p(x)).toBeLessThanOrEqual(log1p(neighbour(x, 1)))
      ),
      {numRuns: 5000}
    );
  });

  it("undoes exp as far as rounding allows", () => {
    fc.assert(
      fc.property(within(30), (x) => {
        const y = exp(x);
        /* log(1 + y) = x + log(1 + 1 / y), for y > 1 each side errs by a few units of 32. */
        if (y > 1) expect(Math.abs(log1p(y) - (x + log1p(1 / y)))).toBeLessThan(2 ** -47);
      }),
      {numRuns: 2000}
    );
  });
});
