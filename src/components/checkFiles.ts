import {parseChecksums, relativeAddress} from "../lib/evidence/checksums.js";
import {findings, offerCertificate} from "./findings.js";
import {task} from "./task.js";

/** What comparing the site's files with their list has shown. */
export interface FilesFinding {
  /** files that are as the list has them */
  same: number;
  /** files whose content is not that of the list */
  changed: string[];
  /** files of the list that the host does not deliver; hosts keep files back whose name begins with a dot */
  missing: string[];
  bytes: number;
  /** SHA-256 of the list itself */
  list: string;
}

/** So many files are fetched at a time. */
const AT_ONCE = 4;

/** “Check the site's files”: fetches every file anew and compares its SHA-256 with the list that the build wrote. */
export async function act(button: HTMLElement): Promise<void> {
  await task(button, "The site’s files, checked", async ({signal, progress, say}) => {
    if (!globalThis.crypto?.subtle)
      throw new Error("This browser computes checksums only on pages that come over https or from this computer.");
    const start = performance.now();
    const list = await bytesOf("SHA256SUMS", signal);
    if (!list) throw new Error("The list SHA256SUMS could not be fetched; try again when you are connected.");
    const sums = parseChecksums(new TextDecoder().decode(list));
    const finding: FilesFinding = {same: 0, changed: [], missing: [], bytes: 0, list: await sha256(list)};
    const paths = [...sums.keys()];
    let done = 0;
    const next = paths.values();
    const fetchOneAfterAnother = async () => {
      for (const path of next) {
        const bytes = await bytesOf(path, signal);
        if (!bytes) finding.missing.push(path);
        else if ((await sha256(bytes)) === sums.get(path)) finding.same++;
        else finding.changed.push(path);
        finding.bytes += bytes?.byteLength ?? 0;
        progress(++done / paths.length);
      }
    };
    await Promise.all(Array.from({length: AT_ONCE}, fetchOneAfterAnother));
    finding.changed.sort();
    finding.missing.sort();
    findings.files = finding;
    offerCertificate();
    for (const line of filesText(finding, (performance.now() - start) / 1000)) say(line);
  });
}

/** A finding in words, a sentence a line. */
function filesText({same, changed, missing, bytes}: FilesFinding, seconds: number): string[] {
  const hidden = missing.filter((path) => /(^|\/)\./.test(path));
  const lost = missing.filter((path) => !hidden.includes(path));
  const total = same + changed.length + lost.length;
  const size = `${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s`;
  return [
    `${same} of ${total} files are those that SHA256SUMS lists (${size}).`,
    ...changed.map((path) => `${path} is not the file that SHA256SUMS lists.`),
    ...lost.map((path) => `${path} is listed in SHA256SUMS, but the site does not deliver it.`),
    ...hidden.map((path) => `${path} was not compared: hosts keep files back whose name begins with a dot.`)
  ];
}

/** A file of the site as the host delivers it now; null if it does not. */
async function bytesOf(path: string, signal: AbortSignal): Promise<ArrayBuffer | null> {
  try {
    const response = await fetch(relativeAddress(path), {cache: "no-cache", signal});
    return response.ok ? await response.arrayBuffer() : null;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
