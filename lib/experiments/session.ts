import {recordLength, weightCount, type History} from "../model/history.js";
import {descentOf, type Loop} from "./descent.js";
import {
  MAX_EPOCHS,
  MAX_NUMBERS,
  runId,
  validate,
  validateHistory,
  type RateChange,
  type RunParameters
} from "./parameters.js";
import {pause} from "./pause.js";
import {CHECKPOINT_EPOCHS, recorder} from "./recorder.js";
import type {Run} from "./run.js";
import type {Summary} from "./summary.js";

/** Whom an advancing session serves. */
export interface AdvanceOptions {
  /** called at every pause, and at the end, with the epoch that is reached; `session.recorded` then holds the records before */
  onProgress?: (epoch: number) => void;
  /** stops at the next pause; the promise then rejects with the signal's reason, and the session can go on later */
  signal?: AbortSignal;
}

/**
 * A run in progress. It can be advanced in any pieces, beyond its planned end, and at other learning rates: a session
 * has the bits, and the digest, of the run that `parameters` name, made at one go.
 */
export interface Session {
  /** those of the run so far: `epochs` is the epoch reached, which no finished run has as 0, and the rates are those of its steps */
  readonly parameters: RunParameters;
  /** the epoch that is reached */
  readonly epoch: number;
  /** the learning rate of the next step */
  readonly rate: number;
  /** `checkpoints[i]` is the digest of the first 100 (i + 1) records */
  readonly checkpoints: readonly string[];
  /** the kept records before the epoch that is reached: a view of memory that grows on, to be read and not kept */
  readonly recorded: {every: number; records: Float64Array};
  /**
   * Takes `count` steps. With a listener or a signal it pauses every few milliseconds, so that both are served.
   * @throws RangeError if the count is not a whole number, or if the run would have more epochs than a run may have
   * @throws Error if the session is advancing already
   */
  advance(count: number, options?: AdvanceOptions): Promise<void>;
  /**
   * Sets the learning rate of all steps from here on that have not been begun; changes that were planned for later are
   * dropped.
   * @throws RangeError if it is not positive and finite
   */
  setRate(rate: number): void;
  /** The history so far, the record of the reached epoch included: a copy, thinned as `recorded` is. */
  history(): Promise<History>;
  summary(): Promise<Summary>;
  digest(): Promise<string>;
  /** Ends the session and gives its run, without copying its history. */
  close(options?: AdvanceOptions): Promise<Run>;
}

export interface SessionOptions {
  /** which implementation trains, see `descentOf` */
  loop?: Loop;
  /** keeps the records of every n-th epoch, and the last, to begin with; digest and summary are those of all */
  every?: number;
  /** so many numbers are kept at the most, 2²⁷ unless said otherwise: whenever there are more, `every` doubles */
  limit?: number;
}

/** So many numbers are recorded at the most before they go into the digest: a few milliseconds of hashing. */
const CHUNK_NUMBERS = 65536;

/** About so many pairs of a point and a hidden unit are worked on before a listener or a signal may be served. */
const CHUNK_WORK = 400_000;

/**
 * Opens a session at epoch 0. Its learning rate changes where the parameters say, while it is within the planned epochs
 * and beyond them, unless `setRate` says otherwise.
 * @throws RangeError if a parameter is out of range, or the planned history does not fit
 * @throws Error if the kernel is asked for and the engine cannot run it
 */
