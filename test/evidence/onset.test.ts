import {describe, expect, it} from "vitest";
import {CALM, isStable, onsetEpoch, unstableSpells} from "../../lib/evidence/onset.js";
import {registry} from "../../lib/experiments/registry.js";
import {run} from "../../lib/experiments/run.js";
import {column} from "../../lib/model/history.js";

/** The first epoch whose loss is above that of the epoch before by more than this part of it. */
function firstRise(losses: Float64Array, part: number): number {
  return losses.findIndex((loss, epoch) => epoch > 0 && loss > (1 + part) * losses[epoch - 1]!);
}

describe("onset", () => {
  it("is the first epoch whose loss grows by more than a thousandth", () => {
    expect(onsetEpoch([4, 3, 3.002, 3.006, 9])).toBe(3);
    expect(onsetEpoch([4, 3, 2])).toBeNull();
    expect(onsetEpoch([])).toBeNull();
    expect(isStable([4, 3, 3.002])).toBe(true);
    expect(isStable([4, 3, 3.004])).toBe(false);
  });

  it("counts a loss that is not finite", () => {
    expect(onsetEpoch([4, 3, NaN])).toBe(2);
    expect(onsetEpoch([4, Infinity, Infinity])).toBe(1);
  });

  it("joins rises to spells until the loss has been calm for long enough", () => {
    const falling = (count: number, from: number) => Array.from({length: count}, (_, i) => from / (1 + i / 1000));
    const losses = [2, 1, 2, ...falling(CALM, 1.9), 3, ...falling(CALM - 1, 2.9), 4, 3.9];
    expect(unstableSpells(losses)).toEqual([
      {from: 2, to: 2},
      {from: 3 + CALM, to: 3 + 2 * CALM}
    ]);
  });

  it("does not hang on its margin: in every run of the report a margin of nearly 0 or of 1 % finds it within 6 epochs", async () => {
    for (const {id, parameters} of registry) {
      const losses = column((await run(parameters)).history, "train_loss");
      const onset = onsetEpoch(losses);
      for (const part of [1e-9, 1e-6, 1e-2]) {
        const other = firstRise(losses, part);
        if (onset === null) expect(other, id).toBe(-1);
        else expect(Math.abs(other - onset), id).toBeLessThanOrEqual(6);
      }
    }
  });
});
