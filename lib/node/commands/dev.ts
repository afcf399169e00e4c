import {fileURLToPath} from "node:url";
import {watch} from "chokidar";
import {$} from "zx";
import {command} from "../command.js";
import {refuseWords} from "../commandWords.js";
import {restartedProcess} from "../restartedProcess.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Editors write a file in several steps. */
const SETTLED = 200;

/** Serves the pages while they are being written. Framework follows the pages by itself, but not what its config imports. */
async function main(): Promise<void> {
  refuseWords("dev", "serves the pages while they are being written");
  process.chdir(root);
  const options = {
    env: {...process.env, ENSEMBLES: "committed", OBSERVABLE_TELEMETRY_DISABLE: "true"},
    nothrow: true,
    stdio: "inherit"
  } as const;
  const preview = restartedProcess(
    () => $(options)`${process.execPath} --import tsx lib/node/framework/previewPages.ts`
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void preview.end().then(() => process.exit()));
  let timer: NodeJS.Timeout | undefined;
  watch(["lib", "data", "observablehq.config.ts"], {ignoreInitial: true}).on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void preview.restart(), SETTLED);
  });
}

await command(main);
