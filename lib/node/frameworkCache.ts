import {copyFile, mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {registry} from "../experiments/registry.js";
import {claimsText} from "../evidence/claims/claimsFile.js";
import {vectorsText} from "../evidence/vectors.js";
import {figureData} from "../figures/figureData.js";
import type {ComputedFacts} from "./computedFacts.js";
import {ensembleFile, figureFile, figureFileNames, studied, sweepFile} from "./figureFiles.js";
import {figurePicture} from "./figurePicture.js";
import {sumOf} from "./fileSum.js";
import {paperValues} from "./paperValues.js";
import {sealedSums} from "./seal.js";
import {figuresWithData} from "./siteFiles.js";
import {prepareSnapshots, readSnapshot} from "./snapshotStore.js";
import {fontFiles, typefacesCss} from "./typefaces.js";

/**
 * Packages of which Framework looks up the newest version for every page, whether the page uses them or not. It is
 * content with a folder that bears a version.
 */
const lookedUp =
  "@duckdb/duckdb-wasm @observablehq/plot @observablehq/sample-datasets apache-arrow arquero d3 d3-dsv echarts htl leaflet " +
  "lodash mapbox-gl parquet-wasm react react-dom topojson-client";

/**
 * Makes Framework's cache anew: all that the loaders of src would make, for Framework would run them one after another
 * and take a cached file for good, however old the code that made it. Runs that are not in the store yet are run first.
 * @param root the folder of the pages
 * @param facts the present ones
 * @returns the checksums that the site's data files have to have, by their paths in the site
 */
export async function fillFrameworkCache(root: string, facts: ComputedFacts): Promise<Map<string, string>> {
  const cache = join(root, ".observablehq", "cache");
  const snapshots = await prepareSnapshots();
  await rm(cache, {recursive: true, force: true});
  await spareLookUps(root);

  const copy = (from: string, path: string) => placed(join(cache, path), (to) => copyFile(from, to));
  const write = (path: string, text: string) => placed(join(cache, path), (to) => writeFile(to, text));

  await Promise.all([
    ...registry
      .flatMap(({id}) => [`${id}.json`, `${id}.parquet`])
      .map((n) => copy(join(snapshots, n), join("data", n))),
    ...[...fontFiles()].map(([name, path]) => copy(path, join("fonts", name))),
    write(join("theme", "typefaces.css"), typefacesCss())
  ]);
  const paper = paperValues();
  const sums = new Map<string, string>();
  for (const {id} of registry) for (const [name, sum] of sealedSums(snapshots, id)) sums.set(`data/${name}`, sum);
  const writeData = async (name: string, text: string) => {
    await write(join("data", name), text);
    sums.set(`data/${name}`, sumOf(text));
  };
  for (const entry of figuresWithData) {
    await writeData(`figure-${entry.id}.json`, JSON.stringify(figureData(entry, readSnapshot)));
    await writeData(`figure-${entry.id}.svg`, figurePicture(entry));
  }
  for (const [id, instability] of Object.entries(facts.instabilities))
    await writeData(`instability-${id}.json`, JSON.stringify(instability));
  for (const {id} of registry) await writeData(`ensemble-${id}.json`, ensembleFile(id, facts, paper));
  for (const name of studied) await writeData(`${name}.json`, sweepFile(name, facts));
  for (const name of figureFileNames) await writeData(name, figureFile(name, facts));
  await writeData("manifest.json", await readFile(join("data", "manifest.json"), "utf8"));
  await writeData("vectors.json", vectorsText(facts.vectors));
  await writeData("claims.json", claimsText(facts.claims, paper));
  return sums;
}

/** Makes Framework content, in a folder of pages, with the versions of packages that it would look up otherwise. */
export async function spareLookUps(root: string): Promise<void> {
  for (const name of lookedUp.split(" "))
    await mkdir(join(root, ".observablehq", "cache", "_npm", `${name}@0.0.0`), {recursive: true});
}

async function placed(path: string, place: (path: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  await place(path);
}
