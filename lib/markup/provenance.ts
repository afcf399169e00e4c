import type {FigureEntry} from "../figures/catalogue.js";
import {parseRunId} from "../experiments/parameters.js";
import {fragment, type Html} from "./fragment.js";
import {labLink} from "./lab.js";
import type {Report} from "./report.js";
import type {Resolver} from "./resolve.js";
import {tuple} from "./runChip.js";
import {sourceLink} from "./sourceLink.js";
import {shortDigest} from "./valueRole.js";

/** What a figure comes from. */
export interface Origin {
  /** what a screen reader calls it, such as `figure 3` */
  figure: string;
  /** the ids of registered runs that it draws */
  runs?: readonly string[];
  /** runs that it draws and that the registry does not have */
  others?: readonly OtherRun[];
  /** what else it draws, in words */
  words?: Html | string;
  /** its picture, where that is a file of the site's data */
  picture?: string;
  /** the files of the site's data that it is drawn from, and what each holds */
  data?: readonly DataFile[];
  /** the files of the project that draw it */
  code: readonly string[];
}

export interface OtherRun {
  id: string;
  /** its digest or the beginning of it, where it is known */
  digest?: string | undefined;
}

export interface DataFile {
  file: string;
  /** a few words for a screen reader */
  holds: string;
  /** the text of the link, where it is not the name of the format */
  text?: string;
}

/** How the files that draw each kind of panel are called: lib/figures/kinds/KIND.ts. */
const KINDS = "lib/figures/kinds";

/**
 * The line under a figure of the catalogue.
 * @param runs the ids of the runs that the figure draws
 */
export function figureProvenance({id, panels}: FigureEntry, runs: readonly string[], report: Report): Html {
  const figure = `figure ${id}`;
  const kinds = [...new Set(panels.map(({kind}) => `${KINDS}/${kind}.ts`))];
  const code = [...kinds, "lib/figures/catalogue.ts"];
  if (runs.length === 0) return provenance({figure, words: "Drawn from no run.", code}, report);
  const data = [{file: `figure-${id}.json`, holds: `Curves of figure ${id}`}];
  return provenance({figure, runs, picture: `figure-${id}.svg`, data, code}, report);
}

/**
 * The line under a figure that says where it comes from: its runs with their digests, and a menu with its data, its
 * picture and its code. What needs a script is hidden until src/components/site.ts shows it; the rest works without.
 */
export function provenance(origin: Origin, report: Report): Html {
  const {figure, runs = [], others = [], words, picture, data = [], code} = origin;
  const items = [
    ...runs.map((run) => registeredItem(run, report)),
    ...others.map(otherItem),
    ...(words === undefined ? [] : [fragment`<li>${words}</li>`])
  ];
  const none = runs.length + others.length === 0;
  const svg = picture
    ? fragment`<a href="${report.dataFolder}/${picture}" rel="external" data-action="picture" data-format="svg">SVG</a>`
    : fragment`<button type="button" class="link" data-action="picture" data-format="svg" aria-label="Picture of ${figure}, SVG" hidden>SVG</button>`;
  return fragment`<div class="provenance" data-folder="${report.dataFolder}">
<ul class="provenance-runs" aria-label="${none ? `What ${figure} is drawn from` : `Runs of ${figure}, with their digests`}">${items}</ul>
${runs.length > 0 ? fragment`<button type="button" class="quiet" data-action="rerun" hidden>Re-run here</button>\n` : null}<details class="provenance-menu"><summary>${data.length + runs.length > 0 ? "Data, picture, code" : "Picture, code"}</summary>
<dl>
<div><dt>Figure</dt><dd>${svg} <button type="button" class="link" data-action="picture" data-format="png"${picture ? null : fragment` aria-label="Picture of ${figure}, PNG"`} hidden>PNG</button>${data.map((file) => dataLink(file, report))}</dd></div>
${runs.map((run) => runFiles(run, report))}<div><dt>Code</dt><dd>${code.map((path, i) => fragment`${i > 0 ? " " : ""}${sourceLink(path, report)}`)}</dd></div>
${runs.length > 0 ? fragment`<div><dt>Registry</dt><dd>${sourceLink("lib/experiments/registry.ts", report)}</dd></div>\n` : null}</dl></details>
<div class="provenance-report" role="status"></div>
</div>\n`;
}

/** Ends a figure whose caption its container holds: with the line that its opening has left to the page. */
export const figureEnd: Resolver = (_, page) => {
  const line = page.provenance;
  page.provenance = null;
  return fragment`</figcaption>\n${line}</figure>\n`;
};

function registeredItem(id: string, report: Report): Html {
  return fragment`<li data-run="${id}"><a class="run" href="./runs#${id}">${tuple(report.run(id).parameters)}</a> ${shortDigest(report.snapshot(id).digest)} ${openInLab(id)}</li>`;
}

function otherItem({id, digest}: OtherRun): Html {
  const beginning = digest
    ? fragment`<code class="digest" title="SHA-256 ${digest} …">${digest.slice(0, 12)}</code> `
    : null;
  return fragment`<li>${tuple(parseRunId(id))} ${beginning}${openInLab(id)}</li>`;
}

function openInLab(id: string): Html {
  return fragment`<a href="${labLink(id)}" aria-label="${id}, open in the lab">open in the lab</a>`;
}

function dataLink({file, holds, text = "JSON"}: DataFile, report: Report): Html {
  return fragment` <a href="${report.dataFolder}/${file}" class="figure-data" rel="external" aria-label="${holds}, JSON">${text}</a>`;
}

function runFiles(id: string, report: Report): Html {
  return fragment`<div><dt>${tuple(report.run(id).parameters)}</dt><dd><a href="${report.dataFolder}/${id}.parquet" rel="external" aria-label="${id}, every epoch, Parquet">Parquet</a> <button type="button" class="link" data-action="csv" data-run="${id}" aria-label="${id}, every epoch, CSV" hidden>CSV</button> <a href="./runs#${id}">results</a></dd></div>\n`;
}
