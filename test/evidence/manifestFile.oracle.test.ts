import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {formatManifest, parseManifest} from "../../lib/evidence/manifest.js";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {registry} from "../../lib/experiments/registry.js";
import reference from "../fixtures/run-digests.json" with {type: "json"};

const text = readFileSync("data/manifest.json", "utf8");
const manifest = parseManifest(text, "data/manifest.json");

test("the committed manifest is as the command writes it, and has every run of the registry", () => {
  expect(formatManifest(manifest)).toBe(text);
  expect(manifest.runs.map(({id}) => id)).toEqual(registry.map(({id}) => id));
  for (const {id, parameters, checkpoints} of manifest.runs) {
    expect(parameters).toEqual(parseRunId(id));
    expect(checkpoints).toHaveLength(Math.floor(parameters.epochs / 100));
  }
});

test("the runs of the independent program have its digests, losses and best epochs in the manifest", () => {
  const entries = new Map(manifest.runs.map((run) => [run.id, run]));
  const known = reference.runs.filter(({f, h, rate, epochs}) => entries.has(`${f}-h${h}-rate${rate}-epochs${epochs}`));
  expect(known.length).toBeGreaterThan(3);
  for (const {f, h, rate, epochs, ...values} of known) {
    const {digest, checkpoints, summary} = entries.get(`${f}-h${h}-rate${rate}-epochs${epochs}`)!;
    expect(digest).toBe(values.digest);
    expect(checkpoints[0]).toBe(values.checkpointAfter100Epochs.slice(0, 16));
    expect(summary.lastTestLoss ?? NaN).toBe(Number(values.lastTestLoss));
    expect(summary.lowestTestEpoch).toBe(values.lowestTestEpoch);
    expect(summary.firstNonFiniteEpoch).toBe(values.firstNonFiniteEpoch);
  }
});
