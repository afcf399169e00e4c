import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {MessageChannel} from "node:worker_threads";
import {parseRunId} from "../experiments/parameters.js";
import {registry} from "../experiments/registry.js";
import {parseSnapshot, type Snapshot} from "../experiments/snapshot.js";
import {progress} from "./progress.js";
import type {SnapshotProgress, SnapshotTask} from "./snapshotWorker.js";
import {workerPool} from "./workerPool.js";

/** The kinds of file that a run leaves: its snapshot for drawing, and its full history. */
export type SnapshotFormat = "json" | "parquet";

const root = fileURLToPath(new URL("../../", import.meta.url));
const store = join(root, ".cache", "snapshots");

/** The rows of lib that decide a run's files. The registry only names runs: an id says all of a run's parameters. */
const decisive = ["numerics", "random", "model", "experiments"];
const indifferent = join("experiments", "registry.ts");

/**
 * The folder of the snapshots that the present code makes. Its name is a digest of that code and of the installed
 * packages' versions, so a snapshot of other code is never found.
 */
export function snapshotFolder(): string {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  for (const row of [...decisive, join("node", "snapshotWorker.ts")]) hash.update(digestOfSources(row));
  return join(store, hash.digest("hex").slice(0, 32));
}

function digestOfSources(row: string): string {
  const hash = createHash("sha256");
  const path = join(root, "lib", row);
  const files = row.endsWith(".ts") ? [""] : (readdirSync(path, {recursive: true}) as string[]).sort();
  for (const file of files)
    if (join(row, file).endsWith(".ts") && join(row, file) !== indifferent)
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(path, file)))
        .update("\0");
  return hash.digest("hex");
}

/**
 * Makes the files of all these runs that are not in the store yet, several at a time, the longest first, and drops what
 * other code has left there. Shows progress on stderr.
 * @returns the folder that holds `ID.json` and `ID.parquet` for each run
 */
export async function prepareSnapshots(ids: readonly string[] = registry.map(({id}) => id)): Promise<string> {
  const folder = snapshotFolder();
  dropOthers(folder);
  const missing = [...new Set(ids)].filter(
    (id) => !(["json", "parquet"] as const).every((f) => existsSync(join(folder, `${id}.${f}`)))
  );
  if (missing.length === 0) return folder;

  const work = new Map(missing.map((id) => [id, cost(id)]));
  missing.sort((a, b) => work.get(b)! - work.get(a)!);
  const done = new Map<string, number>();
  const total = [...work.values()].reduce((sum, value) => sum + value, 0);
  const bar = progress("experiments", total);
  const sum = () => [...done.values()].reduce((sum, value) => sum + value, 0);

  const pool = workerPool<SnapshotTask, void>("./snapshotWorker.ts", missing.length);
  try {
    await Promise.all(
      missing.map(async (id) => {
        const {port1, port2} = new MessageChannel();
        port1.on("message", ({part}: SnapshotProgress) => {
          done.set(id, part * work.get(id)!);
          bar.update(sum());
        });
        await pool.run({id, folder, port: port2}, {transferList: [port2]});
        port1.close();
        done.set(id, work.get(id)!);
        bar.update(sum(), id);
      })
    );
  } finally {
    bar.stop();
    await pool.destroy();
  }
  return folder;
}

/** About how long a run takes, in sums over a training point and hidden unit. */
function cost(id: string): number {
  const {hidden, epochs, trainSize, testSize} = parseRunId(id);
  return hidden * epochs * (trainSize + testSize);
}

function dropOthers(folder: string): void {
  if (!existsSync(store)) return;
  for (const name of readdirSync(store))
    if (join(store, name) !== folder) rmSync(join(store, name), {recursive: true, force: true});
}

/** The path of a run's file, made first if the store does not have it. */
export async function snapshotFile(id: string, format: SnapshotFormat): Promise<string> {
  return join(await prepareSnapshots([id]), `${id}.${format}`);
}

/**
 * Reads a run's snapshot from the store.
 * @throws Error if it has not been made yet, or is not whole
 */
export function readSnapshot(id: string): Snapshot {
  const path = join(snapshotFolder(), `${id}.json`);
  if (!existsSync(path)) throw new Error(`There is no snapshot of ${id}: build the site with npm run build.`);
  return parseSnapshot(readFileSync(path, "utf8"), id);
}
