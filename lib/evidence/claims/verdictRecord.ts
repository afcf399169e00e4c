import type {Judgement} from "./ledger.js";
import {verdicts, type Verdict} from "./verdict.js";

/** What a claim has come to, as far as it is recorded. */
export interface RecordedVerdict {
  verdict: Verdict;
  /** of a claim that cannot be repeated: whether what stands in for its runs shows what it says */
  shown?: boolean;
}

/** The record of all verdicts by the ids of the claims, data/verdicts.json. */
export interface VerdictRecord {
  /** the version of this format */
  version: 1;
  verdicts: Record<string, RecordedVerdict>;
}

/** The record of these judgements. */
export function verdictRecord(judgements: readonly Judgement[]): VerdictRecord {
  const entries = judgements.map(({id, verdict, unseeded, holds}): [string, RecordedVerdict] => [
    id,
    unseeded ? {verdict, shown: holds} : {verdict}
  ]);
  return {version: 1, verdicts: Object.fromEntries(entries)};
}

/** The record as it is written: JSON with a line for each claim. */
export function formatVerdictRecord({version, verdicts}: VerdictRecord): string {
  const lines = Object.entries(verdicts).map(([id, facts]) => `  ${JSON.stringify(id)}: ${JSON.stringify(facts)}`);
  return `{\n "version": ${version},\n "verdicts": {\n${lines.join(",\n")}\n }\n}\n`;
}

/**
 * Reads a record.
 * @param source where it comes from, for the message
 * @throws Error with one sentence if the text is cut off or is no record of verdicts
 */
export function parseVerdictRecord(text: string, source: string): VerdictRecord {
  let record: VerdictRecord;
  try {
    record = JSON.parse(text);
  } catch {
    throw new Error(`${source} is no whole JSON file: restore it from the repository.`);
  }
  const entries = Object.values(record?.verdicts ?? {});
  if (record?.version !== 1 || !record.verdicts || !entries.every((entry) => verdicts.includes(entry?.verdict)))
    throw new Error(`${source} is no record of verdicts that this version can read: restore it from the repository.`);
  return record;
}

/** How the present verdicts differ from those that were recorded, a sentence each. */
export function verdictChanges(recorded: VerdictRecord, present: VerdictRecord): string[] {
  const ids = new Set([...Object.keys(recorded.verdicts), ...Object.keys(present.verdicts)]);
  return [...ids].flatMap((id) => {
    const [before, now] = [recorded.verdicts[id], present.verdicts[id]];
    if (!before) return [`${id} is new: ${words(now!)}.`];
    if (!now) return [`${id} is gone: it was ${words(before)}.`];
    return words(before) === words(now) ? [] : [`${id} is ${words(now)}; it was ${words(before)}.`];
  });
}

function words({verdict, shown}: RecordedVerdict): string {
  if (shown === undefined) return `“${verdict}”`;
  return `“${verdict}”, ${shown ? "shown" : "not shown"} by the stand-ins`;
}
