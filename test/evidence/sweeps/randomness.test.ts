import {expect, test} from "vitest";
import {isMissed, unexplained} from "../../../lib/evidence/sweeps/halves.js";
import {outcome} from "../../../lib/evidence/sweeps/randomnessOutcome.js";
import {
  groupOf,
  missedClasses,
  randomnessClaimHolds,
  randomnessClaims,
  randomnessStudy
} from "../../../lib/evidence/sweeps/randomnessStudy.js";
import {
  randomnessColumns,
  randomnessName,
  randomnessSweep,
  sources,
  weightScales
} from "../../../lib/evidence/sweeps/randomnessSweep.js";
import type {SweepResults} from "../../../lib/evidence/sweeps/sweepResults.js";
import {sweepNamed} from "../../../lib/evidence/sweeps/sweeps.js";
import {parseRunId, standard} from "../../../lib/experiments/parameters.js";
import {standIns} from "../../../lib/experiments/registry.js";
import {run} from "../../../lib/experiments/run.js";
import {standardData} from "../../../lib/model/dataset.js";
import {weightsAt} from "../../../lib/model/history.js";
import {loss} from "../../../lib/model/perceptron.js";
import {targets} from "../../../lib/model/target.js";

const base = standard("f2", 8, 0.1, 1000);

test("each group has at least 300 seeds, and draws anew what it is named for", () => {
  for (const source of sources)
    for (const weightScale of weightScales) {
      const {runs} = sweepNamed(randomnessName(source, weightScale));
      expect(new Set(runs).size).toBeGreaterThanOrEqual(300);
      for (const id of runs) {
        const {data, weights, ...rest} = parseRunId(id);
        expect([data === "standard", weights === "standard"]).toEqual([source === "weights", source === "data"]);
        expect({...rest, data: "standard", weights: "standard"}).toEqual({...base, weightScale});
      }
    }
  expect(randomnessSweep("both", 1).runs).toContain(standIns.figure8R2);
});

test("an outcome has the run's errors on its own test set and on the standard one", async () => {
  const id = standIns.figure8R2;
  const {history, summary, digest} = await run(parseRunId(id));
  const found = await outcome(id);
  const value = (name: string) => found.values[randomnessColumns.indexOf(name)];
  expect(found.values).toHaveLength(randomnessColumns.length);
  expect(digest.startsWith(found.digest)).toBe(true);
  expect(value("lastTestLoss")).toBe(summary.lastTestLoss);
  expect(value("lowestTestEpoch")).toBe(summary.lowestTestEpoch);
  const {test: points} = standardData("f2", base);
  expect(value("standardTestLoss")).toBe(loss(weightsAt(history, 1000), points));
  const standardRun = await outcome("f2-h8-rate0.1-epochs1000");
  expect(standardRun.values[0]).toBe(standardRun.values[3]);
});

test("what is left unexplained of a target is 1 for its mean, on either side, and more for a worse level", () => {
  const level = (value: number) => ({hidden: 2, U: new Float64Array(2), V: Float64Array.of(0, value)});
  const [left, right] = unexplained(level(0), "f2");
  expect(left).toBeCloseTo(right!, 12);
  expect(left).toBeGreaterThan(1);
  const x = Float64Array.from({length: 500}, (_, i) => (i + 0.5) / 100);
  const mean = x.map(targets.f2).reduce((a, b) => a + b) / 500;
  expect(unexplained(level(mean), "f2")[1]).toBeCloseTo(1, 12);
  expect(unexplained(level(-mean), "f2")[0]).toBeCloseTo(1, 12);
  expect(unexplained(level(mean), "f2")[0]).toBeGreaterThan(1);
  expect([0, 0.5, 0.51, null].map(isMissed)).toEqual([false, false, true, true]);
});

test("a run that looks well learned has missed nothing, and the stand-in for R2 has missed one half", async () => {
  const missed = async (id: string) => (await outcome(id)).values.slice(-2).map(isMissed);
  expect(await missed("f2-h8-rate0.1-epochs1000")).toEqual([false, false]);
  expect((await missed(standIns.figure8R2)).filter(Boolean)).toHaveLength(1);
});

/** Results in which the errors of each group are as far apart as a factor says. */
function invented(factors: Record<string, number>): Record<string, SweepResults> {
  const entries = sources.flatMap((source) =>
    weightScales.map((scale) => {
      const {name, columns, runs} = randomnessSweep(source, scale);
      const factor = factors[name] ?? 2;
      const rows = runs.map((id, i) => {
        const error = factor ** ((i % 10) / 10);
        return [id, "0", error, error, 0, error, null, i % 3 === 0 ? 1 : 0, i % 6 === 0 ? 1 : 0] as const;
      });
      return [name, {version: 1 as const, sweep: name, key: "", columns, runs: rows, bands: null}] as const;
    })
  );
  return Object.fromEntries(entries);
}

test("each claim holds where its spreads differ beyond doubt, and does not where they do not", () => {
  const of = (factors: Record<string, number>) => {
    const study = randomnessStudy(invented(factors));
    return randomnessClaims.map((claim) => randomnessClaimHolds(study, claim));
  };
  expect(of({})).toEqual([false, false, false]);
  const more = {"randomness-data-scale1": 5, "randomness-both-scale1": 20};
  expect(of(more)).toEqual([true, true, false]);
  expect(of({...more, "randomness-both-scale1": 5})).toEqual([true, false, false]);
  expect(of({"randomness-weights-scale10": 5, "randomness-weights-scale100": 5})).toEqual([false, false, true]);
  expect(of({"randomness-weights-scale10": 5})).toEqual([false, false, false]);
  expect(of({"randomness-weights-scale1": 5})).toEqual([false, false, false]);
});

test("runs are sorted by the halves that they have missed", () => {
  const study = randomnessStudy(invented({}));
  const classes = missedClasses(groupOf(study, "both", 1));
  expect(classes.map(({missed, errors}) => [missed, errors.length])).toEqual([
    [[], 200],
    [["left"], 50],
    [["left", "right"], 50]
  ]);
  for (const {errors, example, missed} of classes) {
    expect(errors).toEqual(errors.toSorted((a, b) => a - b));
    const {runs} = randomnessSweep("both", 1);
    expect(missed.includes("left")).toBe(runs.indexOf(example) % 3 === 0);
  }
  expect(() => groupOf(study, "both", 3)).toThrow("no group");
});

test("a run without a finite error has no place in a spread", () => {
  const results = invented({});
  const [id, digest, , ...rest] = results["randomness-data-scale1"]!.runs[0]!;
  results["randomness-data-scale1"]!.runs[0] = [id, digest, null, ...rest];
  expect(() => randomnessStudy(results)).toThrow("has no finite error");
});
