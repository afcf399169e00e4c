import {fileURLToPath} from "node:url";
import {build} from "esbuild";

/** The root of the check of all runs and functions. */
const check = fileURLToPath(new URL("../../evidence/engineProgram.ts", import.meta.url));

/**
 * A program as one script without imports, which runs in every engine.
 * @param root the module that defines the global function `answer`
 */
export async function engineScript(root = check): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [root],
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false
  });
  return outputFiles[0]!.text;
}
