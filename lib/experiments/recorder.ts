import {recordLength, recordsLength, weightCount, type History} from "../model/history.js";
import {runDigest} from "../numerics/digest.js";
import {runSummary, type Summary} from "./summary.js";

/** Between two checkpoints of the digest. */
export const CHECKPOINT_EPOCHS = 100;

/** The records of a run in progress, thinned where they have to be; digest and summary are those of all. */
export interface Recorder {
  /** how many records there are */
  readonly epochs: number;
  /** every n-th record is kept; it doubles whenever the records outgrow their limit */
  readonly every: number;
  /** the records that are kept so far, a view; the next `append` may leave it behind */
  readonly records: Float64Array;
  /** the digests of the first 100, 200, … records */
  readonly checkpoints: readonly string[];
  /** Takes the next records, `[n][recordLength(h)]`, of which none reaches beyond the next checkpoint. */
  append(records: Float64Array): void;
  /**
   * The history that ends with one more record, which is short of its gradients. It is a copy; with `own` it is the
   * recorder's own memory, and the recorder is not to be used again.
   */
  history(last: Float64Array, own?: boolean): History;
  /** The summary of all records and one more. */
  summary(last: Float64Array): Summary;
  /** The digest of all records and one more. */
  digest(last: Float64Array): string;
}

/** How much is kept. */
export interface Keeping {
  /** the number of steps that are planned: so much room is taken at once */
  epochs: number;
  /** keeps every n-th record to begin with */
  every: number;
  /** so many numbers are kept at the most */
  limit: number;
}

/** Starts to record a run with h hidden units. */
export function recorder(hidden: number, {epochs: planned, every, limit}: Keeping): Recorder {
  const length = recordLength(hidden);
  const lastLength = 2 + weightCount(hidden);
  const digest = runDigest();
  const summary = runSummary(hidden);
  const checkpoints: string[] = [];
  let kept = new Float64Array(Math.max(2 * length, Math.min(recordsLength(hidden, planned, every), limit)));
  let epochs = 0;

  /** The numbers of a history whose last record is that of an epoch. */
  const needed = (epoch: number) => recordsLength(hidden, epoch, every);
  /** The kept numbers that are there, without a last record. */
  const size = () => Math.ceil(epochs / every) * length;

  /** Drops every second record that is kept. */
  function thin(): void {
    const rows = Math.ceil(epochs / every);
    for (let row = 2; row < rows; row += 2) kept.copyWithin((row / 2) * length, row * length, (row + 1) * length);
    every *= 2;
  }

  function makeRoom(epoch: number): void {
    while (needed(epoch) > limit && every < epoch) thin();
    if (needed(epoch) <= kept.length) return;
    const larger = new Float64Array(Math.max(needed(epoch), Math.min(2 * kept.length, limit)));
    larger.set(kept.subarray(0, size()));
    kept = larger;
  }

  return {
    get epochs() {
      return epochs;
    },
    get every() {
      return every;
    },
    get records() {
      return kept.subarray(0, size());
    },
    checkpoints,
    append(records) {
      const count = records.length / length;
      makeRoom(epochs + count);
      for (let i = (every - (epochs % every)) % every; i < count; i += every)
        kept.set(records.subarray(i * length, (i + 1) * length), ((epochs + i) / every) * length);
      digest.update(records);
      summary.update(records);
      epochs += count;
      if (epochs % CHECKPOINT_EPOCHS === 0) checkpoints.push(digest.digest());
    },
    history(last, own = false) {
      const end = size() + lastLength;
      const records = own ? kept.subarray(0, end) : kept.slice(0, end);
      records.set(last, size());
      return every === 1 ? {hidden, epochs, records} : {hidden, epochs, every, records};
    },
    summary: (last) => summary.summary(last),
    digest: (last) => digest.digest(last)
  };
}
