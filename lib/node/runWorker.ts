import type {MessagePort} from "node:worker_threads";
import {move, transferableSymbol, valueSymbol} from "piscina";
import type {RunParameters} from "../experiments/parameters.js";
import {run, type Run} from "../experiments/run.js";

/** A run to be made, and whom to tell how far it is. */
export interface RunTask {
  parameters: RunParameters;
  every: number;
  port: MessagePort;
}

/** Runs an experiment. The task of a worker thread, which gives its history away: the memory moves, nothing is copied. */
export default async function makeRun({parameters, every, port}: RunTask): Promise<Run> {
  const onProgress = (done: number) => port.postMessage(done);
  const result = await run(parameters, {every, onProgress});
  port.close();
  return move({
    get [transferableSymbol]() {
      return [result.history.records.buffer];
    },
    get [valueSymbol]() {
      return result;
    }
  }) as unknown as Run;
}
