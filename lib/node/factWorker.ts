import {createRequire} from "node:module";
import {fileURLToPath} from "node:url";
import {serialize} from "node:v8";

/** A function of a module, and what to call it with. */
export interface FactTask {
  /** the file of lib that exports the function, such as `evidence/drift.ts` */
  module: string;
  /** the name by which it exports the function */
  name: string;
  args: readonly unknown[];
}

/** Computes a fact, and serialises it. The task of a worker thread. */
export default async function computeFact({module, name, args}: FactTask): Promise<Uint8Array> {
  // In a worker thread of Node 20 tsx serves require alone.
  const path = fileURLToPath(new URL(`../${module}`, import.meta.url));
  const functions = createRequire(import.meta.url)(path) as Record<string, (...args: unknown[]) => unknown>;
  return serialize(await functions[name]!(...args));
}
