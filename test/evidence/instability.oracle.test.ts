import {describe, expect, it} from "vitest";
import {registry} from "../../lib/experiments/registry.js";
import {computedFacts} from "../../lib/node/computedFacts.js";

const {instabilities} = await computedFacts();
const phases = registry.flatMap(({id}) => instabilities[id]!.phases.map((phase) => ({id, ...phase})));

describe("the theory of the hidden oscillation", () => {
  it("predicts each onset that grows from the rounding floor within 5 % or 3 epochs", () => {
    const grown = phases.filter(({kind, onset}) => kind === "floor" && onset !== null);
    expect(grown.length).toBeGreaterThan(4);
    for (const {id, onset, predicted} of grown)
      expect(Math.abs(predicted! - onset!), id).toBeLessThanOrEqual(Math.max(0.05 * onset!, 3));
  });

  it("predicts each onset that grows from a remnant as well", () => {
    const grown = phases.filter(({kind, onset}) => kind === "remnant" && onset !== null);
    expect(grown.length).toBeGreaterThan(3);
    for (const {id, onset, predicted} of grown)
      expect(Math.abs(predicted! - onset!), id).toBeLessThanOrEqual(Math.max(0.05 * onset!, 3));
  });

  it("predicts no onset where there is none, be the sharpness above 2/η for a while or not", () => {
    const calm = phases.filter(({onset}) => onset === null);
    for (const {id, predicted} of calm) expect(predicted, id).toBeNull();
    expect(calm.filter(({kind}) => kind === "floor").length).toBeGreaterThan(1);
  });

  it("has the onset in its range of 95 % each time", () => {
    for (const {id, onset, range} of phases)
      if (onset !== null && range) {
        expect(onset, id).toBeGreaterThanOrEqual(range[0]);
        expect(onset, id).toBeLessThanOrEqual(range[1] ?? Infinity);
      }
  });

  it("expects the amplitude that is measured, from the floor to the onset, over more than ten powers of ten", () => {
    for (const {id, kind, onset, floor, crossing, expected, expectedFrom} of phases) {
      if (kind !== "floor" || onset === null) continue;
      const {amplitude} = instabilities[id]!;
      const ratios = [];
      for (let epoch = floor!; epoch < onset - 10; ++epoch)
        ratios.push(amplitude[epoch]! / expected[epoch - expectedFrom]!);
      // The measured one is a single draw of what is expected on the average.
      expect(Math.max(...ratios), id).toBeLessThan(10);
      expect(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length, id).toBeGreaterThan(0.03);
      expect(amplitude[onset - 10]! / amplitude[crossing!]!, id).toBeGreaterThan(1e10);
    }
  });

  it("finds ηλ above 2 before every onset, and nowhere in a run whose error only falls, but for a passing while", () => {
    for (const {id, onset, kind, peak} of phases) {
      if (onset !== null) expect(peak.etaLambda, id).toBeGreaterThan(2);
      if (kind === "calm") expect(peak.etaLambda, id).toBeLessThanOrEqual(2);
    }
    const steep = phases.filter(({kind}) => kind === "steep").map(({id}) => id);
    expect(steep).toEqual([
      "f1-h3-rate2-epochs1000",
      "f1-h3-rate5-epochs1000",
      "f2-h8-rate1.5-epochs1000",
      "f2-h8-rate1-epochs1000"
    ]);
  });
});
