import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";

const RELATIVE_IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g;

/** A digest of a TypeScript module and of all modules of this project that it imports, be it through others. */
export function sourceDigest(module: string): string {
  const sources = new Map<string, string>();
  collect(module, sources);
  const hash = createHash("sha256");
  for (const path of [...sources.keys()].sort())
    hash.update(`${relative(dirname(module), path)}\0${sources.get(path)!}\0`);
  return hash.digest("hex");
}

function collect(path: string, sources: Map<string, string>): void {
  if (sources.has(path)) return;
  const text = readFileSync(path, "utf8");
  sources.set(path, text);
  for (const [, target] of text.matchAll(RELATIVE_IMPORT))
    collect(join(dirname(path), target!.replace(/\.js$/, ".ts")), sources);
}
