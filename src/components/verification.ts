import {blockText, differingBlock, type Block} from "../lib/evidence/differingBlock.js";
import {historyDifference} from "../lib/evidence/historyDifference.js";
import type {Manifest, ManifestRun} from "../lib/evidence/manifest.js";
import {parseRunId} from "../lib/experiments/parameters.js";
import {runCost} from "../lib/experiments/runCost.js";
import type {History} from "../lib/model/history.js";
import {runFile} from "./runFile.js";
import {siteManifest} from "./siteManifest.js";
import type {Repeated, VerifyReply, VerifyRequest} from "./verify.worker.js";

/** What repeating a run in this browser has shown. */
export interface Verdict {
  id: string;
  /** the digest in the manifest */
  expected: string;
  /** the digest that this browser came to */
  digest: string;
  /** the epochs in which the numbers first differ; null if all are equal */
  block: Block | null;
  /** how many numbers the run recorded */
  numbers: number;
  /** what the training took */
  seconds: number;
  /** if numbers differ: how they stand to those in the site's data file */
  explanation: string | null;
}

export interface VerifyOptions {
  signal: AbortSignal;
  /** is told the part that is done, 0 to 1 */
  onProgress(part: number): void;
}

export const NO_WORKERS =
  "This browser cannot run module workers, so it cannot repeat a training in the background. Everything else on this page can be read; use a newer browser, or verify on the command line.";

interface Job {
  resolve(repeated: Repeated): void;
  reject(error: Error): void;
  onProgress(part: number): void;
}

const jobs = new Map<number, Job>();
let lastJob = 0;
let worker: Worker | undefined;

function startWorker(): Worker {
  const started = new Worker(import.meta.resolve("./verify.worker.js"), {type: "module"});
  started.addEventListener("message", ({data}: MessageEvent<VerifyReply>) => {
    const job = jobs.get(data.job);
    if (data.kind === "progress") return job?.onProgress(data.part);
    jobs.delete(data.job);
    if (data.kind === "done") job?.resolve(data.repeated);
    else job?.reject(new Error(data.reason));
  });
  started.addEventListener("error", () => {
    worker = undefined;
    for (const {reject} of jobs.values()) reject(new Error(NO_WORKERS));
    jobs.clear();
  });
  return started;
}

/** Repeats a run in a worker. */
function repeat(id: string, {signal, onProgress}: VerifyOptions): Promise<Repeated> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const job = ++lastJob;
    jobs.set(job, {resolve, reject, onProgress});
    const ask = (request: VerifyRequest) => worker?.postMessage(request);
    try {
      worker ??= startWorker();
    } catch {
      return reject(new Error(NO_WORKERS));
    }
    signal.addEventListener("abort", () => ask({kind: "cancel", job}), {once: true});
    ask({kind: "repeat", job, id});
  });
}

/** Repeats a run in this browser and compares it with its entry in the manifest. */
async function verifyRun({id, parameters, digest, checkpoints}: ManifestRun, options: VerifyOptions): Promise<Verdict> {
  const repeated = await repeat(id, options);
  const block = differingBlock({digest, checkpoints}, repeated, parameters.epochs);
  return {
    id,
    expected: digest,
    digest: repeated.digest,
    block,
    numbers: repeated.history.records.length,
    seconds: repeated.seconds,
    explanation: block && (await explain(id, repeated.history).catch((error: Error) => error.message))
  };
}

/** Tells an edited manifest from another engine: compares the history that this browser computed with the site's. */
async function explain(id: string, here: History): Promise<string> {
  const [{parquetRecords}, file] = await Promise.all([import("../lib/experiments/parquetHistory.js"), runFile(id)]);
  const difference = historyDifference((await parquetRecords(file)).history, here);
  if (difference === null)
    return "The site’s data file has the very numbers that this browser computed: it is the manifest that disagrees with both.";
  const {epoch, column, a, b} = difference;
  return `The first number that differs from the site’s data file is ${column} at epoch ${epoch}: ${a} there, ${b} here.`;
}

export interface VerifyRunsOptions extends VerifyOptions {
  /** is told the part of the current run that is done, 0 to 1 */
  onRun?(index: number, part: number): void;
  onVerdict(index: number, verdict: Verdict): void;
}

/**
 * Repeats runs one after the other and compares each with the manifest; `onProgress` is told the part of all.
 * @throws Error with a sentence if there is no manifest, the browser cannot repeat a run, or the signal says stop
 */
export async function verifyRuns(
  ids: readonly string[],
  {signal, onProgress, onRun, onVerdict}: VerifyRunsOptions
): Promise<void> {
  const manifest = await siteManifest();
  const work = ids.map((id) => runCost(parseRunId(id)));
  const total = work.reduce((sum, part) => sum + part, 0);
  let done = 0;
  for (const [i, id] of ids.entries()) {
    const tell = (part: number) => {
      onRun?.(i, part);
      onProgress((done + part * work[i]!) / total);
    };
    const verdict = await verifyRun(entryOf(manifest, id), {signal, onProgress: tell});
    done += work[i]!;
    onVerdict(i, verdict);
  }
}

/** A verdict in words: “identical: 55,224 numbers in 0.12 s”, or the epochs in which it first differs. */
export function verdictText({block, numbers, seconds}: Pick<Verdict, "block" | "numbers" | "seconds">): string {
  return block === null
    ? `identical: ${numbers.toLocaleString("en")} numbers in ${secondsText(seconds)}`
    : `different: first in ${blockText(block)}`;
}

/** A time, such as “0.12 s”. */
export function secondsText(seconds: number): string {
  return `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
}

function entryOf(manifest: Manifest, id: string): ManifestRun {
  const entry = manifest.runs.find((run) => run.id === id);
  if (!entry)
    throw new Error(`The manifest has no run ${id}: this page and data/manifest.json are of different builds.`);
  return entry;
}
