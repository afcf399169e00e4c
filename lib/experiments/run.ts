import type {History} from "../model/history.js";
import type {Loop} from "./descent.js";
import type {RunParameters} from "./parameters.js";
import {openSession} from "./session.js";
import type {Summary} from "./summary.js";

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
  /** called at every pause: so many of the epochs are done */
  onProgress?: (done: number, epochs: number) => void;
  /** stops the run at the next pause; the promise then rejects with the signal's reason */
  signal?: AbortSignal;
  /** thins the history to the records of every n-th epoch, and the last; digest and summary are still those of all */
  every?: number;
  /** which implementation trains; if this is left out, the kernel where the engine runs it, else the reference */
  loop?: Loop;
}

/**
 * So much of a checkpoint is kept where it only has to tell where two runs part; that they are equal is for the whole
 * digest to say.
 */
const CHECKPOINT_DIGITS = 16;

/** The beginnings of a run's checkpoints, 16 hexadecimal digits each. */
export function shortCheckpoints(checkpoints: readonly string[]): string[] {
  return checkpoints.map((checkpoint) => checkpoint.slice(0, CHECKPOINT_DIGITS));
}

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
  signal?.throwIfAborted();
  const {epochs} = parameters;
  const session = await openSession(parameters, loop === undefined ? {every} : {every, loop});
  const options = {
    ...(onProgress && {onProgress: (done: number) => onProgress(done, epochs)}),
    ...(signal && {signal})
  };
  await session.advance(epochs, options);
  return {...(await session.close(options)), parameters};
}
