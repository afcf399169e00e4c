import fc from "fast-check";
import {expect, it} from "vitest";
import {dotColumns} from "../../../lib/figures/charts/dots.js";

const places = fc.array(fc.double({min: 0, max: 300, noNaN: true}), {maxLength: 60});
const BASE = 100;
const HEIGHT = 40;

const numbers = (d: string) => [...d.matchAll(/M([\d.-]+),([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

it("draws one dot a value, within a dot of its place, above the base line and within the height, none on another", () =>
  fc.assert(
    fc.property(places, (values) => {
      const {form, d, width} = dotColumns(values, BASE, HEIGHT);
      fc.pre(form === "dots");
      const dots = numbers(d);
      expect(dots).toHaveLength(values.length);
      const xs = dots.map(([x]) => x!).sort((a, b) => a - b);
      [...values].sort((a, b) => a - b).forEach((value, i) => expect(Math.abs(xs[i]! - value)).toBeLessThanOrEqual(3));
      for (const [, y] of dots) expect(y! < BASE && y! > BASE - HEIGHT).toBe(true);
      const apart = new Set(dots.map(([x, y]) => `${x} ${y}`));
      expect(apart.size).toBe(values.length);
      expect(width).toBeLessThanOrEqual(5);
    })
  ));

it("fills the height with columns where there are too many values for dots; a single value stays visible", () => {
  const values = [...Array.from({length: 1000}, () => 50), 200];
  const {form, d} = dotColumns(values, BASE, HEIGHT);
  expect(form).toBe("columns");
  const heights = [...d.matchAll(/v-([\d.]+)/g)].map(([, height]) => Number(height));
  expect(heights[0]).toBe(HEIGHT);
  expect(heights[1]).toBeGreaterThan(1);
});
