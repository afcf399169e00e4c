import {existsSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {historyDifference, type HistoryDifference} from "../evidence/historyDifference.js";
import {formatManifest, manifestRun, parseManifest, type Manifest} from "../evidence/manifest.js";
import {manifestDifferences, type ManifestDifference} from "../evidence/manifestDifference.js";
import {registry} from "../experiments/registry.js";
import {writeAtomically} from "./atomicFile.js";
import {CommandError} from "./command.js";
import {historyReader, type HistoryReader} from "./historyReader.js";
import {formerHistories, snapshotFolder} from "./snapshotFolder.js";
import {readSnapshot} from "./snapshotStore.js";

const name = "data/manifest.json";
const path = fileURLToPath(new URL(`../../${name}`, import.meta.url));

/**
 * The committed manifest; one without runs if there is none yet.
 * @throws CommandError if it is not whole
 */
export function readManifest(): Manifest {
  if (!existsSync(path)) return {version: 1, runs: []};
  try {
    return parseManifest(readFileSync(path, "utf8"), name);
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}

/**
 * Replaces the committed manifest.
 * @returns whether that changed the file
 */
export async function writeManifest(manifest: Manifest): Promise<boolean> {
  const text = formatManifest(manifest);
  if (existsSync(path) && readFileSync(path, "utf8") === text) return false;
  await writeAtomically(path, [text]);
  return true;
}

/** The manifest as the runs in the store make it, in the order of the registry. All of them have to be there. */
export function presentManifest(): Manifest {
  return {version: 1, runs: registry.map(({id}) => manifestRun(readSnapshot(id)))};
}

/**
 * How the runs in the store differ from a manifest. Where a history with the manifest's digest is at hand, in the store
 * or in a built site, the text names the first number that differs.
 * @param sites folders of built sites
 */
export async function presentDifferences(manifest: Manifest, sites: readonly string[]): Promise<ManifestDifference[]> {
  const differences = manifestDifferences(manifest, presentManifest().runs);
  const digests = new Map(manifest.runs.map(({id, digest}) => [id, digest]));
  const reader = historyReader();
  try {
    for (const difference of differences.filter(({kind}) => kind === "numbers")) {
      const number = await firstNumber(difference.id, digests.get(difference.id)!, sites, reader);
      if (number) difference.text += `; ${number}`;
    }
  } finally {
    await reader.close();
  }
  return differences;
}

async function firstNumber(
  id: string,
  digest: string,
  sites: readonly string[],
  {read}: HistoryReader
): Promise<string | undefined> {
  const candidates = [...formerHistories(id), ...sites.map((site) => join(site, "data", `${id}.parquet`))];
  for (const candidate of candidates.filter(existsSync)) {
    const reference = await read(candidate).catch(() => undefined);
    if (reference?.digest !== digest) continue;
    const present = await read(join(snapshotFolder(), `${id}.parquet`));
    const difference = historyDifference(present.history, reference.history);
    return difference ? `${differenceText(difference)} in ${relative(".", candidate)}` : undefined;
  }
  return undefined;
}

/** The first number in which two histories differ, in words that the name of the other may follow. */
export function differenceText({epoch, column, a, b}: HistoryDifference): string {
  return `in epoch ${epoch}, ${column} is ${a} here and ${b}`;
}
