import {randomBytes} from "node:crypto";
import {mkdir, open, rename, rm} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {temporaryName} from "./leftovers.js";

/**
 * Writes a file whole or not at all: to a temporary name beside it, which is then renamed.
 * @throws Error with one sentence if the folder cannot be written or the disk is full; nothing is left behind
 */
export async function writeAtomically(path: string, chunks: Iterable<string | Uint8Array>): Promise<void> {
  const temporary = join(dirname(path), temporaryName(`.${basename(path)}`, randomBytes(6).toString("hex")));
  try {
    await mkdir(dirname(path), {recursive: true});
    const file = await open(temporary, "wx");
    try {
      for (const chunk of chunks) await file.writeFile(chunk);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, {force: true}).catch(() => {});
    throw new Error(`${path} could not be written: ${reason(error)}`, {cause: error});
  }
}

function reason(error: unknown): string {
  const {code, message} = error as NodeJS.ErrnoException;
  if (code === "ENOSPC") return "no space is left on the disk; make room and try again.";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return "its folder may not be written; choose another.";
  if (code === "EISDIR") return "it is a folder; name a file.";
  if (code === "ENOTDIR" || code === "EEXIST") return "a part of its path is a file, not a folder; choose another.";
  return `${message}.`;
}
