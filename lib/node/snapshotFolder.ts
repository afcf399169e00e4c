import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {rm} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {writeAtomically} from "./atomicFile.js";
import {sealState} from "./seal.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const store = join(root, ".cache", "snapshots");

/** What of lib decides a run's files. The registry only names runs: an id says all of a run's parameters. */
const decisive = [
  "numerics",
  "random",
  "model",
  "experiments",
  join("node", "snapshotWorker.ts"),
  join("node", "seal.ts")
];
const indifferent = join("experiments", "registry.ts");

/**
 * The folder of the snapshots that the present code makes. Its name is a digest of that code and of the installed
 * packages' versions, so a snapshot of other code is never found.
 */
export function snapshotFolder(): string {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  for (const path of decisive) hash.update(digestOfSources(path));
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

/** Bears witness that the snapshots in a folder were those of the manifest. */
const AGREED = "agreed";

/**
 * Notes that the present snapshots are those of the manifest, and drops what other code has left in the store. Until
 * then the last ones that were stay, for they tell exactly where others part from them.
 */
export async function keepAgreedSnapshots(): Promise<void> {
  await writeAtomically(join(snapshotFolder(), AGREED), []);
  for (const folder of otherFolders()) await rm(folder, {recursive: true, force: true});
}

/** Drops what other code has left in the store, except the last snapshots that were those of the manifest. */
export async function dropDisagreedSnapshots(): Promise<void> {
  for (const folder of otherFolders())
    if (!existsSync(join(folder, AGREED))) await rm(folder, {recursive: true, force: true});
}

/** The Parquet files of a run that other code has left in the store and that are as they were written. */
export function formerHistories(id: string): string[] {
  return otherFolders()
    .filter((folder) => sealState(folder, id, ["parquet"]).whole)
    .map((folder) => join(folder, `${id}.parquet`));
}

function otherFolders(): string[] {
  if (!existsSync(store)) return [];
  const present = snapshotFolder();
  const folders = readdirSync(store).sort();
  return folders.map((name) => join(store, name)).filter((folder) => folder !== present);
}
