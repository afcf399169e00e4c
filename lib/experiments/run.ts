import {namedData, standardData} from "../model/dataset.js";
import {recordLength, recordsLength, rowCount, type History} from "../model/history.js";
import {kernelTraining} from "../model/kernelTraining.js";
import {training, type Training} from "../model/training.js";
import {namedWeights, standardWeights} from "../model/weights.js";
import {runDigest} from "../numerics/digest.js";
import {runId, validate, validateHistory, type RunParameters} from "./parameters.js";
import {runSummary, type Summary} from "./summary.js";

/** A finished run. */
export interface Run {
  id: string;
  parameters: RunParameters;
  history: History;
  summary: Summary;
  /** SHA-256 of the history's bytes, hexadecimal */
  digest: string;
  /** `checkpoints[i]` is the digest of the first 100 (i + 1) records */
  checkpoints: string[];
}

/** The implementations of the training loop, which give the same bits. */
export type Loop = "kernel" | "reference";

export interface RunOptions {
  /** called at every pause; `history` is filled up to the record of epoch `done - 1` */
  onProgress?: (done: number, epochs: number, history: History) => void;
  /** stops the run at the next pause; the promise then rejects with the signal's reason */
  signal?: AbortSignal;
  /** thins the history to the records of every n-th epoch, and the last; digest and summary are still those of all */
  every?: number;
  /** which implementation trains; if this is left out, the kernel where the engine runs it, else the reference */
  loop?: Loop;
}

/** Between two checkpoints of the digest. */
export const CHECKPOINT_EPOCHS = 100;

/**
 * So much of a checkpoint is kept where it only has to tell where two runs part; that they are equal is for the whole
 * digest to say.
 */
const CHECKPOINT_DIGITS = 16;

/** The beginnings of a run's checkpoints, 16 hexadecimal digits each. */
export function shortCheckpoints(checkpoints: readonly string[]): string[] {
  return checkpoints.map((checkpoint) => checkpoint.slice(0, CHECKPOINT_DIGITS));
}

/** So many numbers are recorded at the most before they go into the digest: a few milliseconds of hashing. */
const CHUNK_NUMBERS = 65536;

/**
 * Runs an experiment: THE way to get a history. The result depends on the parameters alone, to the last bit, on any
 * engine. With a listener or a signal the run pauses every few milliseconds, so that both are served.
 * @throws RangeError if a parameter is out of range, or the history does not fit
 * @throws Error if the kernel is asked for and the engine cannot run it
 */
export async function run(
  parameters: RunParameters,
  {onProgress, signal, every = 1, loop}: RunOptions = {}
): Promise<Run> {
  validate(parameters);
  validateHistory(parameters, every);
  signal?.throwIfAborted();
  const {target, hidden, learningRate, epochs, data, weights, trainSize, testSize, weightScale} = parameters;
  const sizes = {trainSize, testSize};
  const {train, test} = data === "standard" ? standardData(target, sizes) : namedData(target, data, sizes);
  const initial =
    weights === "standard" ? standardWeights(hidden, weightScale) : namedWeights(hidden, weights, weightScale);
  const descent = await descentBy(loop, initial, train, test, learningRate);

  const length = recordLength(hidden);
  const history = emptyHistory(hidden, epochs, every);
  const digest = runDigest();
  const summary = runSummary(hidden);
  const checkpoints: string[] = [];
  const chunk = Math.min(CHECKPOINT_EPOCHS, Math.max(1, Math.floor(CHUNK_NUMBERS / length)));
  const buffer = new Float64Array(every === 1 ? 0 : chunk * length);
  let done = 0;

  async function work(slices: Iterator<void>): Promise<void> {
    while (!slices.next().done) {
      if (!onProgress && !signal) continue;
      onProgress?.(done, epochs, history);
      await pause();
      signal?.throwIfAborted();
    }
  }

  while (done < epochs) {
    const toCheckpoint = CHECKPOINT_EPOCHS - (done % CHECKPOINT_EPOCHS);
    const count = Math.min(chunk, toCheckpoint, epochs - done);
    const records =
      every === 1
        ? history.records.subarray(done * length, (done + count) * length)
        : buffer.subarray(0, count * length);
    await work(descent.advance(records, count));
    digest.update(records);
    summary.update(records);
    if (every > 1) keep(history, records, done);
    done += count;
    if (done % CHECKPOINT_EPOCHS === 0) checkpoints.push(digest.digest());
  }
  const last = history.records.subarray((rowCount(history) - 1) * length);
  await work(descent.finish(last));
  digest.update(last);
  summary.update(last);
  onProgress?.(epochs, epochs, history);

  return {
    id: runId(parameters),
    parameters,
    history,
    summary: summary.summary(),
    digest: digest.digest(),
    checkpoints
  };
}

async function descentBy(loop: Loop | undefined, ...task: Parameters<typeof training>): Promise<Training> {
  if (loop === "reference") return training(...task);
  const kernel = await kernelTraining(...task);
  if (kernel === null && loop === "kernel")
    throw new Error("This engine does not run the kernel, WebAssembly with 128-bit SIMD: take the reference loop.");
  return kernel ?? training(...task);
}

function emptyHistory(hidden: number, epochs: number, every: number): History {
  const records = new Float64Array(recordsLength(hidden, epochs, every));
  return every === 1 ? {hidden, epochs, records} : {hidden, epochs, every, records};
}

/** Copies the records that a thinned history keeps; the first of `records` is that of epoch `from`. */
function keep({hidden, every = 1, records: kept}: History, records: Float64Array, from: number): void {
  const length = recordLength(hidden);
  const first = Math.ceil(from / every);
  for (let row = first; (row * every - from) * length < records.length; ++row) {
    const start = (row * every - from) * length;
    kept.set(records.subarray(start, start + length), row * length);
  }
}

/** Lets other tasks run. A message wakes a browser's task at once, where a timer would wait for four milliseconds. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
