import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {checkEngine} from "../../lib/evidence/engineCheck.js";
import {allEqual, formatEngineMatrix, staleFacts, type EngineMatrix} from "../../lib/evidence/engineMatrix.js";
import {registry} from "../../lib/experiments/registry.js";
import {engineTask, knownRuns, loops} from "../../lib/node/engines/engineTask.js";

const text = readFileSync("data/engines.json", "utf8");
const matrix = JSON.parse(text) as EngineMatrix;

it("data/engines.json is about the present runs and known answers; if not, repeat it with: npm run engines", async () => {
  const digests = Object.fromEntries(knownRuns().map(({id, digest}) => [id, digest]));
  const {functions} = await checkEngine({...engineTask(false), runs: []});
  const answers = Object.fromEntries(Object.entries(functions).map(([name, {of}]) => [name, of]));
  expect(staleFacts(matrix, {digests, answers, loops})).toEqual([]);
  expect(Object.keys(matrix.digests)).toEqual(registry.map(({id}) => id));
});

it("data/engines.json has five engines that give all bits, and QuickJS's share", () => {
  expect(matrix.engines.filter(allEqual)).toEqual(matrix.engines);
  const engines = new Set(matrix.engines.map(({engine}) => engine));
  expect(engines).toEqual(new Set(["V8", "JavaScriptCore", "QuickJS", "SpiderMonkey"]));
  const names = matrix.engines.map(({name, version}) => `${name} ${version.split(".")[0]}`);
  expect(names).toEqual([
    "Node 20",
    expect.stringMatching(/^Node 2\d$/),
    expect.stringMatching(/^Bun /),
    expect.stringMatching(/^QuickJS-ng /),
    expect.stringMatching(/^Chromium /),
    expect.stringMatching(/^Firefox /)
  ]);
});

it("data/engines.json is written as the command writes it, without a time or a path", () => {
  expect(formatEngineMatrix(matrix)).toBe(text);
  expect(text).not.toMatch(/\d\d:\d\d|\d{4}-\d\d-\d\d|\/(home|root|tmp|usr|work)\b/);
});
