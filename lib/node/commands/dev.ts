import {watch} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {$, type ProcessPromise} from "zx";
import {command} from "../command.js";
import {refuseWords} from "../commandWords.js";
import {computedFacts} from "../computedFacts.js";
import {fillFrameworkCache} from "../frameworkCache.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Editors write a file in several steps. */
const SETTLED = 200;

/** Serves the pages while they are being written. Framework follows the pages by itself, but not what its config imports. */
async function main(): Promise<void> {
  refuseWords("dev", "serves the pages while they are being written");
  process.chdir(root);
  await fillFrameworkCache("src", await computedFacts());
  let preview = start();
  let timer: NodeJS.Timeout | undefined;
  let settled = Promise.resolve();
  const restart = async () => {
    await preview.kill();
    await preview;
    await fillFrameworkCache("src", await computedFacts());
    preview = start();
  };
  for (const path of ["lib", "data", "observablehq.config.ts"])
    watch(path, {recursive: true}, () => {
      clearTimeout(timer);
      timer = setTimeout(() => (settled = settled.then(restart)), SETTLED);
    });
}

function start(): ProcessPromise {
  const framework = join("node_modules", "@observablehq", "framework", "dist", "bin", "observable.js");
  const options = {
    env: {...process.env, ENSEMBLES: "committed", OBSERVABLE_TELEMETRY_DISABLE: "true"},
    nothrow: true,
    stdio: "inherit"
  } as const;
  return $(options)`${process.execPath} --import tsx ${framework} preview --no-open --port 3000`;
}

await command(main);
