import {readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {isBetween} from "../../../lib/evidence/printed.js";
import {outcomeDifference} from "../../../lib/evidence/sweeps/outcomeDifference.js";
import {outcome as randomnessOutcome} from "../../../lib/evidence/sweeps/randomnessOutcome.js";
import {outcome as roundingOutcome} from "../../../lib/evidence/sweeps/roundingOutcome.js";
import {digitsInCommon, extentOf, finiteValues, twoGroups} from "../../../lib/evidence/sweeps/statistics.js";
import {sweepNamed, sweeps} from "../../../lib/evidence/sweeps/sweeps.js";
import {parseRunId} from "../../../lib/experiments/parameters.js";
import {runCost} from "../../../lib/experiments/runCost.js";
import {committedResults} from "../../../lib/node/sweeps/sweepFiles.js";
import {sweepKey} from "../../../lib/node/sweeps/sweepKey.js";

const folder = "data/ensembles";

test("data/ensembles holds every sweep and nothing else, in less than 3 MB", () => {
  const names = readdirSync(folder);
  expect(names.sort()).toEqual(sweeps.map(({name}) => `${name}.json`).sort());
  const size = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(size).toBeLessThan(3e6);
});

test("data/ensembles comes from the present code: else run npm run sweep", async () => {
  const stale: string[] = [];
  for (const sweep of sweeps) if (committedResults(sweep).key !== (await sweepKey(sweep))) stale.push(sweep.name);
  expect(stale).toEqual([]);
});

const CHEAP = 10_000_000;

test("runs that are made again are as recorded", async () => {
  for (const [i, sweep] of sweeps.entries()) {
    if (runCost(parseRunId(sweep.runs[0]!)) > CHEAP) continue;
    const member = (37 * i) % sweep.runs.length;
    const outcome = sweep.module.includes("rounding") ? roundingOutcome : randomnessOutcome;
    const difference = outcomeDifference(committedResults(sweep), member, await outcome(sweep.runs[member]!));
    expect([sweep.name, difference]).toEqual([sweep.name, null]);
  }
});

const valuesIn = (id: string, column: string) => finiteValues(committedResults(sweepNamed(`rounding-${id}`)), column);

test("rounding decides when the shock of (f1, 3, 1, 1000) comes, and how high its last error is", () => {
  const epochs = valuesIn("f1-h3-rate1-epochs1000", "lowestTestEpoch");
  expect(epochs).toHaveLength(100);
  expect(epochs[0]).toBeGreaterThan(735);
  expect(epochs.at(-1)).toBeLessThan(770);
  const errors = valuesIn("f1-h3-rate1-epochs1000", "lastTestLoss");
  expect(errors.at(-1)! / errors[0]!).toBeGreaterThan(4);
  const results = committedResults(sweepNamed("rounding-f1-h3-rate1-epochs1000"));
  const within = (column: string, printed: string) => isBetween({key: column, printed}, extentOf(results, column));
  expect(within("lastTestLoss", "0.0144")).toBe(true);
  expect(within("lastTestLoss", "0.0244")).toBe(false);
  expect(within("lowestTestLoss", "0.0008")).toBe(true);
  expect(within("lowestTestLoss", "8e-4")).toBe(true);
  expect(() => within("lowestTestLoss", "many")).toThrow("no number");
});

test("rounding decides nothing in (f1, 3, 0.1, 1000), and between two states in (f2, 6, 0.1, 1000)", () => {
  expect(digitsInCommon(valuesIn("f1-h3-rate0.1-epochs1000", "lastTestLoss"))).toBeGreaterThanOrEqual(6);
  const [lower, upper] = twoGroups(valuesIn("f2-h6-rate0.1-epochs1000", "lastTestLoss"));
  for (const value of lower) expect(value).toBeCloseTo(2.29, 1);
  for (const value of upper) expect(value).toBeCloseTo(2.47, 1);
  expect(Math.min(lower.length, upper.length)).toBeGreaterThan(20);
});
