import {createHash} from "node:crypto";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import type {Sweep} from "../../evidence/sweeps/sweep.js";

const library = new URL("../../", import.meta.url);

const digests = new Map<string, Promise<string>>();

/**
 * A digest of the code of a module of lib, with all that it takes from other modules and packages and nothing else, as
 * the bundler puts it together without comments, types, formatting and local names: what can decide a result.
 */
export function codeDigest(module: string): Promise<string> {
  let digest = digests.get(module);
  if (!digest) digests.set(module, (digest = bundleDigest(fileURLToPath(new URL(module, library)))));
  return digest;
}

async function bundleDigest(entry: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2023",
    platform: "neutral",
    mainFields: ["module", "main"],
    legalComments: "none",
    external: ["crypto"],
    logLevel: "silent"
  });
  return sha256(outputFiles[0]!.text);
}

/** What a run's result goes by: 32 hexadecimal digits, of its parameters and of the code that computes it. */
export async function runKey({module}: Pick<Sweep, "module">, id: string): Promise<string> {
  return sha256(`${await codeDigest(module)}\0${id}`).slice(0, 32);
}

/** What the results of a sweep go by: the keys of its runs, and the code that puts their results together. */
export async function sweepKey({name, module, columns, runs}: Sweep): Promise<string> {
  const codes = [await codeDigest(module), await codeDigest("evidence/sweeps/sweepResults.ts")];
  return sha256(JSON.stringify([...codes, name, columns, runs])).slice(0, 32);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
