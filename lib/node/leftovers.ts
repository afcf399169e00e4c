import {existsSync, readdirSync} from "node:fs";
import {rm} from "node:fs/promises";
import {join} from "node:path";

/** A temporary name beside the file or folder that is to come, from which one can tell whose it is. */
export function temporaryName(name: string, what: string): string {
  return `${name}-${process.pid}-${what}.tmp`;
}

const OWNED = /-(\d+)-[\w]+\.tmp$/;

/**
 * Removes what has been left in a folder under temporary names.
 * @param which what to remove, by its name and by the number of the process whose it is: unless said otherwise, what
 * processes have left that are no longer there
 */
export async function removeLeftovers(
  folder: string,
  which: (name: string, owner: number) => boolean = (_name, owner) => !isAlive(owner)
): Promise<void> {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const owner = OWNED.exec(name)?.[1];
    if (owner !== undefined && which(name, Number(owner))) await rm(join(folder, name), {recursive: true, force: true});
  }
}

/** Whether a process of this number is there, be it ours or another user's. */
export function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
