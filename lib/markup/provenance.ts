import type {FigureEntry} from "../figures/catalogue.js";
import {fragment, type Html} from "./fragment.js";
import {labLink} from "./lab.js";
import type {Report} from "./report.js";
import {tuple} from "./runChip.js";
import {sourceLink} from "./sourceLink.js";
import {shortDigest} from "./valueRole.js";

/** How the files that draw each kind of panel are called: lib/figures/kinds/KIND.ts. */
const KINDS = "lib/figures/kinds";

/**
 * The line under a figure that says where it comes from: its runs with their digests, and a menu with its data, its
 * picture and its code. What needs a script is hidden until src/components/site.ts shows it; the rest works without.
 * @param runs the ids of the runs that the figure draws, at least one
 */
export function provenance({id, panels}: FigureEntry, runs: readonly string[], report: Report): Html {
  const kinds = [...new Set(panels.map(({kind}) => kind))];
  return fragment`<div class="provenance" data-folder="${report.dataFolder}">
<ul class="provenance-runs" aria-label="Runs of figure ${id}, with their digests">${runs.map((run) => runItem(run, report))}</ul>
<button type="button" class="quiet" data-action="rerun" hidden>Re-run here</button>
<details class="provenance-menu"><summary>Data, picture, code</summary>
<dl>
<div><dt>Figure</dt><dd><a href="${report.dataFolder}/figure-${id}.svg" rel="external" data-action="picture" data-format="svg">SVG</a> <button type="button" class="link" data-action="picture" data-format="png" hidden>PNG</button> <a href="${report.dataFolder}/figure-${id}.json" class="figure-data" rel="external" aria-label="Curves of figure ${id}, JSON">JSON</a></dd></div>
${runs.map((run) => runFiles(run, report))}<div><dt>Code</dt><dd>${kinds.map((kind) => fragment`${sourceLink(`${KINDS}/${kind}.ts`, report)} `)}${sourceLink("lib/figures/catalogue.ts", report)}</dd></div>
<div><dt>Registry</dt><dd>${sourceLink("lib/experiments/registry.ts", report)}</dd></div>
</dl></details>
<div class="provenance-report" role="status"></div>
</div>\n`;
}

function runItem(id: string, report: Report): Html {
  return fragment`<li data-run="${id}"><a class="run" href="./runs#${id}">${tuple(report.run(id).parameters)}</a> ${shortDigest(report.snapshot(id).digest)} <a href="${labLink(id)}" aria-label="${id}, open in the lab">open in the lab</a></li>`;
}

function runFiles(id: string, report: Report): Html {
  return fragment`<div><dt>${tuple(report.run(id).parameters)}</dt><dd><a href="${report.dataFolder}/${id}.parquet" rel="external" aria-label="${id}, every epoch, Parquet">Parquet</a> <button type="button" class="link" data-action="csv" data-run="${id}" aria-label="${id}, every epoch, CSV" hidden>CSV</button> <a href="./runs#${id}">results</a></dd></div>\n`;
}
