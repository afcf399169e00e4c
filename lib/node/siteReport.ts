import {readFileSync, statSync} from "node:fs";
import {parseHTML} from "linkedom";
import type MarkdownIt from "markdown-it";
import type {Benchmark} from "../evidence/benchmark.js";
import type {EngineMatrix} from "../evidence/engineMatrix.js";
import type {Kernels} from "../evidence/kernels.js";
import {registeredRun, registry, standIns} from "../experiments/registry.js";
import type {Snapshot} from "../experiments/snapshot.js";
import {figure, figures} from "../figures/catalogue.js";
import {indexLabels, type Labels} from "../markup/labels.js";
import type {PaperRow} from "../evidence/printed.js";
import type {Report} from "../markup/report.js";
import {sitePages} from "../markup/sitePages.js";
import {buildSettings} from "./buildSettings.js";
import type {ComputedFacts} from "./computedFacts.js";
import {pagePath, pageSources} from "./pageSources.js";
import {readSnapshot} from "./snapshotStore.js";

/** How data/paper.json and the pages name the runs that stand in for those that nobody can repeat. */
const standInNames: Readonly<Record<string, string>> = {
  "stand-in-3f": standIns.figure3f,
  "stand-in-R1": standIns.figure8R1,
  "stand-in-R2": standIns.figure8R2
};

/**
 * The facts of the report, read from the project's files.
 * @param md has the report's syntax; it reads the labels of all pages
 * @param computed what `computedFacts` gave
 * @param dataFolder the address of the data, relative to a page
 */
export function siteReport(md: MarkdownIt, computed: ComputedFacts, dataFolder: string): Report {
  const rows = projectFile("data/paper.json") as PaperRow[];
  const paper = new Map(rows.map((row) => [row.key, row]));
  const snapshots = new Map<string, Snapshot>();
  const {repository, commit} = buildSettings();
  return {
    labels: currentLabels(md),
    runs: registry,
    run: (name) => registeredRun(standInNames[name] ?? name),
    snapshot: (id) => {
      const snapshot = snapshots.get(id) ?? readSnapshot(id);
      snapshots.set(id, snapshot);
      return snapshot;
    },
    paperRow: (key) => {
      const row = paper.get(key);
      if (!row) throw new Error(`data/paper.json has no row with the key “${key}”.`);
      return row;
    },
    paperRows: rows,
    figure,
    engines: projectFile("data/engines.json") as EngineMatrix,
    kernels: projectFile("data/kernels.json") as Kernels,
    benchmark: projectFile("data/bench.json") as Benchmark,
    ...computed,
    version: (projectFile("package.json") as {version: string}).version,
    repository,
    commit,
    issues: repository && `${repository}/issues/new`,
    dataFolder,
    document: parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document
  };
}

/** What a JSON file of the project holds. */
function projectFile(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
}

/** The label index, made anew when a page's file has changed, as it does while the site is being written. */
function currentLabels(md: MarkdownIt): () => Labels {
  const panelIds = new Map(figures.map(({id, panels}) => [id, panels.map((panel) => panel.id)]));
  let state = "";
  let labels: Labels = new Map();
  return () => {
    const now = sitePages.map(({name}) => statSync(pagePath(name), {throwIfNoEntry: false})?.mtimeMs).join();
    if (now !== state) {
      labels = indexLabels(md, pageSources(), (id) => (panelIds.get(id) ?? []).filter((panel) => panel !== id));
      state = now;
    }
    return labels;
  };
}
