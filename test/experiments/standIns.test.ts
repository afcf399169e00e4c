import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {standIns, type StandIn} from "../../lib/experiments/registry.js";
import {run} from "../../lib/experiments/run.js";
import {candidates, CANDIDATES, distance, nearest, RULE, unseededRuns} from "../../lib/experiments/standInRule.js";
import type {Summary} from "../../lib/experiments/summary.js";
import type {StandInRecord} from "../../lib/node/commands/stand-ins.js";
import {printedValue} from "../../lib/node/paperValues.js";

const record = JSON.parse(readFileSync(new URL("../../data/stand-ins.json", import.meta.url), "utf8")) as StandInRecord;

/** As much of a summary as the rule reads. */
const summary = (last: number | null, lowest: number) =>
  ({lastTestLoss: last ?? NaN, lowestTestLoss: lowest}) as unknown as Summary;

test("the record states the present rule", () => {
  expect(record.rule).toBe(RULE);
  expect(Object.keys(record.choices)).toEqual(Object.keys(standIns));
});

for (const name of Object.keys(standIns) as StandIn[]) {
  const {paper, chosen, candidates: tried} = record.choices[name];

  test(`${name}: the rule, applied to the recorded candidates, gives the run in the registry`, () => {
    const {lastKey, lowestKey} = unseededRuns[name];
    expect(paper).toEqual({last: Number(printedValue(lastKey)), lowest: Number(printedValue(lowestKey))});
    expect(tried.map(({id}) => id)).toEqual(candidates(unseededRuns[name]));
    expect(tried).toHaveLength(CANDIDATES);
    const choice = nearest(
      tried.map(({last, lowest}) => summary(last, lowest)),
      paper
    );
    expect(tried[choice]!.id).toBe(chosen);
    expect(standIns[name]).toBe(chosen);
  });

  test(`${name}: recorded errors are those of the runs`, async () => {
    const some = [tried[0]!, tried[99]!, tried[199]!, tried.find(({id}) => id === chosen)!];
    for (const {id, last, lowest} of some) {
      const {lastTestLoss, lowestTestLoss} = (await run(parseRunId(id))).summary;
      expect([lastTestLoss, lowestTestLoss]).toEqual([last ?? NaN, lowest]);
    }
  });
}

test("distance is a product of ratios, and a diverged run is infinitely far", () => {
  expect(distance(summary(2, 1), {last: 1, lowest: 4})).toBe(8);
  expect(distance(summary(1, 4), {last: 1, lowest: 4})).toBe(1);
  expect(distance(summary(null, 4), {last: 1, lowest: 4})).toBe(Infinity);
});
