import {execFileSync} from "node:child_process";
import {existsSync, lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeEach, expect, test} from "vitest";
import {copySources, sourceFiles} from "../../lib/node/sourceCopy.js";

let project: string;
const git = (...words: string[]) => execFileSync("git", words, {cwd: project, stdio: "pipe"});

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "project "));
  for (const folder of ["lib", "src/.observablehq/cache", "dist", ".cache", "node_modules/part"])
    mkdirSync(join(project, folder), {recursive: true});
  for (const path of [
    "lib/ä.ts",
    "src/index.md",
    "src/.observablehq/cache/x",
    "dist/index.html",
    ".cache/x",
    ".gitignore"
  ])
    writeFileSync(
      join(project, path),
      path === ".gitignore" ? "node_modules/\ndist/\n.cache/\nsrc/.observablehq/\n" : ""
    );
  writeFileSync(join(project, "node_modules/part/package.json"), "{}");
  symlinkSync("../lib", join(project, "src/lib"));
});

const sources = [".gitignore", "lib/ä.ts", "src/index.md", "src/lib"];

test("without git, all is taken that is not installed or built", async () => {
  expect(await sourceFiles(project)).toEqual(sources);
});

test("with git, all is taken that it follows or would follow and that is there", async () => {
  git("init", "-q");
  writeFileSync(join(project, "gone.ts"), "");
  git("add", "-A");
  rmSync(join(project, "gone.ts"));
  writeFileSync(join(project, "new.ts"), "");
  expect(await sourceFiles(project)).toEqual([".gitignore", "lib/ä.ts", "new.ts", "src/index.md", "src/lib"]);
});

test("inside another project's repository, git is not asked", async () => {
  const outer = project;
  mkdirSync(join(outer, "inner"));
  git("init", "-q");
  writeFileSync(join(outer, ".gitignore"), "inner/\n");
  writeFileSync(join(outer, "inner", "a.ts"), "");
  expect(await sourceFiles(join(outer, "inner"))).toEqual(["a.ts"]);
});

test("a copy has the sources, links as links, the packages and the times that were asked for", async () => {
  const to = join(mkdtempSync(join(tmpdir(), "copy ")), "project");
  const time = new Date("2001-02-03T12:00:00Z");
  mkdirSync(to);
  await copySources(project, to, time);
  expect(await sourceFiles(to)).toEqual(sources);
  for (const path of sources) expect(lstatSync(join(to, path)).mtime).toEqual(time);
  expect(readlinkSync(join(to, "src/lib"))).toBe("../lib");
  expect(existsSync(join(to, "node_modules/part/package.json"))).toBe(true);
  expect(existsSync(join(to, "dist"))).toBe(false);
});

test("a copy of a project whose packages are not installed is refused", async () => {
  rmSync(join(project, "node_modules"), {recursive: true});
  const to = mkdtempSync(join(tmpdir(), "copy "));
  await expect(copySources(project, to, new Date(0))).rejects.toThrow(/packages are not installed/);
});
