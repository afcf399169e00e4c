import {namedData, standardData} from "../model/dataset.js";
import {recordLength, recordsLength, type History} from "../model/history.js";
import {training} from "../model/training.js";
import {namedWeights, standardWeights} from "../model/weights.js";
import {runDigest} from "../numerics/digest.js";
import {runId, validate, type RunParameters} from "./parameters.js";
import {summarise, type Summary} from "./summary.js";

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

export interface RunOptions {
  /** called after each chunk of epochs; `history` is filled up to the record of epoch `done - 1` */
  onProgress?: (done: number, epochs: number, history: History) => void;
  /** stops the run between two chunks of epochs; the promise then rejects with the signal's reason */
  signal?: AbortSignal;
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

/** About as many sums over (point × hidden unit) as take 20 ms on a laptop: the longest time without a pause. */
const CHUNK_WORK = 2_000_000;

/**
 * Runs an experiment: THE way to get a history. The result depends on the parameters alone, to the last bit, on any
 * engine. With a listener or a signal the run pauses between chunks of epochs, so that both are served.
 * @throws RangeError if a parameter is out of range
 */
export async function run(parameters: RunParameters, {onProgress, signal}: RunOptions = {}): Promise<Run> {
  validate(parameters);
  signal?.throwIfAborted();
  const {target, hidden, learningRate, epochs, data, weights, trainSize, testSize, weightScale} = parameters;
  const sizes = {trainSize, testSize};
  const {train, test} = data === "standard" ? standardData(target, sizes) : namedData(target, data, sizes);
  const initial =
    weights === "standard" ? standardWeights(hidden, weightScale) : namedWeights(hidden, weights, weightScale);

  const length = recordLength(hidden);
  const history: History = {hidden, epochs, records: new Float64Array(recordsLength(hidden, epochs))};
  const digest = runDigest();
  const checkpoints: string[] = [];
  const descent = training(initial, train, test, learningRate);
  const chunk = Math.max(1, Math.floor(CHUNK_WORK / (hidden * (trainSize + testSize))));
  const breath = onProgress || signal ? pause : undefined;

  while (descent.epoch < epochs) {
    const from = descent.epoch;
    const toCheckpoint = CHECKPOINT_EPOCHS - (from % CHECKPOINT_EPOCHS);
    const count = Math.min(chunk, toCheckpoint, epochs - from);
    const records = history.records.subarray(from * length, (from + count) * length);
    descent.advance(records, count);
    digest.update(records);
    if (descent.epoch % CHECKPOINT_EPOCHS === 0) checkpoints.push(digest.digest());
    onProgress?.(descent.epoch, epochs, history);
    await breath?.();
    signal?.throwIfAborted();
  }
  const last = history.records.subarray(epochs * length);
  descent.finish(last);
  digest.update(last);

  return {
    id: runId(parameters),
    parameters,
    history,
    summary: summarise(history),
    digest: digest.digest(),
    checkpoints
  };
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
