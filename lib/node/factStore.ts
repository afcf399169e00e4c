import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {rm} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {deserialize, serialize} from "node:v8";
import {writeAtomically} from "./atomicFile.js";
import type {FactTask} from "./factWorker.js";
import {removeLeftovers} from "./leftovers.js";
import {sourceDigest} from "./sourceDigest.js";
import {workerPool} from "./workerPool.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const store = join(root, ".cache", "facts");

/** What a function of lib makes of some arguments, and nothing else: so it can be kept until its code changes. */
export interface Fact<Result> extends FactTask {
  /** never there; it tells the type of the result */
  result?: Result;
}

/**
 * Names a fact.
 * @param module the file of lib that exports the function, such as `evidence/drift.ts`
 * @param compute the function, exported by its own name; it may return a promise, and its result can be cloned
 * @param args arguments that can be cloned; what a file of data holds goes in here, too
 */
export function fact<Args extends readonly unknown[], Result>(
  module: string,
  compute: (...args: Args) => Result,
  ...args: Args
): Fact<Awaited<Result>> {
  return {module: join(root, "lib", module), name: compute.name, args};
}

/**
 * Takes facts from the store, and computes those that it lacks, several at a time. A fact is found there only as long as
 * its arguments, the code that it comes from and the packages are what they were. What is in the store besides is
 * dropped.
 */
export async function keptFacts<Facts extends object>(facts: {
  [Name in keyof Facts]: Fact<Facts[Name]>;
}): Promise<Facts> {
  const tasks = Object.entries<FactTask>(facts);
  const code = new Map(tasks.map(([, {module}]) => [module, ""]));
  for (const module of code.keys()) code.set(module, codeDigest(module));
  const pathOf = ({module, name, args}: FactTask) => join(store, digestOf(code.get(module)!, name, serialize(args)));
  const paths = new Map(tasks.map(([, task]) => [pathOf(task), task]));
  const found = new Map([...paths.keys()].map((path) => [path, read(path)]));
  const missing = [...paths].filter(([path]) => found.get(path) === null);
  if (missing.length > 0) {
    const pool = workerPool<FactTask, Uint8Array>("./factWorker.ts", missing.length);
    try {
      await Promise.all(
        missing.map(async ([path, {module, name, args}]) => {
          const bytes = await pool.run({module, name, args});
          await writeAtomically(path, [sumOf(bytes), bytes]);
          found.set(path, {value: deserialize(bytes)});
        })
      );
    } finally {
      await pool.destroy();
    }
    await removeOthers(paths);
  }
  return Object.fromEntries(tasks.map(([name, task]) => [name, found.get(pathOf(task))!.value])) as Facts;
}

/** All that decides a fact besides its function and arguments. */
function codeDigest(module: string): string {
  return digestOf(process.versions.v8, readFileSync(join(root, "package-lock.json")), sourceDigest(module));
}

function digestOf(...parts: (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}\0`).update(part);
  return hash.digest("hex").slice(0, 32);
}

/** A file of the store begins with the checksum of the rest; one that is not as it was written counts for nothing. */
function read(path: string): {value: unknown} | null {
  if (!existsSync(path)) return null;
  const file = readFileSync(path);
  const bytes = file.subarray(SUM_BYTES);
  return sumOf(bytes).equals(file.subarray(0, SUM_BYTES)) ? {value: deserialize(bytes)} : null;
}

const SUM_BYTES = 32;

function sumOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

async function removeOthers(paths: ReadonlyMap<string, unknown>): Promise<void> {
  await removeLeftovers(store);
  for (const name of readdirSync(store)) {
    const path = join(store, name);
    if (!name.endsWith(".tmp") && !paths.has(path)) await rm(path, {force: true});
  }
}
