import fc from "fast-check";
import {expect, it} from "vitest";
import {setMarks} from "../../../lib/figures/charts/setMarks.js";

const [left, right, glyph] = [0, 330, 12];
const room = {left, right, glyph};
const marks = fc.array(
  fc.record({value: fc.double({min: 10, max: 320, noNaN: true}), width: fc.integer({min: 40, max: 110})}),
  {
    maxLength: 5
  }
);

/** What a mark takes with its label, from left to right. */
const extent = (x: number, side: -1 | 1, width: number) =>
  side > 0 ? [x - glyph / 2, x - glyph / 2 + width] : [x + glyph / 2 - width, x + glyph / 2];

it("keeps marks and labels apart and within the plot, in lines none of which is empty", () => {
  fc.assert(
    fc.property(marks, (some) => {
      const sorted = some.toSorted((a, b) => a.value - b.value);
      const {lines, places} = setMarks(
        sorted.map(({value}) => value),
        sorted.map(({width}) => width),
        room
      );
      expect(places).toHaveLength(sorted.length);
      expect(new Set(places.map(({line}) => line)).size).toBe(lines);
      for (let line = 0; line < lines; ++line) {
        const extents = places
          .flatMap((place, i) => (place.line === line ? [extent(place.x, place.side, sorted[i]!.width)] : []))
          .sort((a, b) => a[0]! - b[0]!);
        if (extents.reduce((sum, [from, to]) => sum + to! - from!, 0) > right - left) continue;
        expect(extents[0]![0]).toBeGreaterThanOrEqual(left - 1e-6);
        expect(extents.at(-1)![1]).toBeLessThanOrEqual(right + 1e-6);
        for (let i = 1; i < extents.length; ++i)
          expect(extents[i]![0]).toBeGreaterThanOrEqual(extents[i - 1]![1]! - 1e-6);
      }
    })
  );
});

it("sets a mark that has room right above its value, and takes a further line where neighbours are close", () => {
  expect(setMarks([100], [80], room)).toEqual({lines: 1, places: [{x: 100, side: 1, line: 0}]});
  expect(setMarks([300], [80], room).places[0]).toEqual({x: 300, side: -1, line: 0});
  const {lines, places} = setMarks([150, 158, 166], [90, 90, 90], room);
  expect(lines).toBe(2);
  expect(places.map(({x}) => Math.round(x))).toEqual([150, 158, 166]);
});
