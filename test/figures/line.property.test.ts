import fc from "fast-check";
import {expect, it} from "vitest";
import {linePath} from "../../lib/figures/line.js";

/** Reads a path of M, l and h, as SVG's grammar has it, back into its points. */
function pointsOf(path: string): [number, number][][] {
  const lines: [number, number][][] = [];
  for (const [, command, rest] of path.matchAll(/([Mlh])([^Mlh]*)/g)) {
    const numbers = (rest!.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    expect(rest!.replace(/-?(?:\d+\.?\d*|\.\d+)|,/g, "")).toBe("");
    if (command === "M") lines.push([[numbers[0]!, numbers[1]!]]);
    if (command !== "l") continue;
    const line = lines.at(-1)!;
    expect(numbers.length % 2).toBe(0);
    for (let i = 0; i < numbers.length; i += 2)
      line.push([line.at(-1)![0] + numbers[i]!, line.at(-1)![1] + numbers[i + 1]!]);
  }
  return lines;
}

const coordinate = fc.double({min: -2000, max: 2000, noNaN: true});
const point = fc.tuple(
  coordinate,
  fc.oneof({weight: 9, arbitrary: coordinate}, {weight: 1, arbitrary: fc.constant(NaN)})
);

it("a path goes through its points, rounded to hundredths, without drift, and pauses where one is not finite", () =>
  fc.assert(
    fc.property(fc.array(point, {maxLength: 60}), (points) => {
      const expected: [number, number][][] = [];
      let pen = false;
      for (const [x, y] of points) {
        if (Number.isNaN(y)) pen = false;
        else if (pen) expected.at(-1)!.push([x, y]);
        else {
          expected.push([[x, y]]);
          pen = true;
        }
      }
      const path = linePath(points);
      expect(path).not.toMatch(/\.\d{3}|NaN|e/);
      const drawn = pointsOf(path);
      expect(drawn.map((line) => line.length)).toEqual(expected.map((line) => line.length));
      drawn.forEach((line, i) =>
        line.forEach(([x, y], j) => {
          expect(Math.abs(x - expected[i]![j]![0])).toBeLessThanOrEqual(0.005 + 1e-9);
          expect(Math.abs(y - expected[i]![j]![1])).toBeLessThanOrEqual(0.005 + 1e-9);
        })
      );
    })
  ));

it("a path is short", () => {
  expect(linePath([])).toBe("");
  expect(linePath([[1, 2]])).toBe("M1,2h0");
  expect(
    linePath([
      [46, 58.2],
      [46.25, 55],
      [47, 55.5],
      [46, 55.5]
    ])
  ).toBe("M46,58.2l.25-3.2,.75,.5-1,0");
});
