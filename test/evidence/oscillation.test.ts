import {describe, expect, it} from "vitest";
import {oscillation} from "../../lib/evidence/oscillation.js";
import {expectedAmplitude} from "../../lib/evidence/roundingFloor.js";
import {significantBits} from "../../lib/experiments/parameters.js";
import type {SharpnessCourse} from "../../lib/evidence/sharpness.js";
import {recordLength, recordsLength, type History} from "../../lib/model/history.js";

const EPOCHS = 80;
const HIDDEN = 2;
const direction = [0.5, -0.5, 0.5, 0.5];

/** The history of weights that are given, with nothing else in it. */
function historyOf(weights: (epoch: number) => number[]): History {
  const records = new Float64Array(recordsLength(HIDDEN, EPOCHS));
  for (let epoch = 0; epoch <= EPOCHS; ++epoch) records.set(weights(epoch), epoch * recordLength(HIDDEN) + 2);
  return {hidden: HIDDEN, epochs: EPOCHS, records};
}

/** A course with one sharpness and one leading direction. */
function courseOf(sharpness: number, along = direction): SharpnessCourse {
  const rows = EPOCHS + 1;
  return {
    every: 1,
    sharpness: new Float64Array(rows).fill(sharpness),
    second: new Float64Array(rows),
    directions: Float64Array.from({length: 4 * rows}, (_, i) => along[i % 4]!)
  };
}

describe("oscillation", () => {
  it("finds the amplitude of a swing under a drift that is a billion times as large", () => {
    const drift = (epoch: number) => [1, 2, 3, 4].map((a) => a * (epoch / 100) ** 2 - epoch / 50 + a);
    const history = historyOf((epoch) =>
      drift(epoch).map((w, i) => w + 1e-9 * (epoch % 2 === 0 ? 1 : -1) * direction[i]!)
    );
    const amplitude = oscillation(history, courseOf(1));
    for (let epoch = 0; epoch <= EPOCHS; ++epoch)
      if (epoch < 10 || epoch > EPOCHS - 10) expect(amplitude[epoch]).toBeNaN();
      else expect(amplitude[epoch]! / 1e-9).toBeCloseTo(1, 5);
  });

  it("looks along the leading direction only", () => {
    const history = historyOf((epoch) => (epoch % 2 === 0 ? [1, 1, 0, 0] : [0, 0, 0, 0]));
    expect(oscillation(history, courseOf(1))[40]).toBeLessThan(1e-15);
  });
});

describe("expected amplitude", () => {
  const history = historyOf(() => [1.5, 1.5, 1.5, 1.5]);
  const swing = {from: 0, amplitude: 0, bits: 53, calmUntil: EPOCHS};

  it("comes to rest where a step loses as much as rounding adds", () => {
    const floor = expectedAmplitude(history, courseOf(1.5), 1, swing).at(-1)!;
    // σ² = ulp(1.5)² / 12 for a unit direction, and A² = (1 - 1.5)² A² + σ².
    expect(floor / (Number.EPSILON / Math.sqrt(12) / Math.sqrt(1 - 0.25))).toBeCloseTo(1, 12);
    const coarse = expectedAmplitude(history, courseOf(1.5), 1, {...swing, bits: significantBits("binary32")}).at(-1)!;
    expect(coarse / floor).toBe(2 ** 29);
  });

  it("dies out and grows by |1 - ηλ| an epoch", () => {
    for (const etaLambda of [0.25, 1.75, 2.5]) {
      const expected = expectedAmplitude(history, courseOf(etaLambda / 0.1), 0.1, {...swing, amplitude: 1});
      for (let i = 1; i < 20; ++i) expect(expected[i]! / expected[i - 1]!).toBeCloseTo(Math.abs(1 - etaLambda), 9);
    }
  });

  it("goes on with the last calm sharpness", () => {
    const course = courseOf(3);
    course.sharpness.fill(100, 6);
    const expected = expectedAmplitude(history, course, 1, {...swing, amplitude: 1, calmUntil: 5});
    expect(expected[10]).toBeCloseTo(2 ** 10, 6);
  });
});
