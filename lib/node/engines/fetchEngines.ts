import {existsSync} from "node:fs";
import {cp, readdir, rename, rm} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {$} from "zx";
import {withLock} from "../buildLock.js";
import {CommandError} from "../command.js";
import {fileSum} from "../fileSum.js";
import {removeLeftovers, temporaryName} from "../leftovers.js";

const packages = fileURLToPath(new URL("packages/", import.meta.url));
const cache = fileURLToPath(new URL("../../../.cache/engines/", import.meta.url));

/**
 * Fetches the engines that npm has, in the versions of packages/package-lock.json, unless they are there: some 500 MB.
 * No script of a package is run, and several processes may ask at the same time.
 * @returns the folder that holds their node_modules
 * @throws CommandError if npm fails
 */
export async function fetchEngines(): Promise<string> {
  const name = fileSum(join(packages, "package-lock.json")).slice(0, 12);
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;

  return withLock(`${folder}.lock`, () => fetchInto(folder), "fetch of engines");
}

async function fetchInto(folder: string): Promise<string> {
  if (existsSync(folder)) return folder;
  const started = temporaryName(folder, "engines");
  console.error("Fetching JavaScript engines from npm, some 200 MB, once …");
  try {
    await cp(packages, started, {recursive: true});
    const npm = await $({cwd: started, nothrow: true, quiet: true})`npm ci --ignore-scripts`;
    if (npm.exitCode !== 0)
      throw new CommandError(
        `The engines could not be fetched from npm: check the network and try again.\n${npm.stderr}`
      );
    await rename(started, folder);
  } finally {
    await rm(started, {recursive: true, force: true});
  }
  await removeOthers(folder);
  return folder;
}

/** Engines that are no longer asked for go, and what processes left that were interrupted. */
async function removeOthers(folder: string): Promise<void> {
  for (const other of await readdir(cache))
    if (/^[0-9a-f]{12}$/.test(other) && join(cache, other) !== folder)
      await rm(join(cache, other), {recursive: true, force: true});
  await removeLeftovers(cache);
}

/** The program of Node that npm has under this alias for this machine; null if it has none. */
export async function fetchedNode(which: "20" | "newest"): Promise<string | null> {
  return fetchedProgram(`node-${which}-${process.platform}-${process.arch}`, "bin/node");
}

/** The program of Bun that npm has for this machine; null if it has none. */
export async function fetchedBun(): Promise<string | null> {
  const processor = process.arch === "arm64" ? "aarch64" : process.arch;
  return fetchedProgram(`@oven/bun-${process.platform}-${processor}`, "bin/bun");
}

async function fetchedProgram(name: string, path: string): Promise<string | null> {
  const program = join(await fetchEngines(), "node_modules", name, path);
  return existsSync(program) ? program : null;
}
