import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Sweep} from "../../evidence/sweeps/sweep.js";
import {
  formatSweepResults,
  parseSweepResults,
  sweepResults,
  type SweepResults
} from "../../evidence/sweeps/sweepResults.js";
import {acceptsAnyCode} from "../acceptsAnyCode.js";
import {writeAtomically} from "../atomicFile.js";
import {withProgress} from "../progress.js";
import {makeOutcomes} from "./makeOutcomes.js";
import {outcomeStore} from "./outcomeStore.js";
import {sweepKey} from "./sweepKey.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Where the outcomes of single runs are kept. */
export const outcomeFolder = join(root, ".cache", "outcomes");

/** Where results are kept: what the repository holds, and what was computed since. */
const committed = join(root, "data", "ensembles");
const computed = join(root, ".cache", "ensembles");

/** The results of sweeps, by their names. */
export type ResultsByName = ReadonlyMap<string, SweepResults>;

/**
 * The results of sweeps: the committed ones, if they come from the present code, else those of an earlier computation,
 * else computed now.
 * @throws CommandError if ENSEMBLES has another value than it may have
 */
export async function resultsOf(sweeps: readonly Sweep[]): Promise<ResultsByName> {
  const anyCode = acceptsAnyCode();
  const results = new Map<string, SweepResults>();
  const missing: Sweep[] = [];
  for (const sweep of sweeps) {
    const found = anyCode
      ? read(committed, sweep, null)
      : (read(committed, sweep, await sweepKey(sweep)) ?? read(computed, sweep, await sweepKey(sweep)));
    if (found) results.set(sweep.name, found);
    else missing.push(sweep);
  }
  if (missing.length === 0) return results;
  console.error(
    `Of ${sweeps.length} ensembles in data/ensembles ${missing.length} are missing or come from other code, and are computed anew: that takes minutes. (npm run sweep records them. ENSEMBLES=committed takes them from whatever code.)`
  );
  for (const made of await computeResults(missing, outcomeFolder)) {
    await writeAtomically(fileIn(computed, made.sweep), [formatSweepResults(made)]);
    results.set(made.sweep, made);
  }
  return results;
}

/** Makes what the store in a folder lacks of the sweeps' outcomes, and puts each sweep's results together. */
export async function computeResults(sweeps: readonly Sweep[], folder: string): Promise<SweepResults[]> {
  const tasks = sweeps.flatMap(({module, runs}) => runs.map((id) => ({module, id})));
  const outcomes = await withProgress("ensembles", 1, (onProgress) =>
    makeOutcomes(tasks, outcomeStore(folder), {onProgress})
  );
  let next = 0;
  return Promise.all(
    sweeps.map(async (sweep) =>
      sweepResults(sweep, await sweepKey(sweep), outcomes.slice(next, (next += sweep.runs.length)))
    )
  );
}

/**
 * Replaces the committed results of a sweep.
 * @returns whether that changed the file
 */
export async function commitResults(results: SweepResults): Promise<boolean> {
  const path = fileIn(committed, results.sweep);
  const text = formatSweepResults(results);
  if (existsSync(path) && readFileSync(path, "utf8") === text) return false;
  await writeAtomically(path, [text]);
  return true;
}

/**
 * The committed results of a sweep, whatever code they come from.
 * @throws Error with one sentence if they are not there, cut off, or those of another sweep
 */
export function committedResults(sweep: Sweep): SweepResults {
  const path = fileIn(committed, sweep.name);
  const source = `data/ensembles/${sweep.name}.json`;
  if (!existsSync(path))
    throw new Error(`There is no ${source}: restore it from the repository, or run npm run sweep.`);
  return parseSweepResults(readFileSync(path, "utf8"), sweep, source);
}

/** Whether the committed results of a sweep are there, whole, and come from the present code. */
export async function isCurrent(sweep: Sweep): Promise<boolean> {
  return read(committed, sweep, await sweepKey(sweep)) !== undefined;
}

function fileIn(folder: string, name: string): string {
  return join(folder, `${name}.json`);
}

/** The results in a folder, if they are whole and go by the key; null asks for no key. */
function read(folder: string, sweep: Sweep, key: string | null): SweepResults | undefined {
  const path = fileIn(folder, sweep.name);
  if (!existsSync(path)) return undefined;
  try {
    const results = parseSweepResults(readFileSync(path, "utf8"), sweep, path);
    return key === null || results.key === key ? results : undefined;
  } catch {
    return undefined;
  }
}
