import {execFileSync, spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";

const workflow = readFileSync(".github/workflows/deploy.yml", "utf8");

/** A job's text, from its name to the next job's. */
function job(name: string): string {
  return new RegExp(`^  ${name}:\\n(?:(?: {4}.*| *)\\n|  #.*\\n)*`, "m").exec(workflow)![0];
}

/** The job's only script of several lines. */
function script(name: string): string {
  const [found, ...others] = [...job(name).matchAll(/^( +)(?:- )?run: \|\n((?:\1 {2,}.*\n)+)/gm)];
  expect(others).toEqual([]);
  return found![2]!;
}

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "deploy-"))));
afterEach(() => rmSync(folder, {recursive: true}));

/** Runs a script as GitHub's machines do, and says whether it succeeds. */
const succeeds = (text: string) => spawnSync("bash", ["-e", "-c", text], {cwd: folder}).status === 0;

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, ".."), {recursive: true});
  writeFileSync(join(folder, path), text);
}

describe("the sites of the three systems", () => {
  const systems = /system: \[(.*)\]/.exec(workflow)![1]!.split(", ");
  const sums = (system: string) => `sums-${system}/SHA256SUMS`;
  beforeEach(() => systems.forEach((system) => write(sums(system), "0a  index.html\n")));

  it("agree when they are equal", () => {
    expect(systems).toHaveLength(3);
    expect(succeeds(script("agree"))).toBe(true);
  });

  it.each(systems)("do not agree when that of %s is another, or missing", (system) => {
    write(sums(system), "0b  index.html\n");
    expect(succeeds(script("agree"))).toBe(false);
    rmSync(join(folder, sums(system)));
    expect(succeeds(script("agree"))).toBe(false);
  });
});

describe.skipIf(spawnSync("shasum", ["--version"]).status !== 0)("a site's list of checksums", () => {
  beforeEach(() => {
    write("index.html", "a page");
    write("data/run.json", "{}");
    const list = execFileSync("shasum", ["-a", "256", "index.html", "data/run.json"], {cwd: folder});
    write("SHA256SUMS", list.toString());
  });

  it("is accepted when it names every file", () => expect(succeeds(script("build"))).toBe(true));

  it("is refused when a file differs", () => {
    write("index.html", "another page");
    expect(succeeds(script("build"))).toBe(false);
  });

  it("is refused when it leaves a file out", () => {
    write("extra.html", "a page");
    expect(succeeds(script("build"))).toBe(false);
  });
});

it("nothing is deployed before the three agree and are attested", () => {
  expect(job("agree")).toContain("\n    needs: build\n");
  expect(job("attest")).toContain("\n    needs: agree\n");
  expect(job("deploy")).toContain("\n    needs: attest\n");
});

it("each job may write only what it is for", () => {
  const permissions = (name: string) => [...job(name).matchAll(/^ {6}([\w-]+): write$/gm)].map(([, scope]) => scope);
  expect(["build", "agree", "attest", "deploy"].map(permissions)).toEqual([
    [],
    [],
    ["id-token", "attestations"],
    ["pages", "id-token"]
  ]);
});
