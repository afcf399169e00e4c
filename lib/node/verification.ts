import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {historyDifference} from "../evidence/historyDifference.js";
import type {Manifest} from "../evidence/manifest.js";
import {manifestDifferences} from "../evidence/manifestDifference.js";
import {siteDifference} from "../evidence/siteDifference.js";
import {textDifference} from "../evidence/textDifference.js";
import {filesBelow, fileSum} from "./fileSum.js";
import {historyReader, type HistoryReader} from "./historyReader.js";
import {differenceText} from "./manifestFile.js";

/** What verifying a run has shown. A finding is the rest of a sentence; null where all is identical. */
export interface RunFinding {
  id: string;
  /** in the manifest */
  digest: string | null;
  /** how the run as it was repeated differs from the manifest */
  repeated: string | null;
  /** how the numbers in the examined site's Parquet file differ from the manifest */
  published: string | null;
}

/** How a file of the examined site differs from the rebuilt one: the rest of a sentence. */
export interface FileFinding {
  path: string;
  finding: string;
}

/** What comparing a site with a rebuilt one has shown. */
export interface Findings {
  runs: RunFinding[];
  /** how many files are identical */
  identical: number;
  files: FileFinding[];
  /** files that the host may hold back */
  hidden: string[];
}

/** What is compared. */
export interface Comparison {
  /** the committed manifest, and the one that the repeated runs make */
  manifest: Manifest;
  repeated: Manifest;
  /** the folders of the sites */
  rebuilt: string;
  examined: string;
  /** whether a file that the examined site lacks may just be held back by its host */
  mayHide: (path: string) => boolean;
}

/** Compares runs with the manifest, and files with files. */
export async function findings(comparison: Comparison): Promise<Findings> {
  const {rebuilt, examined, mayHide} = comparison;
  const sums = (folder: string) => new Map(filesBelow(folder).map((path) => [path, fileSum(join(folder, path))]));
  const {equal, different, missing, extra} = siteDifference(sums(rebuilt), sums(examined));
  const reader = historyReader();
  try {
    return {
      runs: await runFindings(comparison, reader),
      identical: equal.length,
      files: [
        ...different.map((path) => ({path, finding: howDifferent(join(rebuilt, path), join(examined, path))})),
        ...missing.filter((path) => !mayHide(path)).map((path) => ({path, finding: "is missing"})),
        ...extra.map((path) => ({path, finding: "does not belong to the site"}))
      ],
      hidden: missing.filter(mayHide)
    };
  } finally {
    await reader.close();
  }
}

/** Whether nothing was found. */
export function isIdentical({runs, files}: Findings): boolean {
  return files.length === 0 && runs.every(({repeated, published}) => repeated === null && published === null);
}

async function runFindings(comparison: Comparison, reader: HistoryReader): Promise<RunFinding[]> {
  const {manifest, repeated} = comparison;
  const digests = new Map(manifest.runs.map(({id, digest}) => [id, digest]));
  const differences = new Map(manifestDifferences(manifest, repeated.runs).map((found) => [found.id, found]));
  const ids = [...new Set([...repeated.runs, ...manifest.runs].map(({id}) => id))];
  const all: RunFinding[] = [];
  for (const id of ids) {
    const digest = digests.get(id) ?? null;
    const difference = differences.get(id);
    const number = await firstNumber(id, comparison, reader);
    const exact = difference?.kind === "numbers" && digest !== null && number?.digest === digest;
    all.push({
      id,
      digest,
      repeated: difference ? difference.text + (exact && number.text ? `; ${number.text}` : "") : null,
      published: publishedFinding(digest, number)
    });
  }
  return all;
}

interface PublishedRun {
  /** of the numbers in the examined site's file; null if they cannot be read */
  digest: string | null;
  /** the first number that differs from the rebuilt site's file, or what is wrong with the examined one's */
  text: string | null;
}

/** Reads a run's numbers in the examined site, and compares them with the rebuilt site's. */
async function firstNumber(
  id: string,
  {rebuilt, examined}: Comparison,
  {read}: HistoryReader
): Promise<PublishedRun | null> {
  const [ours, theirs] = [rebuilt, examined].map((site) => join(site, "data", `${id}.parquet`));
  if (!existsSync(theirs!)) return null;
  try {
    const published = await read(theirs!);
    if (published.id !== id) return {digest: null, text: `the file holds the run ${published.id}`};
    if (!existsSync(ours!)) return {digest: published.digest, text: null};
    const difference = historyDifference((await read(ours!)).history, published.history);
    return {digest: published.digest, text: difference && `${differenceText(difference)} in the site`};
  } catch {
    return {digest: null, text: "the file is damaged or cut off"};
  }
}

function publishedFinding(digest: string | null, published: PublishedRun | null): string | null {
  if (published === null) return "is missing";
  if (published.digest !== null && published.digest === digest) return null;
  if (published.text === null) return `has the digest ${published.digest}`;
  return published.text;
}

const TEXT = /\.(html|js|css|json|svg|md|py|txt)$|(^|\/)SHA256SUMS$/;

function howDifferent(ours: string, theirs: string): string {
  const [a, b] = [readFileSync(ours), readFileSync(theirs)];
  if (TEXT.test(ours)) {
    const difference = textDifference(a.toString("utf8"), b.toString("utf8"));
    if (difference)
      return `differs in line ${difference.line}: “${difference.b}” in the site, “${difference.a}” when rebuilt`;
  }
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a[at] === b[at]) ++at;
  const sizes = a.length === b.length ? "" : `, and has ${b.length} bytes instead of ${a.length}`;
  return at === length ? `has ${b.length} bytes instead of ${a.length}` : `differs from byte ${at} on${sizes}`;
}
