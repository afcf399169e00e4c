import {cp, mkdir, readdir, rm, writeFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import type {Benchmark, BuildTimes} from "../../evidence/benchmark.js";
import {siteTitle} from "../../markup/sitePages.js";
import {CommandError} from "../command.js";
import {spareLookUps} from "../frameworkCache.js";
import {withProgress} from "../progress.js";
import {median} from "./median.js";
import {quiet, typeScript} from "./programs.js";

const ROUNDS = 3;

/** The pages alone, their markup as it stands, for Framework by itself. */
const plain = join(".cache", "plain");

/** Everything that is made by a build and would make the next one shorter. */
const kept = ["dist", ".cache/snapshots", ".cache/facts", ".cache/kernel", "src/.observablehq"];
const plainKept = ["dist", "src/.observablehq"].map((folder) => join(plain, folder));

/** The times of building, ours and Framework's in turn; leaves a site in dist. */
export async function measureBuilds(): Promise<Pick<Benchmark, "build">> {
  const times = {site: newTimes(), framework: newTimes()};
  await writePlainPages();
  await withProgress("builds", 4 * ROUNDS, async (update) => {
    let done = 0;
    const take = async (times: number[], build: () => Promise<unknown>) => {
      const start = performance.now();
      await build();
      times.push((performance.now() - start) / 1000);
      update(++done);
    };
    for (let round = 0; round < ROUNDS; round++) {
      for (const folder of [...kept, ...plainKept]) await rm(folder, {recursive: true, force: true});
      await spareLookUps(join(plain, "src"));
      await take(times.framework.cold, buildPlainPages);
      await take(times.site.cold, buildSite);
      await take(times.framework.unchanged, buildPlainPages);
      await take(times.site.unchanged, buildSite);
    }
  });
  await rm(plain, {recursive: true, force: true});
  return {build: {site: medians(times.site), framework: medians(times.framework)}};
}

interface Samples {
  cold: number[];
  unchanged: number[];
}

const newTimes = (): Samples => ({cold: [], unchanged: []});
const medians = ({cold, unchanged}: Samples): BuildTimes => ({cold: median(cold), unchanged: median(unchanged)});

async function buildSite(): Promise<void> {
  if ((await quiet({nothrow: true})`npm run build`).exitCode !== 0)
    throw new CommandError("The site could not be built: npm run build says why.");
}

async function writePlainPages(): Promise<void> {
  await mkdir(join(plain, "src"), {recursive: true});
  for (const name of await readdir("src"))
    if (name.endsWith(".md")) await cp(join("src", name), join(plain, "src", name));
  await cp("src/theme", join(plain, "src", "theme"), {recursive: true});
  const options = {root: "src", title: siteTitle, style: "theme/report.css", globalStylesheets: [], pager: false};
  await writeFile(join(plain, "observablehq.config.js"), `export default ${JSON.stringify(options)};\n`);
}

async function buildPlainPages(): Promise<void> {
  const framework = resolve("node_modules", "@observablehq", "framework", "dist", "bin", "observable.js");
  const env = {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"};
  await quiet({cwd: plain, env})`${process.execPath} ${framework} build`;
}

/** The weight of each page of dist, heaviest first. */
export async function measurePages(): Promise<Pick<Benchmark, "pages">> {
  const {stdout} = await quiet`${[...typeScript, "test/bench/pageWeights.ts"]}`;
  return {pages: JSON.parse(stdout) as Benchmark["pages"]};
}
