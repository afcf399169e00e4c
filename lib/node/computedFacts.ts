import {judgedClaims} from "../evidence/claims/ledger.js";
import {DRIFT_RUN, NUDGE} from "../evidence/drift.js";
import {instabilityDataOf, type InstabilityData} from "../evidence/instabilityData.js";
import {nudgedCourses} from "../evidence/nudgedCourses.js";
import {VECTOR_RUN, vectorsOf} from "../evidence/vectors.js";
import {registry} from "../experiments/registry.js";
import type {Report} from "../markup/report.js";
import {claimRecords} from "./claimRecords.js";
import {fact, keptFacts} from "./factStore.js";

/** The facts of the report that no file holds. */
export type ComputedFacts = Pick<Report, "vectors" | "drift" | "instabilities" | "claims">;

type Kept = Omit<ComputedFacts, "instabilities"> & Record<`instability of ${string}`, InstabilityData>;

/** Takes them from the store, and computes what is not there: add a fact here, and builds and tests share it. */
export async function computedFacts(): Promise<ComputedFacts> {
  const instabilities = registry.map(
    ({id, parameters}) =>
      [`instability of ${id}`, fact("evidence/instabilityData.ts", instabilityDataOf, parameters)] as const
  );
  const kept = await keptFacts<Kept>({
    ...Object.fromEntries(instabilities),
    vectors: fact("evidence/vectors.ts", vectorsOf, VECTOR_RUN),
    drift: fact("evidence/nudgedCourses.ts", nudgedCourses, DRIFT_RUN, NUDGE),
    claims: fact("evidence/claims/ledger.ts", judgedClaims, claimRecords())
  });
  return {
    vectors: kept.vectors,
    drift: kept.drift,
    claims: kept.claims,
    instabilities: Object.fromEntries(registry.map(({id}) => [id, kept[`instability of ${id}`]!]))
  };
}
