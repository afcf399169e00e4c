import {judgedClaims} from "../evidence/claims/ledger.js";
import {DRIFT_RUN, NUDGE} from "../evidence/drift.js";
import {instabilityDataOf, type InstabilityData} from "../evidence/instabilityData.js";
import {nudgedCourses} from "../evidence/nudgedCourses.js";
import {examinedRuns, onsetByBits, PRECISION_RUNS} from "../evidence/precision.js";
import {randomnessReport} from "../evidence/sweeps/randomnessReport.js";
import {randomnessName, sources, weightScales} from "../evidence/sweeps/randomnessSweep.js";
import {sweeps} from "../evidence/sweeps/sweeps.js";
import {VECTOR_RUN, vectorsOf} from "../evidence/vectors.js";
import {runId} from "../experiments/parameters.js";
import {paperInputs} from "../figures/panel.js";
import type {Report} from "../markup/report.js";
import {claimRecords} from "./claimRecords.js";
import {fact, keptFacts} from "./factStore.js";
import {resultsOf} from "./sweeps/sweepFiles.js";

/** The facts of the report that no file holds. */
export type ComputedFacts = Pick<
  Report,
  "vectors" | "drift" | "instabilities" | "onsetByBits" | "claims" | "ensembles" | "randomness"
>;

type Kept = Omit<ComputedFacts, "instabilities" | "ensembles"> & Record<`instability of ${string}`, InstabilityData>;

/** Takes them from the store, and computes what is not there: add a fact here, and builds and tests share it. */
export async function computedFacts(): Promise<ComputedFacts> {
  const ensembles = await resultsOf(sweeps);
  const studied = weightScales.flatMap((scale) => sources.map((source) => randomnessName(source, scale)));
  const randomness = Object.fromEntries(studied.map((name) => [name, ensembles.get(name)!]));
  const instabilities = examinedRuns.map(
    (parameters) =>
      [
        `instability of ${runId(parameters)}`,
        fact("evidence/instabilityData.ts", instabilityDataOf, parameters)
      ] as const
  );
  const kept = await keptFacts<Kept>({
    ...Object.fromEntries(instabilities),
    vectors: fact("evidence/vectors.ts", vectorsOf, VECTOR_RUN),
    drift: fact("evidence/nudgedCourses.ts", nudgedCourses, DRIFT_RUN, NUDGE),
    randomness: fact("evidence/sweeps/randomnessReport.ts", randomnessReport, randomness, paperInputs),
    onsetByBits: fact("evidence/precision.ts", onsetByBits, PRECISION_RUNS[0]),
    claims: fact("evidence/claims/ledger.ts", judgedClaims, claimRecords(ensembles))
  });
  const instability = (id: string) => kept[`instability of ${id}`]!;
  return {
    vectors: kept.vectors,
    drift: kept.drift,
    onsetByBits: kept.onsetByBits,
    claims: kept.claims,
    instabilities: Object.fromEntries(examinedRuns.map(runId).map((id) => [id, instability(id)])),
    ensembles,
    randomness: kept.randomness
  };
}
