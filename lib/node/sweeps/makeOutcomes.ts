import type {Outcome} from "../../evidence/sweeps/outcome.js";
import {parseRunId} from "../../experiments/parameters.js";
import {runCost} from "../../experiments/runCost.js";
import {workerPool} from "../workerPool.js";
import type {OutcomeStore} from "./outcomeStore.js";
import type {OutcomeTask} from "./outcomeWorker.js";
import {runKey} from "./sweepKey.js";

export interface OutcomeOptions {
  /** is told the part of the work that is done, 0 to 1 */
  onProgress?: (part: number) => void;
}

/**
 * The outcomes of runs, in their order: from the store, or made by several workers and put into it one by one, so that
 * what was interrupted goes on where it stopped. A run is made by itself, whatever the number of workers.
 * @throws what the first run that failed has thrown
 */
export async function makeOutcomes(
  tasks: readonly OutcomeTask[],
  store: OutcomeStore,
  {onProgress}: OutcomeOptions = {}
): Promise<Outcome[]> {
  const keys = await Promise.all(tasks.map((task) => runKey(task, task.id)));
  const found = keys.map((key) => store.read(key));
  const missing = tasks.flatMap((task, i) => (found[i] ? [] : [{task, i}]));
  if (missing.length > 0) {
    const costOf = ({id}: OutcomeTask) => runCost(parseRunId(id));
    const total = missing.reduce((sum, {task}) => sum + costOf(task), 0);
    let done = 0;
    const pool = workerPool<OutcomeTask, Outcome>("./sweeps/outcomeWorker.ts", missing.length);
    try {
      await Promise.all(
        missing.map(async ({task, i}) => {
          const outcome = await pool.run(task);
          await store.write(keys[i]!, outcome);
          found[i] = outcome;
          done += costOf(task);
          onProgress?.(done / total);
        })
      );
    } finally {
      await pool.destroy();
    }
  }
  return found as Outcome[];
}
