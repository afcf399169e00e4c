import {columnNames, recordLength, type History} from "../model/history.js";

/** The first number in which two histories differ. */
export interface HistoryDifference {
  epoch: number;
  /** as `columnNames` gives it */
  column: string;
  a: number;
  b: number;
}

/**
 * The first number, in the order of the digest, that is not the same in both histories; null if all that both have are.
 * Numbers are the same if their bits are; all NaN count as one.
 * @throws RangeError if the numbers of hidden units differ
 */
export function historyDifference(a: History, b: History): HistoryDifference | null {
  if (a.hidden !== b.hidden)
    throw new RangeError(`A run with ${a.hidden} hidden units cannot be compared with one of ${b.hidden}.`);
  const length = Math.min(a.records.length, b.records.length);
  for (let i = 0; i < length; ++i) {
    if (Object.is(a.records[i], b.records[i])) continue;
    const stride = recordLength(a.hidden);
    const column = columnNames(a.hidden)[i % stride]!;
    return {epoch: Math.floor(i / stride), column, a: a.records[i]!, b: b.records[i]!};
  }
  return null;
}
