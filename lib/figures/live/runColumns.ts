import {bisectRight} from "d3-array";
import {norm, pathStart, pathStep, turn} from "../../model/diagnostics.js";
import {recordLength, rowCount, weightCount, weightNames, type History} from "../../model/history.js";

/** What is known of every epoch that has a gradient: its norm, its angle (degrees) to the one before, its path (x, y). */
const DIAGNOSTICS = ["gradient_norm", "gradient_angle", "path_x", "path_y"] as const;

/** A column of a run: a loss, a weight, or what is known of the gradient. */
export type ColumnName = "test_loss" | "train_loss" | (typeof DIAGNOSTICS)[number] | (string & {});

/**
 * The columns of a run that may still be growing, each in one piece, so that drawing a run of many epochs again and again
 * is cheap. Appending a record costs as little as reading it.
 */
export interface RunColumns {
  /** h, the bias unit included */
  readonly hidden: number;
  /** how many epochs are kept */
  readonly rows: number;
  /** the last epoch that is kept; -1 if there is none */
  readonly lastEpoch: number;
  /** the distance of kept epochs: 1 until they are thinned */
  readonly every: number;
  /**
   * Takes further records, `[n][recordLength(h)]`. The last may be short of its gradients: then it is that of an epoch
   * whose step has not been taken, and its place is taken by the next record. The angle and the path are known as long
   * as no epoch is left out.
   * @param from the epoch of the first record, after all that are there
   * @param step the distance of their epochs
   */
  append(records: Float64Array, from: number, step?: number): void;
  /** The values so far of a column, and their epochs: views, which the next `append` may leave behind. */
  column(name: ColumnName): {values: Float64Array; epochs: Float64Array};
  /** The index of the last row up to an epoch; -1 before the first. */
  rowAt(epoch: number): number;
}

/** So many numbers are kept at the most unless said otherwise, 32 MiB. */
const MOST_NUMBERS = 0x400000;

/**
 * The columns of a run with h hidden units, empty.
 * @param most so many rows are kept at the most: whenever there are more, every second one is dropped
 */
export function runColumns(hidden: number, most = Math.floor(MOST_NUMBERS / (7 + weightCount(hidden)))): RunColumns {
  const length = recordLength(hidden);
  const weights = weightCount(hidden);
  const names = ["test_loss", "train_loss", ...weightNames(hidden), ...DIAGNOSTICS];
  const indices = new Map(names.map((name, i) => [name, i]));
  const recorded = 2 + weights;
  let capacity = 256;
  let epochs = new Float64Array(capacity);
  let columns = names.map(() => new Float64Array(capacity));
  let rows = 0;
  let every = 1;
  let given = 1;
  let unfinished = false;
  /** the last epoch whose gradient is known */
  let known = -1;
  /** the gradient of the last row, its norm, and where the path has come to */
  const before = new Float64Array(weights);
  let normBefore = NaN;
  let end = pathStart;

  function makeRoom(more: number): void {
    const needed = Math.min(rows + more, most + 2);
    if (needed <= capacity) return;
    // The last step takes all the room that there can be: copying much is what a slow device notices.
    while (needed > capacity) capacity = 4 * capacity > most ? most + 2 : 2 * capacity;
    const larger = (old: Float64Array) => {
      const grown = new Float64Array(capacity);
      grown.set(old.subarray(0, rows));
      return grown;
    };
    epochs = larger(epochs);
    columns = columns.map(larger);
  }

  /** Keeps the epochs that are multiples of the doubled distance. */
  function thin(): void {
    every *= 2;
    let kept = 0;
    for (let row = 0; row < rows; ++row) {
      if (epochs[row]! % every !== 0) continue;
      epochs[kept] = epochs[row]!;
      for (const column of columns) column[kept] = column[row]!;
      kept += 1;
    }
    rows = kept;
  }

  /** What the gradient of an epoch comes to, in the order of DIAGNOSTICS. */
  function diagnose(gradient: Float64Array, epoch: number): readonly number[] {
    if (gradient.length < weights) return [NaN, NaN, NaN, NaN];
    const size = norm(gradient);
    const t = epoch === known + 1 && epoch > 0 ? turn(before, normBefore, gradient, size) : NaN;
    end = epoch === known + 1 ? pathStep(end, size, t, epoch % 2 === 1) : {...end, x: NaN, y: NaN};
    before.set(gradient);
    normBefore = size;
    known = epoch;
    return [size, (Math.atan(t) * 360) / Math.PI, end.x, end.y];
  }

  return {
    hidden,
    get rows() {
      return rows;
    },
    get lastEpoch() {
      return rows > 0 ? epochs[rows - 1]! : -1;
    },
    get every() {
      return Math.max(every, given);
    },
    append(records, from, step = 1) {
      if (records.length === 0) return;
      if (unfinished) rows -= 1;
      given = Math.max(given, step);
      makeRoom(Math.ceil(records.length / length));
      for (let i = 0, epoch = from; i < records.length; i += length, epoch += step) {
        const diagnoses = diagnose(records.subarray(i + recorded, i + length), epoch);
        unfinished = records.length - i < length;
        if (epoch % every !== 0 && !unfinished) continue;
        epochs[rows] = epoch;
        for (let j = 0; j < recorded; ++j) columns[j]![rows] = records[i + j]!;
        diagnoses.forEach((value, j) => (columns[recorded + j]![rows] = value));
        rows += 1;
        if (rows > most && !unfinished) thin();
      }
    },
    column(name) {
      const index = indices.get(name);
      if (index === undefined) throw new RangeError(`A run with ${hidden} hidden units has no column “${name}”.`);
      return {values: columns[index]!.subarray(0, rows), epochs: epochs.subarray(0, rows)};
    },
    rowAt: (epoch) => bisectRight(epochs, epoch, 0, rows) - 1
  };
}

/** The columns of a finished run. */
export function columnsOf(history: History): RunColumns {
  const {hidden, epochs, every = 1, records} = history;
  const columns = runColumns(hidden, rowCount(history));
  const last = records.length - (2 + weightCount(hidden));
  columns.append(records.subarray(0, last), 0, every);
  columns.append(records.subarray(last), epochs);
  return columns;
}
