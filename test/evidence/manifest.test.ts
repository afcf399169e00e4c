import {expect, test} from "vitest";
import {formatManifest, manifestRun, parseManifest, type Manifest} from "../../lib/evidence/manifest.js";
import {manifestDifferences, runDifference} from "../../lib/evidence/manifestDifference.js";
import {standard} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {snapshot} from "../../lib/experiments/snapshot.js";

const calm = await run({...standard("f1", 3, 1, 250), trainSize: 20, testSize: 5});
const diverging = await run({...standard("f1", 3, 5, 300), trainSize: 200});
const runs = [manifestRun(calm), manifestRun(diverging)];
const manifest: Manifest = {version: 1, runs};

/** The manifest after an edit of its text. */
function edited(pattern: string | RegExp, replacement: string): Manifest {
  const text = formatManifest(manifest);
  const after = text.replace(pattern, replacement);
  expect(after).not.toBe(text);
  return parseManifest(after, "m");
}

/** One hexadecimal digit of a text changed. */
const changed = (text: string, at = 5) => text.slice(0, at) + (text[at] === "0" ? "1" : "0") + text.slice(at + 1);

test("a manifest survives its text, which has a line for each fact", () => {
  const text = formatManifest(manifest);
  expect(parseManifest(text, "m")).toEqual(manifest);
  expect(formatManifest(parseManifest(text, "m"))).toBe(text);
  expect(text).toContain(`\n   "digest": "${calm.digest}",\n`);
  expect(text).toContain(`"firstNonFiniteEpoch":${diverging.summary.firstNonFiniteEpoch}}`);
  expect(text).toMatch(/"lastTestLoss":null/);
  expect(formatManifest({version: 1, runs: [{...runs[0]!, checkpoints: []}]})).toContain(`"checkpoints": []`);
});

test("a run and the JSON of its snapshot have the same entry", () => {
  for (const result of [calm, diverging])
    expect(manifestRun(JSON.parse(JSON.stringify(snapshot(result))))).toEqual(manifestRun(result));
});

test("a manifest that is cut off or misses something is refused by name", () => {
  const text = formatManifest(manifest);
  expect(() => parseManifest(text.slice(0, -20), "data/manifest.json")).toThrow(
    /^data\/manifest\.json is no whole JSON/
  );
  for (const other of ["null", "[]", "{}", text.replace(`"version": 1`, `"version": 2`)])
    expect(() => parseManifest(other, "m")).toThrow(/no manifest that this version can read/);
  expect(() => parseManifest(text.replace(calm.digest, "0"), "m")).toThrow(/Entry 1 of m has no digest.*f1-h3-rate1/);
  expect(() => parseManifest(text.replace(runs[1]!.checkpoints[2]!, ""), "m")).toThrow(/Entry 2 of m has a checkpoint/);
  expect(() => parseManifest(text.replace(/"summary": .*,/, `"summary": null,`), "m")).toThrow(/no summary/);
  expect(() => parseManifest(text.replace(`"id"`, `"name"`), "m")).toThrow(/Entry 1 of m has no id/);
});

test("runs that are as the manifest has them have no differences, whatever their order there", () => {
  expect(manifestDifferences(manifest, runs)).toEqual([]);
  expect(manifestDifferences({...manifest, runs: [...runs].reverse()}, runs)).toEqual([]);
});

test("a run that is not in the manifest and one that is nowhere else are named", () => {
  expect(manifestDifferences({...manifest, runs: [runs[0]!]}, [runs[1]!])).toEqual([
    {id: diverging.id, kind: "absent", text: "is not in the manifest"},
    {id: calm.id, kind: "surplus", text: "is in the manifest, but is no run of the report"}
  ]);
});

test("another history is named with the block in which it begins to differ", async () => {
  const other = {...(await run({...calm.parameters, learningRate: 1.0000001})), id: calm.id};
  const rerun = manifestRun({...other, parameters: calm.parameters});
  expect(runDifference(runs[0]!, rerun)).toEqual({
    id: calm.id,
    kind: "numbers",
    block: [0, 99],
    text: "first differs from the manifest in epochs 0 to 99"
  });
});

test("each edited line is named with its run", () => {
  const difference = (after: Manifest) => manifestDifferences(after, runs);
  const {checkpoints} = diverging;
  expect(difference(edited(calm.digest, changed(calm.digest)))).toMatchObject([
    {id: calm.id, kind: "numbers", block: [200, 250], text: expect.stringContaining("the manifest’s digest was edited")}
  ]);
  const second = checkpoints[1]!.slice(0, 16);
  expect(difference(edited(second, changed(second)))).toMatchObject([
    {id: diverging.id, kind: "checkpoints", block: [100, 199], text: expect.stringContaining("epochs 100 to 199")}
  ]);
  expect(difference(edited(`,"${checkpoints[2]!.slice(0, 16)}"`, ""))).toMatchObject([
    {id: diverging.id, kind: "checkpoints", block: [200, 299]}
  ]);
  expect(difference(edited(`"lowestTestEpoch":${calm.summary.lowestTestEpoch}`, `"lowestTestEpoch":7`))).toMatchObject([
    {id: calm.id, kind: "summary", text: expect.stringMatching(/lowestTestEpoch is \d+ instead of 7/)}
  ]);
  expect(difference(edited(`"learningRate":5`, `"learningRate":6`))).toMatchObject([
    {id: diverging.id, kind: "parameters", text: expect.stringContaining("learningRate is 5 instead of 6")}
  ]);
  expect(difference(edited(`"id": "${calm.id}"`, `"id": "f1-h3-rate1-epochs251"`)).map(({kind}) => kind)).toEqual([
    "absent",
    "surplus"
  ]);
});
