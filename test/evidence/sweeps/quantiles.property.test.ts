import fc from "fast-check";
import {expect, test} from "vitest";
import {curveQuantiles, LEVELS, quantile} from "../../../lib/evidence/sweeps/quantiles.js";

const value = fc.option(fc.double({noNaN: true, noDefaultInfinity: true}), {freq: 6});
const size = (entry: number | null) => entry ?? Infinity;

test("a quantile is the smallest of the values that at least its share do not exceed", () => {
  fc.assert(
    fc.property(fc.array(value, {minLength: 1}), fc.constantFrom(...LEVELS), (values, level) => {
      const found = quantile(values, level);
      expect(values).toContain(found);
      const upTo = (limit: number | null) => values.filter((each) => size(each) <= size(limit)).length;
      expect(upTo(found)).toBeGreaterThanOrEqual(level * values.length);
      for (const smaller of values.filter((each) => size(each) < size(found)))
        expect(upTo(smaller)).toBeLessThan(level * values.length);
    })
  );
});

test("the quantiles of curves are those of each of their entries", () => {
  const curves = fc
    .integer({min: 1, max: 5})
    .chain((length) => fc.array(fc.array(value, {minLength: length, maxLength: length}), {minLength: 1}));
  fc.assert(
    fc.property(curves, (all) => {
      const bands = curveQuantiles(all);
      bands.forEach((band, i) => {
        const entries = all.map((curve) => curve[i]!);
        expect(band).toEqual(LEVELS.map((level) => quantile(entries, level)));
      });
    })
  );
});
