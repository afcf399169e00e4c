import fc from "fast-check";
import {expect, it} from "vitest";
import {epochAt, panelLayout, zoomed} from "../../lib/figures/interaction.js";
import {calm, errorPanelOf, syntheticData, weightsPanelOf} from "./syntheticFigure.js";

it("the epoch under a coordinate is the one that is drawn there", () =>
  fc.assert(
    fc.property(
      fc.integer({min: 0, max: 60}),
      fc.integer({min: 1, max: 40}),
      fc.integer({min: 280, max: 800}),
      fc.boolean(),
      (from, length, width, weights) => {
        const panel = weights ? weightsPanelOf(calm, ["V_0"]) : errorPanelOf(calm);
        const layout = panelLayout(panel, syntheticData, {width, epochs: [from, from + length]});
        for (let epoch = from; epoch <= from + length; ++epoch) expect(epochAt(layout, layout.x(epoch))).toBe(epoch);
        expect(epochAt(layout, -50)).toBe(from);
        expect(epochAt(layout, width + 50)).toBe(from + length);
      }
    )
  ));

it("a zoomed window is whole, lies in the full one, is never too small, and keeps the epoch in its place", () =>
  fc.assert(
    fc.property(
      fc.integer({min: 1, max: 10000}),
      fc.double({min: 0, max: 1, noNaN: true}),
      fc.double({min: 0, max: 1, noNaN: true}),
      fc.double({min: 0.01, max: 100, noNaN: true}),
      fc.double({min: 0, max: 1, noNaN: true}),
      (epochs, a, b, factor, share) => {
        const [from, to] = [Math.floor(Math.min(a, b) * epochs), Math.ceil(Math.max(a, b) * epochs)];
        const about = from + share * (to - from);
        const [start, end] = zoomed([from, to], [0, epochs], factor, about);
        expect(Number.isInteger(start) && Number.isInteger(end)).toBe(true);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(epochs);
        expect(end - start).toBeGreaterThanOrEqual(Math.min(10, epochs));
        if (start > 0 && end < epochs && to > from)
          expect(Math.abs(start + share * (end - start) - about)).toBeLessThanOrEqual(1);
      }
    )
  ));

it("zooming in and out again comes back", () => {
  expect(zoomed([0, 1000], [0, 1000], 0.5, 400)).toEqual([200, 700]);
  expect(zoomed([200, 700], [0, 1000], 2, 400)).toEqual([0, 1000]);
  expect(zoomed([10, 12], [0, 1000], 1, 10)).toEqual([10, 20]);
  expect(zoomed([0, 4], [0, 4], 0.1, 2)).toEqual([0, 4]);
});
