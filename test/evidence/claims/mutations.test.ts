import {beforeAll, expect, test} from "vitest";
import type {Evidence} from "../../../lib/evidence/claims/evidence.js";
import {judge, ledger} from "../../../lib/evidence/claims/ledger.js";
import {weightsOfUnit} from "../../../lib/evidence/measures/twins.js";
import {randomnessClaimHolds, type RandomnessClaim} from "../../../lib/evidence/sweeps/randomnessStudy.js";
import {standIns} from "../../../lib/experiments/registry.js";
import {realEvidence, withColumns, withHistory, withTestLoss, withTrainLoss} from "./evidence.js";
import {
  F2_EIGHT,
  F2_HALF,
  F2_LEAP,
  F2_LONG,
  F2_SIX,
  F2_THREE,
  F2_TWELVE,
  SLOW,
  STUMBLE,
  onF1
} from "../../../lib/evidence/claims/measuredRuns.js";

// Each claim is measured on the real evidence and on evidence that was falsified in one place, after which what it says is
// no longer so (or, where it does not hold, is so). No predicate can be one that always says the same.

type Mutation = (evidence: Evidence) => Evidence;

const times = (factor: number) => (value: number) => factor * value;
const lastTimes = (factor: number, last: number) => (value: number, epoch: number) =>
  epoch === last ? factor * value : value;
const falling = (_: number, epoch: number) => 1 / (1 + epoch);
const testLoss = (run: string, change: (value: number, epoch: number) => number): Mutation => {
  return (evidence) => withTestLoss(evidence, run, change);
};
const noRise =
  (run: string): Mutation =>
  (evidence) =>
    withTrainLoss(evidence, run, falling);
const suddenRise = (run: string): Mutation => {
  return (evidence) => withTrainLoss(evidence, run, (value, epoch) => (epoch === 100 ? 2 * value : value));
};
const weights = (run: string, names: string[], change: (value: number, epoch: number) => number): Mutation => {
  return (evidence) => withColumns(evidence, run, names, change);
};
const onlyTwins = (run: string): Mutation => weights(run, [0, 1, 2, 3].flatMap(weightsOfUnit), (_, epoch) => epoch);
const noStumble = testLoss(STUMBLE, (value, epoch) => (epoch > 754 ? 0.0008 : value));
const finite = (run: string): Mutation => {
  return (evidence) => withColumns(evidence, run, ["test_loss", "train_loss"], () => 1);
};
const freeUnits: Mutation = (evidence) => ({
  ...evidence,
  operations: () => ({arithmetic: 1e6, exponentials: 1e6})
});

/** An ensemble whose members all come to a hundred times as much, or to what `change` says. */
const otherRounding = (run: string, change: (value: number, member: number) => number = times(100)): Mutation => {
  return (evidence) => {
    const {runs, ...results} = evidence.ensembles[run]!;
    const more = runs.map(
      ([id, digest, ...values], member) => [id, digest, ...values.map((value) => change(value!, member))] as const
    );
    return {...evidence, ensembles: {...evidence.ensembles, [run]: {...results, runs: more}}};
  };
};

/** A study in which what is said to be larger is smaller, and the reverse. */
const otherSpread = (id: RandomnessClaim): Mutation => {
  return (evidence) => {
    const {comparisons} = evidence.randomness;
    const sign = randomnessClaimHolds(evidence.randomness, id) ? -1 : 1;
    const estimate = {value: 2 * sign, low: 2 * sign - 1, high: 2 * sign + 1};
    const turned = comparisons[id].map((comparison) => ({
      ...comparison,
      difference: {own: estimate, standard: estimate}
    }));
    return {...evidence, randomness: {...evidence.randomness, comparisons: {...comparisons, [id]: turned}}};
  };
};

