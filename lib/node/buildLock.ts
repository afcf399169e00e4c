import {link, mkdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {CommandError} from "./command.js";
import {isAlive, temporaryName} from "./leftovers.js";

const POLL = 300;
const PATIENCE = 10 * 60_000;

/**
 * Runs a function while no other process runs one with this lock: builds of one folder share Framework's cache. A lock
 * whose process has ended counts for nothing.
 * @param lock the path of the lock's file
 * @param what the function does, a noun for the messages
 * @throws CommandError if the other process does not end within ten minutes
 */
export async function withLock<T>(lock: string, body: () => Promise<T>, what = "build"): Promise<T> {
  await mkdir(dirname(lock), {recursive: true});
  let waited = 0;
  while (!(await taken(lock))) {
    const owner = await readFile(lock, "utf8").catch(() => null);
    if (owner === null) continue;
    if (!isAlive(Number(owner))) await removeStale(lock, owner);
    else if (waited >= PATIENCE)
      throw new CommandError(`The ${what} of process ${owner} does not end: if there is none, delete ${lock}.`);
    else {
      if (waited === 0) console.error(`Another ${what} is under way here (process ${owner}): waiting for its end.`);
      await sleep(POLL);
      waited += POLL;
    }
  }
  try {
    return await body();
  } finally {
    await rm(lock, {force: true});
  }
}

/**
 * Removes the lock of a process that has ended. Another who waits may have done so, and a third may have taken it since:
 * that one's gets its place back.
 */
async function removeStale(lock: string, owner: string): Promise<void> {
  const stale = temporaryName(lock, "stale");
  try {
    await rename(lock, stale);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if ((await readFile(stale, "utf8")) !== owner) await link(stale, lock).catch(() => {});
  await rm(stale, {force: true});
}

/** A link to a file that says whose the lock is: unlike a new file, it is never there without what it holds. */
async function taken(lock: string): Promise<boolean> {
  const note = temporaryName(lock, "lock");
  try {
    await writeFile(note, String(process.pid));
    await link(note, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(note, {force: true});
  }
}
