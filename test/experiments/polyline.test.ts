import fc from "fast-check";
import {expect, test} from "vitest";
import {LINEAR_BOUND, LOG_BOUND, polyline, type Polyline} from "../../lib/experiments/polyline.js";

/** Vertices have seven significant digits. */
const ROUNDING = 1e-6;

/** What the line shows at an epoch, on the axis it is drawn on. */
function drawn({epochs, values}: Polyline, epoch: number, axis: (value: number) => number): number {
  const right = epochs.findIndex((candidate) => candidate >= epoch);
  if (epochs[right] === epoch) return axis(values[right]!);
  const [from, to] = [epochs[right - 1]!, epochs[right]!];
  const part = (epoch - from) / (to - from);
  return axis(values[right - 1]!) * (1 - part) + axis(values[right]!) * part;
}

test("no number is further from the line than its bound, on a linear axis", () => {
  const columns = fc.array(fc.double({min: -100, max: 100, noNaN: true}), {minLength: 1, maxLength: 200});
  fc.assert(
    fc.property(columns, fc.boolean(), (numbers, smooth) => {
      let sum = 0;
      const column = Float64Array.from(smooth ? numbers.map((value) => (sum += value / 100)) : numbers);
      const line = polyline(column, "linear");
      expect(line.bound).toBeCloseTo((Math.max(...column) - Math.min(...column)) * LINEAR_BOUND, 12);
      column.forEach((value, epoch) => {
        expect(Math.abs(drawn(line, epoch, (v) => v) - value)).toBeLessThanOrEqual(
          line.bound + ROUNDING * Math.abs(value) + 1e-12
        );
      });
      expect(line.values).toEqual(line.epochs.map((epoch) => Number(column[epoch]!.toPrecision(7))));
    })
  );
});

test("no number is further from the line than its bound, on a logarithmic axis, subnormal numbers included", () => {
  const columns = fc.array(fc.double({min: 0, minExcluded: true, max: 1e300, noNaN: true}), {minLength: 1});
  fc.assert(
    fc.property(columns, (numbers) => {
      const line = polyline(Float64Array.from(numbers), "log");
      numbers.forEach((value, epoch) => {
        expect(Math.abs(drawn(line, epoch, Math.log10) - Math.log10(value))).toBeLessThanOrEqual(LOG_BOUND + ROUNDING);
      });
    })
  );
});

test("a smooth curve takes few vertices", () => {
  const decay = Float64Array.from({length: 10_001}, (_, i) => Math.exp(-i / 1000) + 0.01);
  expect(polyline(decay, "log").epochs.length).toBeLessThan(60);
  expect(
    polyline(
      Float64Array.from({length: 1000}, (_, i) => 3 * i),
      "linear"
    ).epochs
  ).toEqual([0, 999]);
});

test("a line ends before the first number that cannot be drawn", () => {
  expect(polyline(Float64Array.of(1, 2, Infinity, 3), "linear").epochs).toEqual([0, 1]);
  expect(polyline(Float64Array.of(1, 0, 3), "log").epochs).toEqual([0]);
  expect(polyline(Float64Array.of(NaN), "log").epochs).toEqual([]);
});
