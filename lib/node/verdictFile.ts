import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import type {Judgement} from "../evidence/claims/ledger.js";
import {
  formatVerdictRecord,
  parseVerdictRecord,
  verdictChanges,
  verdictRecord,
  type VerdictRecord
} from "../evidence/claims/verdictRecord.js";
import {writeAtomically} from "./atomicFile.js";
import {CommandError} from "./command.js";

const name = "data/verdicts.json";
const path = fileURLToPath(new URL(`../../${name}`, import.meta.url));

/**
 * The committed verdicts; none if there are none yet.
 * @throws CommandError if the file is not whole
 */
export function readVerdicts(): VerdictRecord {
  if (!existsSync(path)) return {version: 1, verdicts: {}};
  try {
    return parseVerdictRecord(readFileSync(path, "utf8"), name);
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}

/** Replaces the committed verdicts by those of these judgements. */
export async function writeVerdicts(judgements: readonly Judgement[]): Promise<void> {
  await writeAtomically(path, [formatVerdictRecord(verdictRecord(judgements))]);
}

/**
 * No page is to show a verdict that is not the recorded one.
 * @throws CommandError with a sentence for each claim whose verdict differs
 */
export function requireVerdicts(judgements: readonly Judgement[]): void {
  const changes = verdictChanges(readVerdicts(), verdictRecord(judgements));
  if (changes.length === 0) return;
  throw new CommandError(
    `The verdicts are not those of ${name}:\n${changes.join("\n")}\nIf that was intended, record them anew with npm run claims.`
  );
}
