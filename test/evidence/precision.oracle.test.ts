import {describe, expect, it} from "vitest";
import type {InstabilityData} from "../../lib/evidence/instabilityData.js";
import {bitsOf, inArithmetic, precisions, PRECISION_RUNS, type Precision} from "../../lib/evidence/precision.js";
import {cameTrue, predictionsOf} from "../../lib/evidence/predictions.js";
import {precisionSweep} from "../../lib/evidence/sweeps/precisionSweep.js";
import {valuesOf} from "../../lib/evidence/sweeps/sweepResults.js";
import {runId} from "../../lib/experiments/parameters.js";
import {computedFacts} from "../../lib/node/computedFacts.js";

const {instabilities, onsetByBits, ensembles} = await computedFacts();
const sweep = ensembles.get(precisionSweep.name)!;
const measured = valuesOf(sweep, "bits").map((bits, i) => ({bits: bits!, onset: valuesOf(sweep, "onset")[i]!}));
const inPrecision = (id: string, precision: Precision): InstabilityData =>
  instabilities[runId(inArithmetic(id, precision))]!;
const [first, control] = PRECISION_RUNS;

describe("the precision test", () => {
  it("finds the shock of the first run the later, the finer the arithmetic", () => {
    expect(measured.length).toBeGreaterThan(30);
    // Chance moves each by some epochs; over ten bits and more it is of no weight.
    for (const {bits, onset} of measured)
      for (const finer of measured)
        if (finer.bits >= bits + 10) expect(finer.onset - onset, `${bits} and ${finer.bits} bits`).toBeGreaterThan(20);
    expect(measured.at(-1)!.onset - measured[0]!.onset).toBeGreaterThan(200);
  });

  it("finds every onset where it was predicted, in each arithmetic", () => {
    for (const id of PRECISION_RUNS)
      for (const precision of precisions) {
        const predictions = predictionsOf([inPrecision(id, precision)]);
        expect(predictions.length).toBeGreaterThan(0);
        for (const prediction of predictions) expect(cameTrue(prediction), prediction.id).toBe(true);
      }
  });

  it("would not find them there if the rounding unit were another", () => {
    for (const precision of precisions)
      for (const other of precisions) {
        if (other === precision) continue;
        const measured = inPrecision(first, precision).phases[0]!.onset;
        const predicted = inPrecision(first, other).phases[0]!.predicted;
        const {id} = inPrecision(first, precision);
        expect(cameTrue({id, seed: "floor", phase: 1, crossing: 0, predicted, measured, range: null})).toBe(false);
      }
  });

  it("finds the control's first disturbance at the same epoch in 53 bits and 106, for it does not come from rounding", () => {
    const onset = (precision: Precision) => inPrecision(control, precision).phases[0]!.onset;
    expect(onset("double-double")).toBe(onset("binary64"));
    const kinds = precisions.map((precision) => inPrecision(control, precision).phases[0]!.kind);
    expect(kinds).toEqual(["floor", "remnant", "remnant"]);
  });

  it("predicts a later onset for each further bit, and on this line all that were measured", () => {
    const {bits, onset} = onsetByBits;
    const known = onset.filter((epoch) => epoch !== null);
    expect(known.length).toBeGreaterThan(85);
    expect(known).toEqual([...known].sort((a, b) => a - b));
    for (const found of measured) {
      const predicted = onset[bits.indexOf(found.bits)]!;
      expect(Math.abs(predicted - found.onset), `${found.bits} bits`).toBeLessThanOrEqual(0.05 * found.onset);
    }
    for (const precision of precisions)
      expect(measured).toContainEqual({
        bits: bitsOf(precision),
        onset: inPrecision(first, precision).phases[0]!.onset
      });
  });
});
