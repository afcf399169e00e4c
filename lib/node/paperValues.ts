import {readFileSync} from "node:fs";

/** A value that the paper prints: a row of data/paper.json. */
export interface PaperValue {
  key: string;
  printed: string;
  [column: string]: unknown;
}

/** All values that the paper prints. */
export function paperValues(): PaperValue[] {
  return JSON.parse(readFileSync(new URL("../../data/paper.json", import.meta.url), "utf8")) as PaperValue[];
}

/**
 * The text that the paper prints under this key.
 * @throws RangeError if data/paper.json has no such row
 */
export function printedValue(key: string): string {
  const row = paperValues().find((candidate) => candidate.key === key);
  if (!row) throw new RangeError(`data/paper.json has no row with the key “${key}”.`);
  return row.printed;
}
