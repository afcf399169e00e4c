import type {RunParameters} from "../experiments/parameters.js";
import {shortCheckpoints} from "../experiments/run.js";
import type {Summary} from "../experiments/summary.js";

/** What a run has to come to, to the last bit. */
export interface ManifestRun {
  id: string;
  parameters: RunParameters;
  /** SHA-256 of the whole history, 64 hexadecimal digits */
  digest: string;
  /** the summary; a number that is not finite is null */
  summary: Record<keyof Summary, number | null>;
  /** the beginnings of the digests of the first 100, 200, … records, 16 hexadecimal digits each */
  checkpoints: string[];
}

/** The record of all runs of the report, data/manifest.json. */
export interface Manifest {
  /** the version of this format */
  version: 1;
  runs: ManifestRun[];
}

/** What the manifest says of a run: a finished `Run`, or a snapshot of it, has all of this. */
export interface RunOutcome {
  id: string;
  parameters: RunParameters;
  digest: string;
  summary: ManifestRun["summary"];
  checkpoints: readonly string[];
}

/** A run's entry in the manifest. */
export function manifestRun({id, parameters, digest, summary, checkpoints}: RunOutcome): ManifestRun {
  const finite = Object.entries(summary).map(([name, value]) => [name, Number.isFinite(value) ? value : null]);
  return {
    id,
    parameters,
    digest,
    summary: Object.fromEntries(finite) as ManifestRun["summary"],
    checkpoints: shortCheckpoints(checkpoints)
  };
}

const CHECKPOINTS_A_LINE = 10;

/** The manifest as it is written: JSON with a line for each fact, and one for the checkpoints of 1000 epochs. */
export function formatManifest({version, runs}: Manifest): string {
  const entries = runs.map(({checkpoints, ...facts}) => {
    const head = Object.entries(facts).map(
      ([name, value]) => `   ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`
    );
    return `  {\n${head.join("")}   "checkpoints": [${checkpointLines(checkpoints)}]\n  }`;
  });
  return `{\n "version": ${version},\n "runs": [\n${entries.join(",\n")}\n ]\n}\n`;
}

function checkpointLines(checkpoints: readonly string[]): string {
  const lines: string[] = [];
  for (let i = 0; i < checkpoints.length; i += CHECKPOINTS_A_LINE)
    lines.push(`\n    ${JSON.stringify(checkpoints.slice(i, i + CHECKPOINTS_A_LINE)).slice(1, -1)}`);
  return lines.length > 0 ? `${lines.join(",")}\n   ` : "";
}

/**
 * Reads a manifest.
 * @param source where it comes from, for the message
 * @throws Error with one sentence if the text is cut off or is no manifest
 */
export function parseManifest(text: string, source: string): Manifest {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(text);
  } catch {
    throw new Error(`${source} is no whole JSON file: restore it from the repository.`);
  }
  if (manifest?.version !== 1 || !Array.isArray(manifest.runs))
    throw new Error(`${source} is no manifest that this version can read: restore it from the repository.`);
  for (const [i, run] of manifest.runs.entries()) {
    const fault = faultOf(run);
    if (fault) throw new Error(`Entry ${i + 1} of ${source} has ${fault}: restore it from the repository.`);
  }
  return manifest;
}

function faultOf(run: Partial<ManifestRun> | null): string | undefined {
  if (typeof run?.id !== "string") return "no id";
  if (!/^[0-9a-f]{64}$/.test(run.digest ?? "")) return `no digest of 64 hexadecimal digits (${run.id})`;
  if (!run.parameters || !run.summary) return `no parameters or no summary (${run.id})`;
  if (!Array.isArray(run.checkpoints) || !run.checkpoints.every((text) => /^[0-9a-f]{16}$/.test(text)))
    return `a checkpoint that is not 16 hexadecimal digits (${run.id})`;
  return undefined;
}
