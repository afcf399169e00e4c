import fc from "fast-check";
import {expect, test} from "vitest";
import {aboutEqual, isSame, plotDistance, plotHeight, TOLERANCE} from "../../../lib/evidence/measures/alike.js";

const number = fc.double({min: -1e6, max: 1e6, noNaN: true});
const curve = fc.array(number, {minLength: 1, maxLength: 200});
const pair = fc.array(fc.tuple(number, number), {minLength: 1, maxLength: 200}).map((entries) => ({
  a: entries.map(([x]) => x),
  b: entries.map(([, y]) => y)
}));

test("a curve is at distance 0 from itself, and no two are further apart than their plot is high", () => {
  fc.assert(
    fc.property(pair, ({a, b}) => {
      expect(plotDistance(a, a)).toBe(0);
      const distance = plotDistance(a, b);
      expect(distance).toBeGreaterThanOrEqual(0);
      expect(distance).toBeLessThanOrEqual(1);
      expect(plotDistance(b, a)).toBe(distance);
    })
  );
});

test("neither offset nor scale of a plot changes the distance", () => {
  const whole = fc.integer({min: -1e6, max: 1e6});
  const curves = fc.array(fc.tuple(whole, whole), {minLength: 1, maxLength: 200});
  fc.assert(
    fc.property(curves, whole, fc.integer({min: -20, max: 20}), (entries, offset, exponent) => {
      const a = entries.map(([x]) => x);
      const b = entries.map(([, y]) => y);
      // Whole numbers and powers of two: neither the shift nor the scaling rounds.
      const moved = (curve: number[]) => curve.map((x) => 2 ** exponent * (x + offset));
      expect(plotDistance(moved(a), moved(b))).toBe(plotDistance(a, b));
    })
  );
});

test("what happens at a tenth of the epochs changes nothing, what happens at more does", () => {
  fc.assert(
    fc.property(fc.integer({min: 10, max: 500}), (length) => {
      const flat = Array<number>(length).fill(0);
      const few = Math.floor(length / 10);
      const leap = (count: number) => flat.map((_, epoch) => (epoch < count ? 1 : 0));
      expect(isSame(plotDistance(flat, leap(few), 1))).toBe(true);
      expect(isSame(plotDistance(flat, leap(few + 1), 1))).toBe(false);
    })
  );
});

test("curves that are not finite, or of different lengths, are never the same", () => {
  expect(isSame(plotDistance([1, 2, NaN], [1, 2, 3]))).toBe(false);
  expect(isSame(plotDistance([1, 2, Infinity], [1, 2, 3]))).toBe(false);
  expect(() => plotDistance([1, 2], [1])).toThrow(RangeError);
  expect(() => plotDistance([], [])).toThrow(RangeError);
});

test("the plot holds its curves", () => {
  fc.assert(
    fc.property(curve, curve, (a, b) => {
      expect(plotHeight(a, b)).toBe(Math.max(...a, ...b) - Math.min(...a, ...b));
    })
  );
});

test("numbers are about equal in either order, up to a twentieth of the larger", () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(aboutEqual(a, b)).toBe(aboutEqual(b, a));
      expect(aboutEqual(a, a)).toBe(true);
    })
  );
  expect(aboutEqual(100, 100 * (1 - TOLERANCE))).toBe(true);
  expect(aboutEqual(1, 0.94)).toBe(false);
  expect(aboutEqual(-1, 1)).toBe(false);
});