/** By claim: what falsifies it. */
const mutations: Readonly<Record<string, Mutation>> = {
  TIME: freeUnits,
  EXACT: (evidence) => ({
    ...evidence,
    kernels: {...evidence.kernels, rows: evidence.kernels.rows.map((row) => ({...row, runs: {}}))}
  }),
  "F3-stable": suddenRise(STUMBLE),
  "F3-best-epoch": otherRounding(STUMBLE),
  "F3-lowest": testLoss(STUMBLE, times(1.2)),
  "F3-oscillates": noStumble,
  "F3-last": otherRounding(STUMBLE),
  "F3-weights": weights(STUMBLE, ["V_0"], (_, epoch) => epoch),
  "F3-random": noRise(standIns.figure3f),
  "LR-2": testLoss("f1-h3-rate2-epochs1000", times(1.2)),
  "LR-5": finite("f1-h3-rate5-epochs1000"),
  "F4-same-curve": weights(SLOW, ["V_2"], (value) => value + 5),
  "F4-last": testLoss(SLOW, lastTimes(10, 10_000)),
  "F4-twins": weights(SLOW, ["U_1_0"], times(-1)),
  "F4-merge": weights(SLOW, ["V_1"], times(0)),
  "F5-h2-better": testLoss(onF1(2), times(2)),
  "F5-v0-doubles": weights(onF1(2), ["V_0"], times(2)),
  "F5-shape-up": weights(onF1(2), ["V_1"], times(10)),
  "F5-shape-down": weights(onF1(5), ["V_4"], times(0.1)),
  "F5-twins": onlyTwins(onF1(5)),
  "E1000-h2": testLoss(onF1(2), times(1.1)),
  "E1000-h3": testLoss(onF1(3), times(1.1)),
  "E1000-h5": testLoss(onF1(5), times(1.1)),
  "E1000-h8": testLoss(onF1(8), times(1.1)),
  "H-cost": freeUnits,
  "F6-h3-underfits": testLoss(F2_THREE, lastTimes(0.5, 1000)),
  "F6-h-helps": testLoss(F2_SIX, times(10)),
  "F6-h6": otherRounding(F2_SIX),
  "F6-h8": otherRounding(F2_EIGHT),
  "F6-rate": noRise(F2_SIX),
  "F6-converge": weights(F2_EIGHT, ["U_2_1"], (value, epoch) => (epoch === 300 ? value + 10 : value)),
  "F6-diverge": weights(F2_EIGHT, ["U_0_0", "U_0_1", "U_2_0", "U_2_1"], (value, epoch) => (epoch === 1200 ? 0 : value)),
  "LR-1.5": finite("f2-h8-rate1.5-epochs1000"),
  "F7-unstable": testLoss(F2_LEAP, lastTimes(100, 1000)),
  "F7-values": otherRounding(F2_LEAP, (_, member) => (member === 0 ? 0.1 : 100)),
  "HALF-rate": testLoss(F2_HALF, times(10)),
  "LONG-stagnates": testLoss(F2_LONG, lastTimes(0.99, 10_000)),
  "LONG-last": testLoss(F2_LONG, times(1.1)),
  "LONG-h8-limit": testLoss(F2_LONG, times(0.1)),
  "H12-halves": testLoss(F2_TWELVE, times(2)),
  "F8-varies": testLoss(standIns.figure8R2, times(0.1)),
  "F8-V-alike": weights(standIns.figure8R1, ["V_7"], (_, epoch) => epoch % 2),
  "F8-U-alike": (evidence) => withHistory(evidence, standIns.figure8R2, () => evidence.history(standIns.figure8R1)),
  "RAND-data": otherSpread("RAND-data"),
  "RAND-both": otherSpread("RAND-both"),
  "RAND-init-size": otherSpread("RAND-init-size"),
  C1: noStumble,
  C2: testLoss(onF1(3), times(100)),
  C3: suddenRise(SLOW),
  C4: testLoss(F2_HALF, times(10)),
  C5: onlyTwins(onF1(5)),
  C6: otherSpread("RAND-data"),
  C7: testLoss(F2_TWELVE, times(10)),
  "F9-no-overfit": (evidence) => withTrainLoss(evidence, STUMBLE, times(1e-4))
};

let real: Evidence;
beforeAll(async () => void (real = await realEvidence()));

test("every claim has a falsification", () => {
  expect(Object.keys(mutations).sort()).toEqual(ledger.map(({id}) => id).sort());
});

test.each(ledger.map((claim) => [claim.id, claim] as const))("%s can come out otherwise", (id, claim) => {
  const before = judge(claim, real);
  const after = judge(claim, mutations[id]!(real));
  expect([after.verdict, after.holds]).not.toEqual([before.verdict, before.holds]);
});

test.each(ledger.map((claim) => [claim.id, claim] as const))("%s is measured on the runs that it names", (_, claim) => {
  const history = (run: string) => {
    if (!claim.runs.includes(run)) throw new Error(`${claim.id} does not name ${run}.`);
    return real.history(run);
  };
  const judged = judge(claim, {...real, history});
  expect(judged.quantities).toEqual(judge(claim, real).quantities);
});
