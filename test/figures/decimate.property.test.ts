import fc from "fast-check";
import {expect, it} from "vitest";
import {decimate} from "../../lib/figures/decimate.js";

const series = fc.array(fc.double({min: -1e3, max: 1e3, noNaN: true}), {minLength: 1, maxLength: 300});
const window = (length: number) => [0, Math.max(1, length - 1)] as const;

it("keeps every value where there is a column for each", () =>
  fc.assert(
    fc.property(series, (values) => {
      expect(decimate({values}, window(values.length), 1000)).toEqual(values.map((value, epoch) => [epoch, value]));
    })
  ));

it("keeps the first, least, largest and last value of every column, and nothing that was not there", () =>
  fc.assert(
    fc.property(series, fc.integer({min: 1, max: 40}), (values, columns) => {
      const [from, to] = window(values.length);
      const points = decimate({values}, [from, to], columns);
      const columnOf = (epoch: number) => Math.min(columns - 1, Math.floor(((epoch - from) / (to - from)) * columns));
      expect(points.length).toBeLessThanOrEqual(4 * columns);
      points.forEach(([epoch, value], i) => {
        expect(value).toBe(values[epoch]);
        if (i > 0) expect(epoch).toBeGreaterThan(points[i - 1]![0]);
      });
      // A value at a column's edge may go to either side, for the edges are rounded.
      for (let column = 0; column < columns; ++column) {
        const inside = values.filter((_, epoch) => columnOf(epoch) === column);
        const near = points.filter(([epoch]) => Math.abs(columnOf(epoch) - column) <= 1).map(([, value]) => value);
        if (inside.length === 0) continue;
        expect(Math.min(...near)).toBeLessThanOrEqual(Math.min(...inside));
        expect(Math.max(...near)).toBeGreaterThanOrEqual(Math.max(...inside));
      }
    })
  ));

it("keeps the extremes of the whole, the ends, and one value beyond each edge of a window", () =>
  fc.assert(
    fc.property(series, fc.nat(200), fc.nat(200), (values, a, b) => {
      const last = values.length - 1;
      const [from, to] = [Math.min(a, b, last), Math.min(Math.max(a, b), last)];
      fc.pre(from < to);
      const points = decimate({values}, [from, to], 10);
      expect(points[0]![0]).toBe(Math.max(0, from - 1));
      expect(points.at(-1)![0]).toBe(Math.min(last, to + 1));
      const shown = values.slice(Math.max(0, from - 1), to + 2);
      expect(Math.max(...points.map(([, value]) => value))).toBe(Math.max(...shown));
      expect(Math.min(...points.map(([, value]) => value))).toBe(Math.min(...shown));
    })
  ));

it("pauses once at values that are not finite", () => {
  const values = [1, NaN, Infinity, 2, 3, NaN];
  const epochs = [0, 10, 20, 30, 40, 50];
  expect(decimate({values, epochs}, [0, 50], 100)).toEqual([
    [0, 1],
    [10, NaN],
    [30, 2],
    [40, 3],
    [50, NaN]
  ]);
  expect(decimate({values: [NaN, NaN]}, [0, 1], 10)).toEqual([]);
  expect(decimate({values: []}, [0, 1], 10)).toEqual([]);
});
