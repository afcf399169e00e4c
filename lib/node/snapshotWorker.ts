import {join} from "node:path";
import type {MessagePort} from "node:worker_threads";
import {parquet} from "../experiments/parquet.js";
import {parseRunId} from "../experiments/parameters.js";
import {run} from "../experiments/run.js";
import {snapshot} from "../experiments/snapshot.js";
import {writeAtomically} from "./atomicFile.js";
import {isSystemError} from "./command.js";
import {seal} from "./seal.js";

/** A run whose files are to be made, where, and whom to tell. */
export interface SnapshotTask {
  id: string;
  folder: string;
  port: MessagePort;
}

/** What the port is told: the part of the run that is done, 0 to 1. */
export interface SnapshotProgress {
  part: number;
}

/**
 * Runs an experiment, writes its snapshot and its history, and seals them. The task of a worker thread.
 * @returns why the files could not be written, a sentence; undefined if they are there. Between threads an error would
 * lose what tells it from a fault of the program.
 */
export default async function makeSnapshot({id, folder, port}: SnapshotTask): Promise<string | undefined> {
  const tell = (progress: SnapshotProgress) => port.postMessage(progress);
  const result = await run(parseRunId(id), {onProgress: (done, epochs) => tell({part: done / epochs})});
  try {
    await writeAtomically(join(folder, `${id}.parquet`), [new Uint8Array(parquet(result))]);
    await writeAtomically(join(folder, `${id}.json`), [JSON.stringify(snapshot(result))]);
    await seal(folder, id);
    return undefined;
  } catch (error) {
    if (isSystemError(error)) return error.message;
    throw error;
  } finally {
    port.close();
  }
}
