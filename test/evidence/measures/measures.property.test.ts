import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {factorBetween, isFactor} from "../../../lib/evidence/measures/factor.js";
import {fastPhase, firstAtMost, lateImprovement, learnedShare, worst} from "../../../lib/evidence/measures/learning.js";
import {largestPairing} from "../../../lib/evidence/measures/pairing.js";
import {correlation, isSameShape, magnitude} from "../../../lib/evidence/measures/shape.js";
import {twinDistance, unitsOf} from "../../../lib/evidence/measures/twins.js";
import {columnNames, recordLength, recordsLength, type History} from "../../../lib/model/history.js";

const positive = fc.double({min: 1e-6, max: 1e6, noNaN: true});
const losses = fc.array(positive, {minLength: 6, maxLength: 200});

describe("factors", () => {
  test("are at least 1, whichever of the two is larger", () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        expect(factorBetween(a, b)).toBeGreaterThanOrEqual(1);
        expect(factorBetween(a, b)).toBe(factorBetween(b, a));
      })
    );
  });

  test("have the name of the nearest whole number", () => {
    expect([1.49, 1.5, 2, 2.49, 2.5].map((ratio) => isFactor(ratio, 2))).toEqual([false, true, true, true, false]);
  });
});

describe("learning", () => {
  test("an error that stays as it is does not improve, one that halves at the end improves by half", () => {
    fc.assert(
      fc.property(positive, fc.integer({min: 10, max: 1000}), (level, epochs) => {
        const flat = Array<number>(epochs + 1).fill(level);
        expect(lateImprovement(flat)).toBe(0);
        expect(lateImprovement([...flat.slice(1), level / 2])).toBe(1 / 2);
      })
    );
  });

  test("the fast phase ends where nine tenths of the fall are done, and never before", () => {
    fc.assert(
      fc.property(losses, (curve) => {
        const end = fastPhase(curve);
        const [first, last] = [curve[0]!, curve.at(-1)!];
        fc.pre(last < first);
        const done = (epoch: number) => (first - curve[epoch]!) / (first - last);
        expect(done(end)).toBeGreaterThanOrEqual(0.9 - 1e-6);
        for (let epoch = 0; epoch < end; ++epoch) expect(done(epoch)).toBeLessThan(0.9 + 1e-6);
      })
    );
    expect(fastPhase([1, 1, 2])).toBe(-1);
  });

  test("the first epoch at most so high, and the worst", () => {
    fc.assert(
      fc.property(losses, positive, (curve, level) => {
        expect(firstAtMost(curve, level)).toBe(curve.findIndex((loss) => loss <= level));
        expect(worst(curve, 1, curve.length - 1)).toBe(Math.max(...curve.slice(1)));
      })
    );
  });

  test("a perfect network has learned all, the best constant answer nothing", () => {
    const y = Float64Array.of(1, 2, 3, 6);
    const error = (answer: number) => y.reduce((sum, value) => sum + (answer - value) ** 2 / 2, 0) / y.length;
    expect(learnedShare(0, y)).toBe(1);
    expect(learnedShare(error(3), y)).toBeCloseTo(0, 12);
    expect(learnedShare(error(0), y)).toBeLessThan(0);
  });
});

describe("shapes", () => {
  const curve = fc.array(fc.double({min: -100, max: 100, noNaN: true}), {minLength: 3, maxLength: 60});

  test("offset and height do not change the shape; upside down it is the opposite", () => {
    fc.assert(
      fc.property(curve, fc.double({min: 0.1, max: 10, noNaN: true}), (a, scale) => {
        fc.pre(Math.max(...a) - Math.min(...a) > 1);
        expect(
          correlation(
            a,
            a.map((x) => 3 + scale * x)
          )
        ).toBeCloseTo(1, 9);
        expect(
          correlation(
            a,
            a.map((x) => -scale * x)
          )
        ).toBeCloseTo(-1, 9);
      })
    );
  });

  test("are the same from nine tenths on, and never of a constant", () => {
    expect([0.899, 0.9].map(isSameShape)).toEqual([false, true]);
    expect(isSameShape(correlation([1, 1, 1], [1, 2, 3]))).toBe(false);
    expect(() => correlation([1], [1, 2])).toThrow(RangeError);
  });

  test("magnitude is the furthest from 0, on either side", () => {
    fc.assert(fc.property(curve, (a) => void expect(magnitude(a)).toBe(Math.max(...a.map(Math.abs)))));
  });
});

describe("twins", () => {
  function history(values: (unit: number, epoch: number) => number): History {
    const [hidden, epochs] = [4, 20];
    const records = new Float64Array(recordsLength(hidden, epochs));
    for (let epoch = 0; epoch <= epochs; ++epoch)
      for (const [column, name] of columnNames(hidden).entries()) {
        const match = /^[UV]_(\d)/.exec(name);
        if (match) records[epoch * recordLength(hidden) + column] = values(Number(match[1]), epoch);
      }
    return {hidden, epochs, records};
  }

  test("equal weights are at distance 0; one that goes its own way is not", () => {
    const [equal, own] = [history((_, epoch) => epoch), history((unit, epoch) => (unit === 1 ? -epoch : epoch))];
    expect(unitsOf(equal)).toEqual([0, 1, 2]);
    expect(twinDistance(equal, 0, unitsOf(equal))).toBe(0);
    expect(twinDistance(own, 0, unitsOf(own))).toBeGreaterThan(0.5);
    expect(twinDistance(own, 0, [0, 2])).toBe(0);
  });
});

describe("pairings", () => {
  /** The largest pairing, by trying all. */
  function bySearch(allowed: readonly (readonly boolean[])[], row = 0, taken: readonly number[] = []): number {
    if (row === allowed.length) return 0;
    const without = bySearch(allowed, row + 1, taken);
    const columns = allowed[row]!.flatMap((isAllowed, column) =>
      isAllowed && !taken.includes(column) ? [column] : []
    );
    return Math.max(without, ...columns.map((column) => 1 + bySearch(allowed, row + 1, [...taken, column])));
  }

  test("are as large as a search of all finds", () => {
    const matrix = fc
      .tuple(fc.integer({min: 1, max: 5}), fc.integer({min: 1, max: 5}))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.boolean(), {minLength: columns, maxLength: columns}), {minLength: rows, maxLength: rows})
      );
    fc.assert(fc.property(matrix, (allowed) => void expect(largestPairing(allowed)).toBe(bySearch(allowed))));
  });
});
