import type {FactTask} from "./factWorker.js";
import {withWorkers} from "./workerPool.js";

/**
 * Has a worker thread compute a fact, wherever else it may be found.
 * @returns the fact, serialised by node:v8
 */
export function computedInWorker({module, name, args}: FactTask): Promise<Uint8Array> {
  return withWorkers((run) => run<FactTask, Uint8Array>("./factWorker.ts", {module, name, args}));
}
