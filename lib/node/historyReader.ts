import type {ReadHistory} from "./historyWorker.js";
import {workerPool} from "./workerPool.js";

/** Reads Parquet files of runs in a thread of its own: over a damaged one, a reader may never come to an end. */
export interface HistoryReader {
  /** @throws Error with one sentence if the file cannot be read, be it in half a minute */
  read(path: string): Promise<ReadHistory>;
  close(): Promise<void>;
}

const PATIENCE = 30_000;

/** Starts a reader, which has to be closed. */
export function historyReader(): HistoryReader {
  const pool = workerPool<string, ReadHistory>("./historyWorker.ts", 1);
  return {
    async read(path) {
      const signal = AbortSignal.timeout(PATIENCE);
      return pool.run(path, {signal}).catch((error: Error) => {
        if (!signal.aborted) throw error;
        throw new Error(`${path} cannot be read: it is damaged.`, {cause: error});
      });
    },
    close: () => pool.destroy()
  };
}
