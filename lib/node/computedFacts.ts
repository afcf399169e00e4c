import {judgedClaims} from "../evidence/claims/ledger.js";
import {DRIFT_RUN, NUDGE} from "../evidence/drift.js";
import {instabilityDataOf, type InstabilityData} from "../evidence/instabilityData.js";
import {nudgedCourses} from "../evidence/nudgedCourses.js";
import {examinedRuns, onsetByBits, PRECISION_RUNS} from "../evidence/precision.js";
import {randomnessReport} from "../evidence/sweeps/randomnessReport.js";
import {randomnessName, sources, weightScales} from "../evidence/sweeps/randomnessSweep.js";
import {sweeps} from "../evidence/sweeps/sweeps.js";
import {VECTOR_RUN, vectorsOf} from "../evidence/vectors.js";
import {runId, type RunParameters} from "../experiments/parameters.js";
import {wholeInterval} from "../figures/panel.js";
import type {Report} from "../markup/report.js";
import {claimRecords} from "./claimRecords.js";
import type {RecordedFact} from "./factRecord.js";
import {fact, keptFacts, type Fact} from "./factStore.js";
import {resultsOf} from "./sweeps/sweepFiles.js";

/** The facts of the report that no file holds. */
export type ComputedFacts = Pick<
  Report,
  "vectors" | "drift" | "instabilities" | "onsetByBits" | "claims" | "ensembles" | "randomness"
>;

type InstabilityName = `instability of ${string}`;
type Recorded = Pick<ComputedFacts, "onsetByBits"> & Record<InstabilityName, InstabilityData>;
type Kept = Omit<ComputedFacts, "instabilities" | "ensembles"> & Recorded;

const nameOf = (parameters: RunParameters): InstabilityName => `instability of ${runId(parameters)}`;

/** The facts that are recorded in data/instability: `npm run sweep` computes them. */
export function recordedFacts(): {[Name in keyof Recorded]: Fact<Recorded[Name]> & RecordedFact} {
  const inData = <Value>(named: Fact<Value>, name: string) => ({...named, record: `data/instability/${name}.json`});
  const instabilities = examinedRuns.map((parameters) => [
    nameOf(parameters),
    inData(fact("evidence/instabilityData.ts", instabilityDataOf, parameters), runId(parameters))
  ]);
  return {
    ...Object.fromEntries(instabilities),
    onsetByBits: inData(fact("evidence/precision.ts", onsetByBits, PRECISION_RUNS[0]), "onset-by-bits")
  };
}

let present: Promise<ComputedFacts> | null = null;

/** The facts as they are when this process first asks for them. */
export function presentFacts(): Promise<ComputedFacts> {
  return (present ??= computedFacts());
}

/** Takes them from where they are kept, and computes what is not there: add a fact here, and builds and tests share it. */
export async function computedFacts(): Promise<ComputedFacts> {
  const ensembles = await resultsOf(sweeps);
  const studied = weightScales.flatMap((scale) => sources.map((source) => randomnessName(source, scale)));
  const randomness = Object.fromEntries(studied.map((name) => [name, ensembles.get(name)!]));
  const kept = await keptFacts<Kept>({
    ...recordedFacts(),
    claims: fact("evidence/claims/ledger.ts", judgedClaims, claimRecords(ensembles)),
    randomness: fact("evidence/sweeps/randomnessReport.ts", randomnessReport, randomness, wholeInterval),
    vectors: fact("evidence/vectors.ts", vectorsOf, VECTOR_RUN),
    drift: fact("evidence/nudgedCourses.ts", nudgedCourses, DRIFT_RUN, NUDGE)
  });
  return {
    vectors: kept.vectors,
    drift: kept.drift,
    onsetByBits: kept.onsetByBits,
    claims: kept.claims,
    instabilities: Object.fromEntries(examinedRuns.map((parameters) => [runId(parameters), kept[nameOf(parameters)]!])),
    ensembles,
    randomness: kept.randomness
  };
}
