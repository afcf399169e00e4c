import fc from "fast-check";
import {expect, test} from "vitest";
import {largestStep, oscillates, reversalShare, turnShare} from "../../../lib/evidence/measures/oscillation.js";
import {recordLength, recordsLength, type History} from "../../../lib/model/history.js";

/** A history with h = 2 whose four weights all follow a curve. */
function historyOf(curve: readonly number[]): History {
  const epochs = curve.length - 1;
  const records = new Float64Array(recordsLength(2, epochs));
  for (const [epoch, value] of curve.entries())
    for (let weight = 0; weight < 4; ++weight) records[epoch * recordLength(2) + 2 + weight] = value;
  return {hidden: 2, epochs, records};
}

const steps = fc.array(fc.double({min: 0.01, max: 10, noNaN: true}), {minLength: 3, maxLength: 60});

test("a curve that only rises never turns, and its steps never go back", () => {
  fc.assert(
    fc.property(steps, (sizes) => {
      const curve = [0];
      for (const size of sizes) curve.push(curve.at(-1)! + size);
      expect(turnShare(curve, 1, curve.length - 2)).toBe(0);
      expect(reversalShare(historyOf(curve), 1, curve.length - 2)).toBe(0);
      expect(largestStep(curve, 0, curve.length - 1)).toBeCloseTo(Math.max(...sizes), 9);
    })
  );
});

test("one that goes up and down by turns does so at every epoch", () => {
  fc.assert(
    fc.property(steps, (sizes) => {
      const curve = [0];
      for (const [i, size] of sizes.entries()) curve.push(curve.at(-1)! + (i % 2 === 0 ? size : -size));
      expect(turnShare(curve, 1, curve.length - 2)).toBe(1);
      expect(oscillates(reversalShare(historyOf(curve), 1, curve.length - 2))).toBe(true);
    })
  );
});

test("half of the epochs is not yet an oscillation", () => {
  expect([oscillates(1 / 2), oscillates(0.51)]).toEqual([false, true]);
});
