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

/** Summarises a history; NaN stands for a lowest value where no loss is finite. */
export function summarise({hidden, epochs, records}: History): Summary {
  const length = recordLength(hidden);
  const summary: Summary = {
    lastTestLoss: records[epochs * length]!,
    lastTrainLoss: records[epochs * length + 1]!,
    lowestTestLoss: NaN,
    lowestTestEpoch: -1,
    lowestTrainLoss: NaN,
    lowestTrainEpoch: -1,
    firstNonFiniteEpoch: null
  };
  for (let epoch = 0; epoch <= epochs; ++epoch) {
    const test = records[epoch * length]!;
    const train = records[epoch * length + 1]!;
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
  }
  return summary;
}
