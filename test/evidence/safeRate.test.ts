import {describe, expect, it} from "vitest";
import type {InstabilityData} from "../../lib/evidence/instabilityData.js";
import {cameTrue, predictionsOf} from "../../lib/evidence/predictions.js";
import {safeRates} from "../../lib/evidence/safeRate.js";
import {parseRunId} from "../../lib/experiments/parameters.js";

type Phase = InstabilityData["phases"][number];

const phase = (kind: Phase["kind"], etaLambda: number, rest: Partial<Phase> = {}): Phase => ({
  kind,
  from: 0,
  onset: null,
  floor: null,
  crossing: null,
  peak: {epoch: 7, etaLambda},
  predicted: null,
  range: null,
  expectedFrom: 0,
  expected: [],
  ...rest
});

const line = {epochs: [], values: [], bound: 0};
const instability = (id: string, ...phases: Phase[]): InstabilityData => ({
  version: 1,
  id,
  parameters: parseRunId(id),
  testLoss: line,
  trainLoss: line,
  every: 1,
  sharpness: [],
  second: [],
  amplitude: [],
  spells: phases.flatMap(({onset}) => (onset === null ? [] : [{from: onset, to: onset}])),
  phases
});

describe("safe rates", () => {
  it("stay below 2 over the largest sharpness that any calm run of the network has come to", () => {
    const rates = safeRates([
      instability("f2-h3-rate1-epochs50", phase("steep", 9, {onset: 1})),
      instability("f2-h3-rate0.1-epochs90", phase("calm", 0.4)),
      instability("f2-h3-rate0.2-epochs90", phase("floor", 2.4, {onset: 30})),
      instability("f2-h3-rate0.1-epochs50", phase("calm", 0.3)),
      instability("f1-h2-rate0.1-epochs50", phase("calm", 0.2)),
      instability("f1-h2-rate0.1-epochs50-data.a", phase("calm", 1.9))
    ]);
    expect(rates.map(({target, hidden}) => `${target} ${hidden}`)).toEqual(["f1 2", "f2 3"]);
    expect(rates[1]!.sharpest).toEqual({id: "f2-h3-rate0.2-epochs90", epoch: 7, sharpness: 2.4 / 0.2});
    expect(rates[1]!.rate).toBeCloseTo(1 / 6, 15);
    expect(rates[1]!.tried.map(({id, onset}) => [id, onset])).toEqual([
      ["f2-h3-rate0.1-epochs90", null],
      ["f2-h3-rate0.2-epochs90", 30],
      ["f2-h3-rate1-epochs50", 1]
    ]);
  });
});

describe("predictions", () => {
  it("are those of the phases in which ηλ passed 2 unseen", () => {
    const found = predictionsOf([
      instability("f1-h2-rate1-epochs50", phase("steep", 3), phase("calm", 1), phase("swinging", 3, {crossing: 9})),
      instability("f1-h3-rate1-epochs50", phase("calm", 1), phase("floor", 3, {crossing: 9, predicted: 40, onset: 41}))
    ]);
    expect(found.map(({id, seed, phase, measured}) => [id, seed, phase, measured])).toEqual([
      ["f1-h3-rate1-epochs50", "floor", 2, 41]
    ]);
  });

  it("come true within 5 % or 3 epochs, or where there is none as predicted", () => {
    const judge = (predicted: number | null, measured: number | null) =>
      cameTrue({id: "", seed: "floor", phase: 1, crossing: 1, range: null, predicted, measured});
    expect([judge(95, 100), judge(94, 100), judge(13, 10), judge(14, 10)]).toEqual([true, false, true, false]);
    expect([judge(null, null), judge(null, 5), judge(5, null)]).toEqual([true, false, false]);
  });
});
