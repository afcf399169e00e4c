import {spawn} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {running, type Running} from "./running.js";

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

/** Starts `node lib/node/SCRIPT` as npm would, with the project's folder as working directory. */
export function runScript(script: string, args: string[], root: string): Running {
  return running(spawn(process.execPath, [resolve("lib/node", script), ...args], {cwd: root}));
}
