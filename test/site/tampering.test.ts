import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {parseManifest, type Manifest} from "../../lib/evidence/manifest.js";
import {projectCopy, type ProjectCopy} from "../node/projectCopy.js";
import type {Ended} from "../node/running.js";
import {smallDisk} from "../node/smallDisk.js";
import {siteFolder} from "./siteFolder.js";

const BUILD = "lib/node/commands/build.ts";

/** Those of the tested site. */
const settings = {SITE_BASE: "/some-repository/", ENSEMBLES: "committed"};
const [one, two, three] = ["f1-h3-rate1-epochs1000", "f1-h5-rate0.1-epochs1000", "f2-h8-rate0.1-epochs1200"] as const;

/** A copy of the project with all that the build of the tested site has kept for the next, but not the site. */
let project: ProjectCopy;
let manifestText: string;
const at = (...path: string[]) => join(project.root, ...path);
const build = (env: NodeJS.ProcessEnv = {}): Promise<Ended> => project.run(BUILD, [], {...settings, ...env});
const leftovers = () => readdirSync(project.root).filter((name) => name.endsWith(".tmp"));
const sums = (folder: string) => readFileSync(join(folder, "SHA256SUMS"), "utf8");

beforeAll(async () => {
  project = await projectCopy();
  for (const kept of ["snapshots", "facts", "kernel"])
    if (existsSync(`.cache/${kept}`)) cpSync(`.cache/${kept}`, at(`.cache/${kept}`), {recursive: true});
  manifestText = readFileSync(at("data/manifest.json"), "utf8");
});
afterAll(() => project.remove());

describe("a build that is killed half-way, with a stale cache of loaders", () => {
  it("leaves no site, and the next build makes a whole one", async () => {
    const draft = () => leftovers().find((name) => existsSync(at(name, "index.html")));
    const started = project.start(BUILD, [], settings);
    const over = started.ended.then(({output}) => Promise.reject(new Error(`The build ended unkilled:\n${output}`)));
    do await Promise.race([over, sleep(20)]);
    while (!draft());
    started.kill();
    await started.ended;
    expect(existsSync(at("dist"))).toBe(false);
    expect(leftovers()).toHaveLength(1);

    const cache = at("src/.observablehq/cache/data");
    writeFileSync(join(cache, `${one}.json`), readFileSync(join(cache, `${two}.json`)));
    writeFileSync(join(cache, "figure-3.json"), "{}");
    const {code, stderr} = await build();
    expect(code, stderr).toBe(0);
    expect(sums(at("dist"))).toBe(sums(siteFolder));
    expect(leftovers()).toEqual([]);
    expect(existsSync(at(".cache/build.lock"))).toBe(false);
  });

  it("while it put the new site in the place of the old, the old one comes back", async () => {
    renameSync(at("dist"), at("dist-99999999-former.tmp"));
    mkdirSync(at("dist-99999998-draft.tmp"));
    writeFileSync(at("data/manifest.json"), manifestText.slice(0, -50));
    const {code, stderr} = await build();
    writeFileSync(at("data/manifest.json"), manifestText);
    expect([code, stderr]).toEqual([1, "data/manifest.json is no whole JSON file: restore it from the repository.\n"]);
    expect(sums(at("dist"))).toBe(sums(siteFolder));
    expect(leftovers()).toEqual([]);
  });
});

it("each edited line of the manifest stops the build, which names it and leaves the site; it can be recorded anew", async () => {
  const manifest: Manifest = parseManifest(manifestText, "manifest");
  const entry = (id: string) => manifest.runs.find((run) => run.id === id)!;
  const other = (digits: string) => (digits[0] === "0" ? "1" : "0") + digits.slice(1);
  const edits: [string, string][] = [
    [entry(one).digest, other(entry(one).digest)],
    [entry(two).checkpoints[6]!, other(entry(two).checkpoints[6]!)],
    [`"lowestTestLoss":${entry(three).summary.lowestTestLoss}`, `"lowestTestLoss":0.001`]
  ];
  writeFileSync(
    at("data/manifest.json"),
    edits.reduce((text, [from, to]) => text.replace(from, to), manifestText)
  );
  const {code, stdout, stderr} = await build();
  expect([code, stdout]).toEqual([1, ""]);
  const lines = stderr.trim().split("\n");
  expect(lines).toHaveLength(5);
  expect(lines[0]).toBe("The runs are not those of data/manifest.json:");
  expect(lines[1]).toMatch(
    new RegExp(`^${one} first differs from the manifest in epoch 1000 \\(all checkpoints agree`)
  );
  expect(lines[2]).toMatch(
    new RegExp(`^${two} has the manifest’s digest, but not its checkpoint for epochs 600 to 699`)
  );
  expect(lines[3]).toMatch(
    new RegExp(`^${three} has the manifest’s digest, but not its summary: lowestTestLoss is \\S+ instead of 0\\.001`)
  );
  expect(lines[4]).toBe("If that was intended, record them anew with npm run manifest.");
  expect(sums(at("dist"))).toBe(sums(siteFolder));

  const recorded = await project.run("lib/node/commands/manifest.ts");
  expect(recorded.stdout.trim().split("\n")).toEqual([
    ...lines.slice(1, 4),
    "data/manifest.json was written anew: 3 runs have changed. Commit it if that was intended."
  ]);
  expect(readFileSync(at("data/manifest.json"), "utf8")).toBe(manifestText);
});

it("runs that come out otherwise stop the build, which names the first number that differs from what is at hand", async () => {
  const path = at("lib/model/kernelTraining.ts");
  const source = readFileSync(path, "utf8");
  const line = "records.set(finished.subarray(0, more * length), done * length);";
  const last = "finished[(251 - epoch) * length - 1]!";
  writeFileSync(path, source.replace(line, `if (epoch <= 250 && epoch + more > 250) ${last} *= -1; ${line}`));
  expect(readFileSync(path, "utf8")).not.toBe(source);
  const {code, stderr} = await build();
  writeFileSync(path, source);
  expect(code).toBe(1);
  expect(stderr).toMatch(
    new RegExp(
      `^${one} first differs from the manifest in epochs 200 to 299; in epoch 250, grad_V_2 is (\\S+) here and (?!\\1)\\S+ in \\.cache/snapshots/\\S+/${one}\\.parquet\\.$`,
      "m"
    )
  );
  expect(sums(at("dist"))).toBe(sums(siteFolder));
});

it("no space left for the site: one sentence, and the old site stays", async (context) => {
  const disk = smallDisk(8 * 1024);
  if (typeof disk === "string") return context.skip(disk);
  try {
    const site = join(disk.folder, "site");
    mkdirSync(site);
    writeFileSync(join(site, "index.html"), "old");
    const {code, stdout, stderr} = await build({SITE_OUTPUT: site});
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(`${site} could not be built: no space is left on the disk; make room and try again.\n`);
    expect(readdirSync(disk.folder)).toEqual(["site"]);
    expect(readFileSync(join(site, "index.html"), "utf8")).toBe("old");
  } finally {
    rmSync(join(disk.folder, "site"), {recursive: true, force: true});
    disk.remove();
  }
});
