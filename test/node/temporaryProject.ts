import {spawn} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";

/** A project that is like this one to the bootstrap scripts, but small: one local package, and a build of a few files. */
export interface TemporaryProject {
  root: string;
  write(path: string, text: string): void;
  remove(): void;
}

const build = `
import {mkdirSync, writeFileSync} from "node:fs";
mkdirSync("dist/data", {recursive: true});
writeFileSync("dist/index.html", "<title>Index</title>base " + process.env.SITE_BASE);
writeFileSync("dist/runs.html", "<title>Runs</title>");
writeFileSync("dist/404.html", "<title>Not here</title>");
writeFileSync("dist/data/run.parquet", "PAR1");
writeFileSync("dist/kernel.wasm", "wasm");
`;

/** Writes the project into a new folder; its only dependency lies beside it, so it installs without a network. */
export function temporaryProject(): TemporaryProject {
  const root = mkdtempSync(join(tmpdir(), "project-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), text);
  };
  write("package.json", json({scripts: {build: "node build.mjs"}, dependencies: {part: "file:part"}}));
  write("package-lock.json", lock("1.0.0"));
  write("part/package.json", json({name: "part", version: "1.0.0"}));
  write("build.mjs", build);
  return {root, write, remove: () => rmSync(root, {recursive: true, force: true})};
}

/** The lock of the temporary project with its one package in the given version. */
export function lock(version: string): string {
  return json({
    lockfileVersion: 3,
    requires: true,
    packages: {
      "": {dependencies: {part: "file:part"}},
      "node_modules/part": {resolved: "part", link: true},
      part: {version}
    }
  });
}

const json = (value: unknown) => JSON.stringify(value, null, 2);

/** A script of lib/node that runs in a project's folder. */
export interface Running {
  /** Resolves to everything printed so far once it matches; rejects when the script ends without it. */
  printed(pattern: RegExp): Promise<string>;
  ended: Promise<{code: number | null; output: string}>;
  interrupt(): void;
}

/** Starts `node lib/node/SCRIPT` as npm would, with the project's folder as working directory. */
export function runScript(script: string, args: string[], root: string): Running {
  const child = spawn(process.execPath, [resolve("lib/node", script), ...args], {cwd: root});
  let output = "";
  const ended = new Promise<{code: number | null; output: string}>((done) =>
    child.once("close", (code) => done({code, output}))
  );
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      for (const check of waiting) check();
    });
  return {
    printed: (pattern) =>
      new Promise((found, missed) => {
        const check = () => pattern.test(output) && found(output);
        waiting.add(check);
        check();
        void ended.then(() => missed(new Error(`It ended without printing ${pattern}:\n${output}`)));
      }),
    ended,
    interrupt: () => void child.kill("SIGINT")
  };
}
