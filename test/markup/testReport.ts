import {readFileSync} from "node:fs";
import {parseHTML} from "linkedom";
import MarkdownIt from "markdown-it";
import {registeredRun, registry} from "../../lib/experiments/registry.js";
import {run} from "../../lib/experiments/run.js";
import {snapshot, type Snapshot} from "../../lib/experiments/snapshot.js";
import {figure} from "../../lib/figures/catalogue.js";
import {indexLabels, type PageSource} from "../../lib/markup/labels.js";
import type {PaperRow} from "../../lib/evidence/printed.js";
import type {Report} from "../../lib/markup/report.js";
import {reportMarkup, reportSyntax} from "../../lib/markup/reportMarkup.js";
import {computedFacts} from "../../lib/node/computedFacts.js";

/** The runs that the tests name: real ones, made when they are first asked for. */
const made = new Map<string, Snapshot>();

/** Makes runs' snapshots, so that the report has them. */
export async function makeRuns(...ids: string[]): Promise<void> {
  for (const id of ids) if (!made.has(id)) made.set(id, snapshot(await run(registeredRun(id).parameters)));
}

const data = (name: string): unknown => JSON.parse(readFileSync(`data/${name}.json`, "utf8"));

const paper = data("paper") as PaperRow[];
const engines = data("engines") as Report["engines"];
const kernels = data("kernels") as Report["kernels"];
const benchmark = data("bench") as Report["benchmark"];
const computed = await computedFacts();

/** The pages of a small report, by name: Markdown without front matter. */
export type Pages = Record<string, string>;

export interface TestReport {
  /** renders one of the pages */
  page(name: string): string;
  /** renders markup as if it stood on the page `here` */
  render(markup: string): string;
  report: Report;
}

/** So many lines of front matter does every test page have. */
export const FRONT_MATTER = 3;

/** A report of these pages. What it prints of the paper and of runs is real, but for what `changes` replaces. */
export function testReport(pages: Pages = {}, changes: Partial<Report> = {}): TestReport {
  const md = MarkdownIt({html: true, linkify: false}).use(reportSyntax);
  const sources = Object.entries(pages).map(([name, markup]): PageSource => ({
    name,
    markup,
    linesBefore: FRONT_MATTER
  }));
  const report: Report = {
    labels: () => indexLabels(md, sources, panelIds),
    run: registeredRun,
    runs: registry,
    snapshot: (id) => {
      const found = made.get(id);
      if (!found) throw new Error(`The test has not made ${id}.`);
      return found;
    },
    paperRow: (key) => {
      const row = paper.find((candidate) => candidate.key === key);
      if (!row) throw new Error(`No row “${key}”.`);
      return row;
    },
    paperRows: paper,
    figure,
    engines,
    kernels,
    benchmark,
    ...computed,
    version: "1.2.3",
    repository: null,
    commit: null,
    issues: null,
    dataFolder: "./data",
    document: parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document,
    ...changes
  };
  reportMarkup(md, report, () => FRONT_MATTER);
  return {
    page: (name) => md.render(pages[name]!, {path: `/${name}`}),
    render: (markup) => md.render(markup, {path: "/here"}),
    report
  };
}

function panelIds(id: string): string[] {
  return figure(id)
    .panels.map((panel) => panel.id)
    .filter((panel) => panel !== id);
}

/** The HTML's elements. */
export function elements(html: string): Document {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document as unknown as Document;
}

/** The text that a reader sees, without what stands in attributes. */
export function text(html: string): string {
  return elements(html).body.textContent.replace(/\s+/g, " ").trim();
}
