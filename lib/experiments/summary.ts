import {recordLength, type History} from "../model/history.js";

/** What a run came to. "Lowest" is the smallest finite value, at the first epoch that has it; -1 if there is none. */
export interface Summary {
  lastTestLoss: number;
  lastTrainLoss: number;
  lowestTestLoss: number;
  lowestTestEpoch: number;
  lowestTrainLoss: number;
  lowestTrainEpoch: number;
  /** the first epoch whose test or training loss is not finite; null if there is none */
  firstNonFiniteEpoch: number | null;
}

/** The summary of a growing sequence of records. */
export interface RunSummary {
  /** Takes the next records, `[n][recordLength(h)]`, row-major; the last of a run may be short of its gradients. */
  update(records: Float64Array): void;
  /** What the records so far, and `last` after them, come to; NaN stands for a lowest value where no loss is finite. */
  summary(last?: Float64Array): Summary;
}

/** Starts the summary of a run with h hidden units. */
export function runSummary(hidden: number): RunSummary {
  const length = recordLength(hidden);
  let epoch = 0;
  let summary: Summary = {
    lastTestLoss: NaN,
    lastTrainLoss: NaN,
    lowestTestLoss: NaN,
    lowestTestEpoch: -1,
    lowestTrainLoss: NaN,
    lowestTrainEpoch: -1,
    firstNonFiniteEpoch: null
  };

  function take(test: number, train: number): void {
    summary.lastTestLoss = test;
    summary.lastTrainLoss = train;
    if (Number.isFinite(test) && !(test >= summary.lowestTestLoss)) {
      summary.lowestTestLoss = test;
      summary.lowestTestEpoch = epoch;
    }
    if (Number.isFinite(train) && !(train >= summary.lowestTrainLoss)) {
      summary.lowestTrainLoss = train;
      summary.lowestTrainEpoch = epoch;
    }
    if (summary.firstNonFiniteEpoch === null && !(Number.isFinite(test) && Number.isFinite(train)))
      summary.firstNonFiniteEpoch = epoch;
    epoch += 1;
  }

  function update(records: Float64Array): void {
    for (let start = 0; start < records.length; start += length) take(records[start]!, records[start + 1]!);
  }

  return {
    update,
    summary(last) {
      const before = {...summary};
      if (!last) return before;
      update(last);
      const after = summary;
      summary = before;
      epoch -= 1;
      return after;
    }
  };
}

/** The summary of a whole history, which is not thinned. */
export function summarise({hidden, records}: History): Summary {
  const summary = runSummary(hidden);
  summary.update(records);
  return summary.summary();
}
