import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {deserialize} from "node:v8";
import {textDifference} from "../evidence/textDifference.js";
import {acceptsAnyCode} from "./acceptsAnyCode.js";
import {argumentsText} from "./argumentsText.js";
import {writeAtomically} from "./atomicFile.js";
import {codeDigest} from "./codeDigest.js";
import {computedInWorker} from "./factInWorker.js";
import type {FactTask} from "./factWorker.js";
import {sumOf} from "./fileSum.js";
import {randomPart, type PartRepeated} from "./randomPart.js";

/** A fact that takes too long for each first build: a file of data records it, with a key that tells what it comes from. */
export interface RecordedFact extends FactTask {
  /** the file, such as `data/instability/ID.json` */
  record: string;
}

/** What a recorded fact goes by: 32 hexadecimal digits, of its arguments and of the code that computes it. */
export async function recordKey({module, name, args}: FactTask): Promise<string> {
  const text = `${await codeDigest(module)}\0${name}\0${argumentsText(args)}`;
  return sumOf(text).slice(0, 32);
}

/** The record of a fact: JSON, its value on one line. */
export function formatRecord(key: string, value: unknown): string {
  return `{\n"key": "${key}",\n"value": ${JSON.stringify(value)}\n}\n`;
}

/**
 * A fact as it is recorded.
 * @param anyCode whether it may come from other code than the present
 * @returns null if there is no such record, or none that is whole
 */
export async function recordedValue(fact: RecordedFact, anyCode = acceptsAnyCode()): Promise<{value: unknown} | null> {
  const text = recordText(fact);
  if (text === null) return null;
  let parsed: {key: string; value: unknown};
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const {key, value} = parsed;
  return text === formatRecord(key, value) && (anyCode || key === (await recordKey(fact))) ? {value} : null;
}

/**
 * Records facts anew whose records do not come from the present code, or are not whole.
 * @returns the files that have changed
 */
export async function recordFacts(facts: readonly RecordedFact[]): Promise<string[]> {
  const stale: RecordedFact[] = [];
  for (const fact of facts) if (!(await recordedValue(fact, false))) stale.push(fact);
  await Promise.all(stale.map(async (fact) => writeAtomically(pathOf(fact), [await recordMadeAnew(fact)])));
  return stale.map(({record}) => record);
}

/**
 * Computes recorded facts again, chosen at random, and compares them with their records.
 * @param oneIn of so many one is chosen
 */
export async function repeatRecords(facts: readonly RecordedFact[], oneIn: number): Promise<PartRepeated> {
  const chosen = randomPart(facts, oneIn);
  const findings = await Promise.all(
    chosen.map(async (fact) => {
      const text = recordText(fact);
      if (text === null) return `There is no ${fact.record}: restore it from the repository, or run npm run sweep.`;
      const difference = textDifference(await recordMadeAnew(fact), text);
      if (!difference) return null;
      const {line, a, b} = difference;
      return `${fact.record} differs in line ${line}: “${b}” in the file, “${a}” when computed again.`;
    })
  );
  return {repeated: chosen.length, of: facts.length, findings: findings.filter((finding) => finding !== null)};
}

async function recordMadeAnew(fact: RecordedFact): Promise<string> {
  return formatRecord(await recordKey(fact), deserialize(await computedInWorker(fact)));
}

function recordText(fact: RecordedFact): string | null {
  const path = pathOf(fact);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

function pathOf({record}: RecordedFact): string {
  return fileURLToPath(new URL(`../../${record}`, import.meta.url));
}
