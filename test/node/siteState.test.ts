import {mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {inputState, isUpToDate, noteBuilt} from "../../lib/node/siteState.js";

const home = process.cwd();

function write(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, text);
}

beforeEach(async () => {
  process.chdir(mkdtempSync(join(tmpdir(), "a project ")));
  write("src/index.md", "# Index");
  write("lib/model/target.ts", "export {};");
  write("data/manifest.json", "{}");
  write("package.json", "{}");
  write(".cache/snapshots/1/run.json", "{}");
  write("dist/index.html", "<h1>Index</h1>");
  write("dist/data/run.json", "{}");
  await noteBuilt("dist", await inputState());
});
afterEach(() => {
  const folder = process.cwd();
  process.chdir(home);
  rmSync(folder, {recursive: true});
  delete process.env["GITHUB_SHA"];
});

test("a site is up to date when nothing has changed, whatever a build leaves besides", async () => {
  write("src/.observablehq/cache/data/run.json", "{}");
  write("README.md", "no input");
  expect(await isUpToDate("dist")).toBe(true);
  expect(await isUpToDate("elsewhere")).toBe(false);
});

test.each<[string, () => void]>([
  ["an edited file of the site", () => write("dist/index.html", "<h1>index</h1>")],
  ["an extra file in the site", () => write("dist/extra.js", "")],
  ["a file that the site lacks", () => rmSync("dist/data/run.json")],
  ["a file of the site under another name", () => renameSync("dist/data/run.json", "dist/data/run2.json")],
  ["no site", () => rmSync("dist", {recursive: true})],
  ["an edited page", () => write("src/index.md", "# index")],
  ["a new page", () => write("src/more.md", "")],
  ["edited code", () => write("lib/model/target.ts", "export { };")],
  ["an edited line of the manifest", () => write("data/manifest.json", "{ }")],
  ["other packages", () => write("package-lock.json", "{}")],
  ["a tampered snapshot", () => write(".cache/snapshots/1/run.json", "{ }")],
  ["another commit", () => void (process.env["GITHUB_SHA"] = "0".repeat(40))]
])("%s is not passed over", async (_, change) => {
  change();
  expect(await isUpToDate("dist")).toBe(false);
});

test("what changes while the site is being built leaves it out of date", async () => {
  const before = await inputState();
  write("src/index.md", "# Changed");
  await noteBuilt("dist", before);
  expect(await isUpToDate("dist")).toBe(false);
});
