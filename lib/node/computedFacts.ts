import {DRIFT_RUN, driftOf, NUDGE, nudgedHistory} from "../evidence/drift.js";
import {VECTOR_RUN, vectorsOf} from "../evidence/vectors.js";
import {parseRunId} from "../experiments/parameters.js";
import {run} from "../experiments/run.js";
import {summarise} from "../experiments/summary.js";
import type {Report} from "../markup/report.js";

/** The facts of the report that no file holds. */
export type ComputedFacts = Pick<Report, "vectors" | "drift">;

/** Computes them from two short runs. */
export async function computedFacts(): Promise<ComputedFacts> {
  const {history, summary} = await run(parseRunId(DRIFT_RUN));
  const nudged = nudgedHistory(DRIFT_RUN, history, NUDGE);
  return {
    vectors: await vectorsOf(VECTOR_RUN),
    drift: {drift: driftOf(history, nudged), courses: {ours: summary, nudged: summarise(nudged)}}
  };
}
