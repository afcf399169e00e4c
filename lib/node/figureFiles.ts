import {readFileSync} from "node:fs";
import {ensembleData} from "../evidence/ensembleData.js";
import {predictionsOf} from "../evidence/predictions.js";
import type {PaperRow} from "../evidence/printed.js";
import {precisionSweep} from "../evidence/sweeps/precisionSweep.js";
import {randomnessName, sources, weightScales} from "../evidence/sweeps/randomnessSweep.js";
import {roundingSweep} from "../evidence/sweeps/roundingSweep.js";
import {formatSweepResults, type SweepResults} from "../evidence/sweeps/sweepResults.js";
import {registry} from "../experiments/registry.js";
import type {ComputedFacts} from "./computedFacts.js";
import {readSnapshot} from "./snapshotStore.js";

/** What the figures outside the catalogue are drawn from, apart from instabilities and sweeps: the names of the files. */
export const figureFileNames = ["precision.json", "predictions.json", "drift.json", "bench.json"] as const;

/** The sweeps over random numbers, each in a file of its own. */
export const studied: readonly string[] = weightScales.flatMap((scale) =>
  sources.map((source) => randomnessName(source, scale))
);

/** The text of one of these files. */
export function figureFile(name: (typeof figureFileNames)[number], facts: ComputedFacts): string {
  switch (name) {
    case "precision.json":
      return JSON.stringify({measured: resultsOf(precisionSweep.name, facts), predicted: facts.onsetByBits});
    case "predictions.json":
      return JSON.stringify(predictionsOf(registry.map(({id}) => facts.instabilities[id]!)));
    case "drift.json":
      return JSON.stringify(driftNumbers(facts));
    case "bench.json":
      return readFileSync(new URL("../../data/bench.json", import.meta.url), "utf8");
  }
}

/** The ensemble of a run in Monte Carlo arithmetic, from its snapshot in the store: `EnsembleData` as JSON. */
export function ensembleFile(
  id: string,
  facts: Pick<ComputedFacts, "ensembles" | "instabilities">,
  paper: readonly PaperRow[]
): string {
  const onset = facts.instabilities[id]?.spells[0]?.from ?? null;
  return JSON.stringify(ensembleData(resultsOf(roundingSweep(id).name, facts), readSnapshot(id), onset, paper));
}

/** The results of a sweep, as data/ensembles has them. */
export function sweepFile(name: string, facts: Pick<ComputedFacts, "ensembles">): string {
  return formatSweepResults(resultsOf(name, facts));
}

function resultsOf(name: string, {ensembles}: Pick<ComputedFacts, "ensembles">): SweepResults {
  const results = ensembles.get(name);
  if (!results) throw new Error(`There are no results of the sweep “${name}”.`);
  return results;
}

function driftNumbers({drift: {drift, courses}}: Pick<ComputedFacts, "drift">) {
  const [ours, nudged] = drift.error.map((values) => [...values]);
  return {courses, testLoss: {ours, nudged}, difference: [...drift.difference]};
}
