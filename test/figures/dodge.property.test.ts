import fc from "fast-check";
import {expect, it} from "vitest";
import {dodge} from "../../lib/figures/dodge.js";

const wishes = fc.array(fc.double({min: 0, max: 100, noNaN: true}), {maxLength: 6});

it("keeps the distance, the order and the limits", () =>
  fc.assert(
    fc.property(wishes, (wished) => {
      const places = dodge(wished, 15, [0, 100]);
      const order = wished.map((_, i) => i).sort((a, b) => wished[a]! - wished[b]! || a - b);
      order.forEach((index, rank) => {
        expect(places[index]).toBeGreaterThanOrEqual(-1e-9);
        expect(places[index]).toBeLessThanOrEqual(100 + 1e-9);
        if (rank > 0) expect(places[index]! - places[order[rank - 1]!]!).toBeGreaterThanOrEqual(15 - 1e-9);
      });
    })
  ));

it("leaves alone what is far enough apart", () => {
  expect(dodge([70, 10, 40], 15, [0, 100])).toEqual([70, 10, 40]);
  expect(dodge([], 15, [0, 100])).toEqual([]);
});

it("is nearer to the wishes, in squares, than any other arrangement that is allowed", () =>
  fc.assert(
    fc.property(
      wishes,
      fc.array(fc.double({min: 0, max: 100, noNaN: true}), {minLength: 6, maxLength: 6}),
      (wished, tries) => {
        const cost = (places: number[]) => places.reduce((sum, place, i) => sum + (place - wished[i]!) ** 2, 0);
        const order = wished.map((_, i) => i).sort((a, b) => wished[a]! - wished[b]! || a - b);
        const slack = 100 - 15 * Math.max(0, wished.length - 1);
        const sorted = tries.slice(0, wished.length).sort((a, b) => a - b);
        const other: number[] = [];
        order.forEach((index, rank) => (other[index] = (sorted[rank]! / 100) * slack + 15 * rank));
        expect(cost(dodge(wished, 15, [0, 100]))).toBeLessThanOrEqual(cost(other) + 1e-6);
      }
    )
  ));

it("keeps half of what both neighbours take between them", () =>
  fc.assert(
    fc.property(
      wishes,
      fc.array(fc.double({min: 1, max: 15, noNaN: true}), {minLength: 6, maxLength: 6}),
      (wished, all) => {
        const sizes = all.slice(0, wished.length);
        const places = dodge(wished, sizes, [0, 100]);
        const order = wished.map((_, i) => i).sort((a, b) => wished[a]! - wished[b]! || a - b);
        order.slice(1).forEach((index, rank) => {
          const before = order[rank]!;
          expect(places[index]! - places[before]!).toBeGreaterThanOrEqual((sizes[index]! + sizes[before]!) / 2 - 1e-9);
        });
        for (const place of places) expect(place >= -1e-9 && place <= 100 + 1e-9).toBe(true);
      }
    )
  ));

it("spreads evenly what has no room", () => {
  expect(dodge([50, 50, 50], 80, [0, 100])).toEqual([0, 50, 100]);
  expect(dodge([50, 50, 50], [40, 80, 120], [0, 80])).toEqual([0, 30, 80]);
});
