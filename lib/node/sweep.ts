import {MessageChannel} from "node:worker_threads";
import type {RunParameters} from "../experiments/parameters.js";
import type {Run} from "../experiments/run.js";
import {runCost} from "../experiments/runCost.js";
import type {RunTask} from "./runWorker.js";
import {workerPool} from "./workerPool.js";

export interface SweepOptions {
  /** thins every history, see `run` */
  every?: number;
  /** ends all workers at once; the promise then rejects with the signal's reason */
  signal?: AbortSignal;
  /** is told the part of all work that is done, 0 to 1 */
  onProgress?: (part: number) => void;
}

/**
 * Makes many runs, several at a time, and returns what `take` makes of each, in the order of the parameters. A run can be
 * dropped after `take`, so that a sweep holds no more histories than it has workers.
 * @throws what the first run that failed has thrown
 */
export async function sweep<Result>(
  parameters: readonly RunParameters[],
  take: (run: Run, index: number) => Result,
  {every = 1, signal, onProgress}: SweepOptions = {}
): Promise<Result[]> {
  signal?.throwIfAborted();
  const work = parameters.map(runCost);
  const total = work.reduce((sum, value) => sum + value, 0);
  const done = work.map(() => 0);
  const pool = workerPool<RunTask, Run>("./runWorker.ts", parameters.length);
  const cancelled = new Promise<never>((_, reject) =>
    signal?.addEventListener("abort", () => reject(signal.reason as Error), {once: true})
  );

  async function one(task: RunParameters, index: number): Promise<Result> {
    const {port1, port2} = new MessageChannel();
    const tell = (epochs: number) => {
      done[index] = (work[index]! * epochs) / task.epochs;
      onProgress?.(done.reduce((sum, value) => sum + value, 0) / total);
    };
    port1.on("message", tell);
    try {
      const run = await pool.run({parameters: task, every, port: port2}, {transferList: [port2]});
      tell(task.epochs);
      return take(run, index);
    } finally {
      port1.close();
    }
  }

  try {
    return await Promise.race([Promise.all(parameters.map(one)), cancelled]);
  } finally {
    await pool.destroy();
  }
}
