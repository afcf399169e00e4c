import fc from "fast-check";
import {scaleLinear} from "d3-scale";
import {parseHTML} from "linkedom";
import {expect, it} from "vitest";
import {drawCursor} from "../../lib/figures/cursor.js";
import {columnLabel, unitStyle} from "../../lib/figures/theme.js";

const {document} = parseHTML("<!doctype html><html><body></body></html>") as unknown as {document: Document};
const [left, right, top, bottom] = [46, 260, 47, 190] as const;
const x = scaleLinear([0, 1000], [left, right]);
const y = scaleLinear([-5, 5], [bottom, top]);

/** The grounds of the values of a cursor, `[left, right, top, bottom]` each, in the order of the readings. */
function grounds(epoch: number, values: readonly number[]): number[][] {
  const readings = values.map((value, k) => ({label: columnLabel(`U_${k}_0`), value, style: unitStyle(k, 0)}));
  const plot = {document, x, y, left, right, top, bottom} as unknown as Parameters<typeof drawCursor>[0];
  return [...drawCursor(plot, epoch, readings).querySelectorAll("rect")].map((rect) => {
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(rect.getAttribute(name)));
    return [x!, x! + width!, y!, y! + height!];
  });
}

it("no value covers another, however close the curves are, and none leaves the plot's height", () =>
  fc.assert(
    fc.property(
      fc.integer({min: 0, max: 1000}),
      fc.array(fc.oneof(fc.double({min: -5, max: 5}), fc.constantFrom(-4.6, 0, NaN, Infinity)), {
        minLength: 2,
        maxLength: 40
      }),
      (epoch, values) => {
        const all = grounds(epoch, values);
        expect(all).toHaveLength(values.length);
        for (const [i, [a, b, c, d]] of all.entries()) {
          expect([c! >= top - 0.01, d! <= bottom + 0.01]).toEqual([true, true]);
          for (const [e, f, g, h] of all.slice(0, i))
            expect(a! >= f! - 0.02 || b! <= e! + 0.02 || c! >= h! - 0.02 || d! <= g! + 0.02).toBe(true);
        }
      }
    )
  ));

it("values that are far apart stand beside their curves, in one column", () => {
  const all = grounds(200, [3, 0, -4]);
  expect(new Set(all.map(([start]) => start)).size).toBe(1);
  for (const [i, value] of [3, 0, -4].entries()) expect(all[i]![3]).toBeCloseTo(y(value) - 1.5, 1);
});
