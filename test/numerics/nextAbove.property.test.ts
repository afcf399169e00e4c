import fc from "fast-check";
import {expect, test} from "vitest";
import {nextAbove} from "../../lib/numerics/nextAbove.js";

const finite = fc.double({noNaN: true, noDefaultInfinity: true});

test("nothing lies between a number and the next", () => {
  fc.assert(
    fc.property(finite, (x) => {
      const next = nextAbove(x);
      expect(next).toBeGreaterThan(x);
      // The middle of the two rounds to one of them; for the largest number it is infinite.
      const middle = x / 2 + next / 2;
      expect(middle === x || middle === next || !Number.isFinite(next) || Math.abs(x) < 1e-300).toBe(true);
    })
  );
});

test("the step back is the mirror image", () => {
  fc.assert(fc.property(finite, (x) => Object.is(-nextAbove(-nextAbove(x)), x) || x === 0));
});

test.each([
  [0, Number.MIN_VALUE],
  [-0, Number.MIN_VALUE],
  [-Number.MIN_VALUE, -0],
  [Number.MIN_VALUE, 2 * Number.MIN_VALUE],
  [1, 1 + Number.EPSILON],
  [-1, -1 + Number.EPSILON / 2],
  [2 - Number.EPSILON, 2],
  [Number.MAX_VALUE, Infinity]
])("after %d comes %d", (x, next) => expect(nextAbove(x)).toBe(next));
