import {parseRunId} from "../experiments/parameters.js";
import {run} from "../experiments/run.js";
import {summarise, type Summary} from "../experiments/summary.js";
import {driftOf, nudgedHistory, type Drift, type Nudge} from "./drift.js";

/** How the course of a run and that of the same run with one weight nudged part. */
export interface NudgedCourses {
  drift: Drift;
  courses: {ours: Summary; nudged: Summary};
}

/** Makes a run on standard data twice, once with one weight nudged. */
export async function nudgedCourses(id: string, nudge: Nudge): Promise<NudgedCourses> {
  const {history, summary} = await run(parseRunId(id));
  const nudged = nudgedHistory(id, history, nudge);
  return {drift: driftOf(history, nudged), courses: {ours: summary, nudged: summarise(nudged)}};
}
