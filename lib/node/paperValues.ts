import {readFileSync} from "node:fs";
import type {PaperRow} from "../evidence/printed.js";

/** All values that the paper prints. */
export function paperValues(): PaperRow[] {
  return JSON.parse(readFileSync(new URL("../../data/paper.json", import.meta.url), "utf8")) as PaperRow[];
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
