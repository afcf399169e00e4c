import {judgedClaims} from "../evidence/claims/ledger.js";
import {DRIFT_RUN, NUDGE} from "../evidence/drift.js";
import {nudgedCourses} from "../evidence/nudgedCourses.js";
import {VECTOR_RUN, vectorsOf} from "../evidence/vectors.js";
import type {Report} from "../markup/report.js";
import {claimRecords} from "./claimRecords.js";
import {fact, keptFacts} from "./factStore.js";

/** The facts of the report that no file holds. */
export type ComputedFacts = Pick<Report, "vectors" | "drift" | "claims">;

/** Takes them from the store, and computes what is not there: add a fact here, and builds and tests share it. */
export function computedFacts(): Promise<ComputedFacts> {
  return keptFacts<ComputedFacts>({
    vectors: fact("evidence/vectors.ts", vectorsOf, VECTOR_RUN),
    drift: fact("evidence/nudgedCourses.ts", nudgedCourses, DRIFT_RUN, NUDGE),
    claims: fact("evidence/claims/ledger.ts", judgedClaims, claimRecords())
  });
}
