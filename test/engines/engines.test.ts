import {beforeAll, describe, expect, it} from "vitest";
import {functionNames, type EngineReport} from "../../lib/evidence/engineCheck.js";
import {allEqual} from "../../lib/evidence/engineMatrix.js";
import {engines} from "../../lib/node/engines/engines.js";
import {engineScript} from "../../lib/node/engines/engineScript.js";
import {engineTask} from "../../lib/node/engines/engineTask.js";

const FIVE_MINUTES = 300_000;

/** One run of each target, for an interpreter and for the engine that the other tests of this project run in anyway. */
const shortest = ["f1-h2-rate0.1-epochs1000", "f2-h3-rate0.1-epochs1000"];

let script: string;
beforeAll(async () => void (script = await engineScript()));

describe("gives the same bits:", () => {
  for (const {key, name, engine, slow = false, find} of engines)
    it(`${key} (${name}, ${engine})`, {timeout: FIVE_MINUTES}, async ({skip}) => {
      const found = await find();
      if ("missing" in found) {
        if (key === "firefox" && process.env["CI"]) throw new Error(found.missing);
        console.log(`Skipped: the check of all runs in ${name}. ${found.missing}`);
        return skip(found.missing);
      }
      const task = engineTask(slow);
      const runs = slow || key === "node-20" ? task.runs.filter(({id}) => shortest.includes(id)) : task.runs;
      const {version, report} = await found.ask<EngineReport>(script, {...task, runs});

      expect(version).toMatch(/^\d+\.\d+/);
      expect(report.differences).toEqual([]);
      expect(allEqual(report)).toBe(true);
      expect(Object.keys(report.functions).sort()).toEqual(
        [...functionNames, "logistic", "random", "raw", "standardNormal"].sort()
      );
      for (const name of [...functionNames, "logistic"]) expect(report.functions[name]!.of).toBeGreaterThan(800);
      expect(Object.keys(report.runs)).toEqual(task.loops);
      for (const tally of Object.values(report.runs)) expect(tally).toEqual({equal: runs.length, of: runs.length});
      expect(runs.length).toBeGreaterThanOrEqual(shortest.length);
    });
});

it("knows how to find Node 20 and the newest apart", async () => {
  const versions = await Promise.all(
    ["node-20", "node"].map(async (key) => {
      const found = await engines.find((entry) => entry.key === key)!.find();
      if ("missing" in found) return null;
      const functions = Object.fromEntries(functionNames.map((name) => [name, []]));
      const nothing = {answers: {functions, streams: []}, runs: [], loops: []};
      return (await found.ask(script, nothing)).version;
    })
  );
  const [oldest, newest] = versions;
  if (oldest) expect(oldest).toMatch(/^20\./);
  if (newest) expect(Number(newest.split(".")[0])).toBeGreaterThan(20);
});
