import fc from "fast-check";
import {expect, it} from "vitest";
import {log10} from "../../lib/numerics/log10.js";

it.each([1, 10, 1e-300, 1e300, 5e-324, 2, 0.5, 0.0008, 1.7976931348623157e308])("log10(%d) is that of Math", (x) => {
  expect(Math.abs(log10(x) - Math.log10(x))).toBeLessThan(1e-13);
});

it("is within 2e-13 of Math's at any positive number", () => {
  fc.assert(
    fc.property(fc.double({min: 5e-324, noNaN: true, noDefaultInfinity: true}), (x) => {
      expect(Math.abs(log10(x) - Math.log10(x))).toBeLessThan(2e-13);
    })
  );
});
