import {expect, test} from "vitest";
import {curveEpochs} from "../../../lib/evidence/sweeps/outcome.js";
import {outcomeDifference} from "../../../lib/evidence/sweeps/outcomeDifference.js";
import {outcome} from "../../../lib/evidence/sweeps/roundingOutcome.js";
import {roundingSweep} from "../../../lib/evidence/sweeps/roundingSweep.js";
import {
  formatSweepResults,
  parseSweepResults,
  sweepResults,
  valuesOf
} from "../../../lib/evidence/sweeps/sweepResults.js";
import {sweepNamed, sweeps} from "../../../lib/evidence/sweeps/sweeps.js";
import {onsetEpoch} from "../../../lib/evidence/onset.js";
import {parseRunId} from "../../../lib/experiments/parameters.js";
import {registry} from "../../../lib/experiments/registry.js";
import {run} from "../../../lib/experiments/run.js";
import {column} from "../../../lib/model/history.js";

test("every run of the report has an ensemble of at least a hundred, all different and all in Monte Carlo arithmetic", () => {
  for (const {id, parameters} of registry) {
    const {runs} = sweepNamed(`rounding-${id}`);
    expect(new Set(runs).size).toBeGreaterThanOrEqual(100);
    for (const member of runs) expect(parseRunId(member)).toEqual({...parameters, rounding: expect.any(String)});
  }
  expect(new Set(sweeps.map(({name}) => name)).size).toBe(sweeps.length);
  expect(() => sweepNamed("rounding")).toThrow("There is no sweep “rounding”; npm run sweep -- --list");
});

const small = {...roundingSweep("f2-h3-rate2-epochs600-train50-test20")};
small.runs = small.runs.slice(0, 5);

test("an outcome is what the run's history says, and null where that is not finite", async () => {
  const {digest, values, curve} = await outcome(small.runs[0]!);
  const whole = await run(parseRunId(small.runs[0]!));
  const {lowestTestLoss, lowestTestEpoch, lastTestLoss, firstNonFiniteEpoch} = whole.summary;
  const onset = onsetEpoch(column(whole.history, "train_loss"));
  const expected = [onset, lowestTestLoss, lowestTestEpoch, lastTestLoss, firstNonFiniteEpoch];
  expect(values).toEqual(expected.map((value) => (Number.isFinite(value) ? value : null)));
  expect(whole.digest.startsWith(digest)).toBe(true);
  const losses = column(whole.history, "test_loss");
  expect(curve).toEqual(curveEpochs(600).map((epoch) => (Number.isFinite(losses[epoch]) ? losses[epoch] : null)));
});

test("a curve is kept at some 250 epochs, the first and the last among them", () => {
  expect(curveEpochs(3)).toEqual([0, 1, 2, 3]);
  expect(curveEpochs(1001).slice(-3)).toEqual([995, 1000, 1001]);
  expect(curveEpochs(10_000)).toHaveLength(251);
});

test("results are read as they were written, and refused when they are cut off or another sweep's", async () => {
  const results = sweepResults(small, "key", await Promise.all(small.runs.map(outcome)));
  const text = formatSweepResults(results);
  expect(parseSweepResults(text, small, "it")).toEqual(results);
  expect(() => parseSweepResults(text.slice(0, -20), small, "it")).toThrow("it is no whole JSON file");
  for (const other of [
    {...small, name: "other"},
    {...small, columns: ["onset"]},
    {...small, runs: small.runs.toReversed()}
  ])
    expect(() => parseSweepResults(text, other, "it")).toThrow("it holds the results of another sweep");
  expect(valuesOf(results, "lowestTestEpoch")).toEqual(results.runs.map((row) => row[4]));
  expect(() => valuesOf(results, "loss")).toThrow("no column “loss”");
});

test("a run made again differs from no record but a changed one", async () => {
  const outcomes = await Promise.all(small.runs.map(outcome));
  const results = sweepResults(small, "key", outcomes);
  outcomes.forEach((one, i) => expect(outcomeDifference(results, i, one)).toBeNull());
  const [first] = outcomes;
  const other = "0".repeat(16);
  expect(outcomeDifference(results, 0, {...first!, digest: other})).toContain("has the digest 0000");
  const values = [...first!.values.slice(0, 1), 1, ...first!.values.slice(2)];
  expect(outcomeDifference(results, 0, {...first!, values})).toContain("has lowestTestLoss 1 instead of");
  const curve = first!.curve.map((value, i) => (i === 2 ? 1e6 : value));
  expect(outcomeDifference(results, 0, {...first!, curve})).toContain("leaves the recorded bands at epoch 6");
});
