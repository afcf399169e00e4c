import {readFileSync} from "node:fs";
import {join} from "node:path";
import {MessageChannel} from "node:worker_threads";
import {parseRunId} from "../experiments/parameters.js";
import {registry} from "../experiments/registry.js";
import {runCost} from "../experiments/runCost.js";
import {parseSnapshot, type Snapshot} from "../experiments/snapshot.js";
import {CommandError} from "./command.js";
import {removeLeftovers} from "./leftovers.js";
import {withProgress, type Update} from "./progress.js";
import {sealState} from "./seal.js";
import {dropDisagreedSnapshots, snapshotFolder} from "./snapshotFolder.js";
import type {SnapshotProgress, SnapshotTask} from "./snapshotWorker.js";
import {withWorkers, type RunInWorker} from "./workerPool.js";

/** The kinds of file that a run leaves: its snapshot for drawing, and its full history. */
export type SnapshotFormat = "json" | "parquet";

/**
 * Makes the files of all these runs that are not whole in the store, several at a time, the longest first. A file that
 * is not as it was written is named on stderr, and its run is repeated. Shows progress on stderr.
 * @returns the folder that holds `ID.json`, `ID.parquet` and their seal for each run
 */
export async function prepareSnapshots(ids: readonly string[] = registry.map(({id}) => id)): Promise<string> {
  const folder = snapshotFolder();
  await dropDisagreedSnapshots();
  await removeLeftovers(folder);
  const missing = [...new Set(ids)].filter((id) => !isWhole(folder, id));
  if (missing.length === 0) return folder;

  const work = new Map(missing.map((id) => [id, runCost(parseRunId(id))]));
  missing.sort((a, b) => work.get(b)! - work.get(a)!);
  const done = new Map<string, number>();
  const total = [...work.values()].reduce((sum, value) => sum + value, 0);
  const sum = () => [...done.values()].reduce((sum, value) => sum + value, 0);

  async function make(id: string, run: RunInWorker, update: Update): Promise<void> {
    const {port1, port2} = new MessageChannel();
    port1.on("message", ({part}: SnapshotProgress) => {
      done.set(id, part * work.get(id)!);
      update(sum());
    });
    const task: SnapshotTask = {id, folder, port: port2};
    // An open port would keep the process alive, be it for a run that never began.
    const complaint = await run<SnapshotTask, string | undefined>("./snapshotWorker.ts", task, {
      transferList: [port2]
    }).finally(() => port1.close());
    if (complaint !== undefined) throw new CommandError(complaint);
    done.set(id, work.get(id)!);
    update(sum(), id);
  }

  try {
    await withProgress("experiments", total, (update) =>
      withWorkers((run) => Promise.all(missing.map((id) => make(id, run, update))))
    );
  } finally {
    await removeLeftovers(folder, (_name, owner) => owner === process.pid);
  }
  return folder;
}

function isWhole(folder: string, id: string): boolean {
  const state = sealState(folder, id);
  if (state.whole) return true;
  if (state.fault) console.error(`${state.fault} The run ${id} is repeated.`);
  return false;
}

/** The path of a run's file, made first if the store does not have it. */
export async function snapshotFile(id: string, format: SnapshotFormat): Promise<string> {
  return join(await prepareSnapshots([id]), `${id}.${format}`);
}

/**
 * Reads a run's snapshot from the store.
 * @throws Error if it has not been made yet, or is not as it was written
 */
export function readSnapshot(id: string): Snapshot {
  const folder = snapshotFolder();
  const state = sealState(folder, id, ["json"]);
  if (!state.whole)
    throw new Error(
      `${state.fault ?? `There is no snapshot of ${id}.`} Build the site with npm run build: it repeats the run.`
    );
  return parseSnapshot(readFileSync(join(folder, `${id}.json`), "utf8"), id);
}