export async function openSession(planned: RunParameters, options: SessionOptions = {}): Promise<Session> {
  const {loop, every = 1, limit = MAX_NUMBERS} = options;
  validate(planned);
  if (options.limit === undefined) validateHistory(planned, every);
  const {hidden, trainSize, testSize} = planned;
  const descent = await descentOf(planned, loop);
  const record = recorder(hidden, {epochs: planned.epochs, every, limit});
  const length = recordLength(hidden);
  const most = Math.min(CHECKPOINT_EPOCHS, Math.max(1, Math.floor(CHUNK_NUMBERS / length)));
  const served = Math.max(1, Math.min(most, Math.floor(CHUNK_WORK / (hidden * (trainSize + testSize)))));
  const buffer = new Float64Array(most * length);
  const last = new Float64Array(2 + weightCount(hidden));

  let learningRate = planned.learningRate;
  let changes: readonly RateChange[] = planned.rateChanges ?? [];
  /** work that was begun: its slices, how many steps it takes, and what to do when it is done */
  let begun: {slices: Iterator<void>; steps: number; then: () => void} | undefined;
  /** the epoch whose record is in `last` */
  let finished = -1;
  let busy = false;

  /** Begins the steps up to an epoch, or some of them. */
  function beginSteps(end: number, atMost: number): void {
    const from = record.epochs;
    const change = changes.findLast(({epoch}) => epoch <= from);
    descent.rate = change?.rate ?? learningRate;
    const next = Math.min(end, ...changes.map(({epoch}) => epoch).filter((epoch) => epoch > from));
    const count = Math.min(atMost, CHECKPOINT_EPOCHS - (from % CHECKPOINT_EPOCHS), next - from);
    const records = buffer.subarray(0, count * length);
    begun = {slices: descent.advance(records, count), steps: count, then: () => record.append(records)};
  }

  /** Does the work that was begun. If it is stopped, several steps are done to their end, a single long one is left. */
  async function work({onProgress, signal}: AdvanceOptions): Promise<void> {
    while (begun && !begun.slices.next().done) {
      if ((!onProgress && !signal) || (signal?.aborted && begun.steps > 1)) continue;
      onProgress?.(record.epochs);
      await pause();
      if (begun.steps <= 1) signal?.throwIfAborted();
    }
    begun?.then();
    begun = undefined;
    signal?.throwIfAborted();
  }

  async function exclusively<Result>(task: () => Promise<Result>): Promise<Result> {
    if (busy) throw new Error("The session is advancing: wait until it has done so.");
    busy = true;
    try {
      return await task();
    } finally {
      busy = false;
    }
  }

  /** Sees to it that `last` holds the record of the reached epoch. */
  async function finish(options: AdvanceOptions): Promise<void> {
    await work(options);
    if (finished === record.epochs) return;
    begun = {slices: descent.finish(last), steps: 0, then: () => void (finished = record.epochs)};
    await work(options);
  }

  const ended = <Result>(take: () => Result, options: AdvanceOptions = {}) =>
    exclusively(async () => {
      await finish(options);
      return take();
    });

  function parameters(): RunParameters {
    const made: RunParameters = {...planned, learningRate, epochs: record.epochs};
    const taken = changes.filter(({epoch}) => epoch < record.epochs);
    if (taken.length > 0) made.rateChanges = taken;
    else delete made.rateChanges;
    return made;
  }

  return {
    get parameters() {
      return parameters();
    },
    get epoch() {
      return record.epochs;
    },
    get rate() {
      return changes.findLast(({epoch}) => epoch <= record.epochs)?.rate ?? learningRate;
    },
    get checkpoints() {
      return record.checkpoints;
    },
    get recorded() {
      return {every: record.every, records: record.records};
    },
    advance(count, options = {}) {
      if (!Number.isSafeInteger(count) || count < 0)
        return Promise.reject(new RangeError(`The number of steps must be a whole number, not ${count}.`));
      return exclusively(async () => {
        options.signal?.throwIfAborted();
        const end = record.epochs + count;
        if (end > MAX_EPOCHS)
          throw new RangeError(
            `A run has at most ${MAX_EPOCHS} epochs: ${count} more than ${record.epochs} do not fit.`
          );
        await work(options);
        while (record.epochs < end) {
          beginSteps(end, options.onProgress || options.signal ? served : most);
          await work(options);
        }
        options.onProgress?.(record.epochs);
      });
    },
    setRate(rate) {
      validate({...planned, learningRate: rate});
      const from = record.epochs + (begun?.steps ?? 0);
      if (from === 0) learningRate = rate;
      const before = changes.filter(({epoch}) => epoch < from);
      const former = before.at(-1)?.rate ?? learningRate;
      changes = rate === former ? before : [...before, {epoch: from, rate}];
    },
    history: () => ended(() => record.history(last)),
    summary: () => ended(() => record.summary(last)),
    digest: () => ended(() => record.digest(last)),
    close: (options) =>
      ended(() => {
        const made = parameters();
        return {
          id: runId(made),
          parameters: made,
          history: record.history(last, true),
          summary: record.summary(last),
          digest: record.digest(last),
          checkpoints: [...record.checkpoints]
        };
      }, options)
  };
}
