import {existsSync, readdirSync, readFileSync} from "node:fs";
import {rm} from "node:fs/promises";
import {join} from "node:path";
import type {Outcome} from "../../evidence/sweeps/outcome.js";
import {writeAtomically} from "../atomicFile.js";
import {sumOf} from "../fileSum.js";
import {removeLeftovers} from "../leftovers.js";

/** A folder with a file for each outcome, named by the run's key. Folders are joined by copying their files together. */
export interface OutcomeStore {
  /** The outcome that goes by a key; null if there is none, or if its file is not as it was written. */
  read(key: string): Outcome | null;
  write(key: string, outcome: Outcome): Promise<void>;
  /** Removes all outcomes but those that go by these keys. */
  keepOnly(keys: ReadonlySet<string>): Promise<void>;
}

const NAME = /^([0-9a-f]{32})\.json$/;

/** The store in a folder, which is made when it is needed. A file is the SHA-256 of the outcome, a line, and the outcome. */
export function outcomeStore(folder: string): OutcomeStore {
  const path = (key: string) => join(folder, `${key}.json`);
  return {
    read(key) {
      if (!existsSync(path(key))) return null;
      const [sum, text = ""] = readFileSync(path(key), "utf8").split("\n");
      return sum === sumOf(text) ? (JSON.parse(text) as Outcome) : null;
    },
    async write(key, outcome) {
      const text = JSON.stringify(outcome);
      await writeAtomically(path(key), [`${sumOf(text)}\n${text}\n`]);
    },
    async keepOnly(keys) {
      if (!existsSync(folder)) return;
      await removeLeftovers(folder);
      for (const name of readdirSync(folder)) {
        const key = NAME.exec(name)?.[1];
        if (key !== undefined && !keys.has(key)) await rm(join(folder, name), {force: true});
      }
    }
  };
}
