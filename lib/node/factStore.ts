import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {rm} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {deserialize} from "node:v8";
import {argumentsText} from "./argumentsText.js";
import {writeAtomically} from "./atomicFile.js";
import {recordedValue} from "./factRecord.js";
import {computedInWorker} from "./factInWorker.js";
import type {FactTask} from "./factWorker.js";
import {removeLeftovers} from "./leftovers.js";
import {sourceDigest} from "./sourceDigest.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const store = join(root, ".cache", "facts");

/** What a function of lib makes of some arguments, and nothing else: so it can be kept until its code changes. */
export interface Fact<Result> extends FactTask {
  /** the file of data that records it, if it takes too long for each first build: see `RecordedFact` */
  record?: string;
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
  return {module, name: compute.name, args};
}

/** Facts by their names. */
type Facts<Values extends object> = {[Name in keyof Values]: Fact<Values[Name]>};

/**
 * Takes facts from the files of data that record them, or from the store, and computes those that are in neither,
 * several at a time. A fact is found only as long as its arguments and the code that it comes from are what they were;
 * in the store, also the packages and the engine. What is in the store besides is dropped.
 */
export async function keptFacts<Values extends object>(facts: Facts<Values>): Promise<Values> {
  const values = new Map<string, unknown>();
  const wanted = new Map<string, FactTask>();
  const places = new Map<string, string>();
  for (const [name, task] of Object.entries<Fact<unknown>>(facts)) {
    const recorded = task.record === undefined ? null : await recordedValue({...task, record: task.record});
    if (recorded) values.set(name, recorded.value);
    else {
      const path = pathInStore(task);
      places.set(name, path);
      wanted.set(path, task);
    }
  }
  const kept = await fromStore(wanted);
  for (const [name, path] of places) values.set(name, kept.get(path));
  return Object.fromEntries(values) as Values;
}

/** The values of facts, by their paths in the store, where they are kept from now on, and nothing else. */
async function fromStore(facts: ReadonlyMap<string, FactTask>): Promise<Map<string, unknown>> {
  const values = new Map<string, unknown>();
  const missing: [path: string, task: FactTask][] = [];
  for (const [path, task] of facts) {
    const kept = read(path);
    if (kept) values.set(path, kept.value);
    else missing.push([path, task]);
  }
  await Promise.all(
    missing.map(async ([path, task]) => {
      const bytes = await computedInWorker(task);
      await writeAtomically(path, [sumOf(bytes), bytes]);
      values.set(path, deserialize(bytes));
    })
  );
  if (missing.length > 0) await removeOthers(facts);
  return values;
}

function pathInStore({module, name, args}: FactTask): string {
  let code = codes.get(module);
  if (!code) codes.set(module, (code = digestOfCode(module)));
  return join(store, digestOf(code, name, argumentsText(args)));
}

/** The digests of modules, as far as they have been asked for: a process goes by the code that it has loaded. */
const codes = new Map<string, string>();

/** All that decides a fact besides its function and arguments. */
function digestOfCode(module: string): string {
  return digestOf(
    process.versions.v8,
    readFileSync(join(root, "package-lock.json")),
    sourceDigest(join(root, "lib", module))
  );
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
