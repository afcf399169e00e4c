import {fileURLToPath} from "node:url";
import {build} from "esbuild";

/**
 * The check that runs in every engine, as one script without imports: it defines the global function
 * `checkEngine(task: string): Promise<string>`, from JSON to JSON.
 */
export async function checkProgram(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL("../../evidence/engineProgram.ts", import.meta.url))],
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false
  });
  return outputFiles[0]!.text;
}
