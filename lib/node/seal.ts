import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {formatChecksums, parseChecksums} from "../evidence/checksums.js";
import {writeAtomically} from "./atomicFile.js";
import {fileSum} from "./fileSum.js";

const sealName = (id: string) => `${id}.sha256`;
const filesOf = (id: string) => [`${id}.json`, `${id}.parquet`];

/**
 * Seals a run's files in the store: writes their checksums to `ID.sha256`, which `sha256sum -c` reads. It is written
 * last, so a run without it is not whole.
 */
export async function seal(folder: string, id: string): Promise<void> {
  const sums = new Map(filesOf(id).map((name) => [name, fileSum(join(folder, name))]));
  await writeAtomically(join(folder, sealName(id)), [formatChecksums(sums)]);
}

/** The checksums of a run's files as they were written, by file name. */
export function sealedSums(folder: string, id: string): Map<string, string> {
  return parseChecksums(readFileSync(join(folder, sealName(id)), "utf8"));
}

/** Whether a run's files in the store are as they were written; if not, what is wrong, as a sentence. */
export type SealState = {whole: true} | {whole: false; fault?: string};

/**
 * Compares a run's files with their seal. It finds what happens to files (flipped bits, cut ends, files that were swapped
 * or edited), not what is done by someone who writes a fitting seal; against him stands data/manifest.json.
 * @param formats the kinds of file to look at
 * @returns no fault where the run was never finished
 */
export function sealState(folder: string, id: string, formats: readonly string[] = ["json", "parquet"]): SealState {
  const path = join(folder, sealName(id));
  if (!existsSync(path)) return {whole: false};
  let sums: Map<string, string>;
  try {
    sums = sealedSums(folder, id);
  } catch {
    return {whole: false, fault: `${path} is damaged.`};
  }
  if ([...sums.keys()].sort().join() !== filesOf(id).join())
    return {whole: false, fault: `${path} is not the seal of this run.`};
  for (const format of formats) {
    const name = `${id}.${format}`;
    const file = join(folder, name);
    if (!existsSync(file)) return {whole: false, fault: `${file} is gone.`};
    if (fileSum(file) !== sums.get(name)) return {whole: false, fault: `${file} is not as it was written.`};
  }
  return {whole: true};
}
