import {readFile} from "node:fs/promises";
import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";
import {build, type Plugin} from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const components = "src/components";

/** The program of all pages. What it does not need at once it imports when it is asked for. */
const PROGRAM = "site.ts";
const WORKERS = ["run.worker.ts", "verify.worker.ts", "drift.worker.ts", "lab/lab.worker.ts"];

/** The folder of a site that holds what browsers run. */
export const SCRIPTS = "_import";

/** What browsers run, in a few files instead of one a module: each takes a request, one after the other. */
export interface BrowserBundle {
  /** the file of the pages' program */
  program: string;
  /** the bytes of all files, by their names in one folder, which bear a digest of what is in them */
  files: ReadonlyMap<string, Uint8Array>;
}

let bundle: Promise<BrowserBundle> | null = null;

/**
 * Bundles src/components, once in a process. Nothing is minified: comments name the module that each part comes from. The
 * bytes depend on the sources alone, not on the folder that they are in.
 */
export function browserBundle(): Promise<BrowserBundle> {
  return (bundle ??= bundled());
}

async function bundled(): Promise<BrowserBundle> {
  const workers = await filesOf(WORKERS);
  const nameOf = (worker: string) => {
    const begin = worker.replace(/js$/, "");
    return [...workers.keys()].find((name) => name.startsWith(begin) && name.split(".").length === 4) ?? worker;
  };
  const program = await filesOf([PROGRAM], [withWorkers(nameOf)]);
  return {
    program: [...program.keys()].find((name) => /^site\.[^.]+\.js$/.test(name))!,
    files: new Map([...workers, ...program])
  };
}

async function filesOf(entries: readonly string[], plugins: Plugin[] = []): Promise<Map<string, Uint8Array>> {
  const {outputFiles} = await build({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => join(components, entry)),
    outdir: SCRIPTS,
    entryNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
    bundle: true,
    splitting: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: "browser",
    charset: "utf8",
    // Links lead out of a copy of the sources, whose files are to be the same.
    preserveSymlinks: true,
    logLevel: "silent",
    plugins
  });
  return new Map(outputFiles.map(({path, contents}) => [basename(path), contents]));
}

/** Has `import.meta.resolve("./x.worker.js")` lead to the worker's file. */
function withWorkers(nameOf: (worker: string) => string): Plugin {
  return {
    name: "workers",
    setup: ({onLoad}) =>
      onLoad({filter: /[\\/]src[\\/]components[\\/].*\.ts$/}, async ({path}) => {
        const text = await readFile(path, "utf8");
        const contents = text.replace(
          /(import\.meta\.resolve\("\.\/)([\w.]+\.worker\.js)("\))/g,
          (_, before: string, worker: string, after: string) => before + nameOf(worker) + after
        );
        return {contents, loader: "ts"};
      })
  };
}
