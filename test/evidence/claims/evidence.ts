import type {Evidence} from "../../../lib/evidence/claims/evidence.js";
import {runsOfClaims} from "../../../lib/evidence/claims/ledger.js";
import {evidenceOf} from "../../../lib/evidence/claims/evidence.js";
import {columnNames, recordLength, type History} from "../../../lib/model/history.js";
import {claimRecords, claimSweeps} from "../../../lib/node/claimRecords.js";
import {committedResults} from "../../../lib/node/sweeps/sweepFiles.js";

/** The evidence as it is. */
export async function realEvidence(): Promise<Evidence> {
  return evidenceOf(
    await runsOfClaims(),
    claimRecords(new Map(claimSweeps.map((sweep) => [sweep.name, committedResults(sweep)])))
  );
}

/** The evidence with another history of a run. */
export function withHistory(evidence: Evidence, run: string, change: (history: History) => History): Evidence {
  return {...evidence, history: (id) => (id === run ? change(evidence.history(id)) : evidence.history(id))};
}

export type Change = (value: number, epoch: number) => number;

/** The evidence with some columns of a run changed. */
export function withColumns(evidence: Evidence, run: string, names: string[], change: Change): Evidence {
  const history = evidence.history(run);
  const records = history.records.slice();
  const stride = recordLength(history.hidden);
  for (const name of names) {
    const offset = columnNames(history.hidden).indexOf(name);
    if (offset < 0) throw new Error(`No column ${name}.`);
    for (let i = offset; i < records.length; i += stride) records[i] = change(records[i]!, (i - offset) / stride);
  }
  const changed = {...history, records};
  return withHistory(evidence, run, () => changed);
}

/** The evidence with the test error of a run changed. */
export function withTestLoss(evidence: Evidence, run: string, change: Change): Evidence {
  return withColumns(evidence, run, ["test_loss"], change);
}

/** The evidence with the training error of a run changed. */
export function withTrainLoss(evidence: Evidence, run: string, change: Change): Evidence {
  return withColumns(evidence, run, ["train_loss"], change);
}
