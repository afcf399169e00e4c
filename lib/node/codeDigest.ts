import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {sumOf} from "./fileSum.js";

const library = new URL("../", import.meta.url);

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
  return sumOf(outputFiles[0]!.text);
}
