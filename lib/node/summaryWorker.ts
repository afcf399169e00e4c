import {parseRunId} from "../experiments/parameters.js";
import {run} from "../experiments/run.js";
import type {Summary} from "../experiments/summary.js";

/** Runs an experiment and returns its summary. The task of a worker thread. */
export default async function summaryOf(id: string): Promise<Summary> {
  return (await run(parseRunId(id))).summary;
}
