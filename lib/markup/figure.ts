import type {Snapshot} from "../experiments/snapshot.js";
import type {FigureEntry} from "../figures/catalogue.js";
import {drawPanel} from "../figures/drawPanel.js";
import type {FigureData, Panel} from "../figures/panel.js";
import {containerArgument, requireEmpty} from "./containerSyntax.js";
import {fragment, raw, type Html} from "./fragment.js";
import {typeset} from "./mathematics.js";
import {figureProvenance} from "./provenance.js";
import type {Report} from "./report.js";
import type {Resolver} from "./resolve.js";

/** `::: figure N`: the paper's figure, drawn from its runs, with its caption. */
export const figureOpening: Resolver = (token, page) => {
  requireEmpty(token);
  const entry = page.report.figure(containerArgument(token));
  const {id, caption} = entry;
  if (entry.page !== page.name)
    throw new Error(`Figure ${id} stands on the page “${entry.page}”: see lib/figures/catalogue.ts.`);
  const runs = [...new Set(entry.panels.flatMap((panel) => panel.runs))];
  return fragment`<figure id="figure-${id}" data-figure="${id}" class="figure">
<div class="figure-body">
<div class="figure-panels" style="--columns: ${entry.columns}; --panel-width: ${entry.panelWidth}px">
${drawPanels(entry, runs, page.report)}</div>
${equations(entry)}</div>
<figcaption><a class="permalink figure-number" href="#figure-${id}">Figure ${id}</a> ${page.inline(caption, `the caption of figure ${id}`)}</figcaption>
${figureProvenance(entry, runs, page.report)}</figure>\n`;
};

export const figureClosing: Resolver = () => fragment``;

function drawPanels({id, panels, panelWidth, rowStarts}: FigureEntry, runs: readonly string[], report: Report): Html[] {
  const snapshots = Object.fromEntries(runs.map((run): [string, Snapshot] => [run, report.snapshot(run)]));
  const data: FigureData = {figure: id, runs: snapshots};
  return panels.map((panel: Panel) => {
    const drawing = drawPanel(panel, data, {document: report.document, width: panelWidth});
    const anchor = panel.id === id ? null : fragment` id="figure-${panel.id}"`;
    const place = rowStarts.includes(panel.id) ? "panel row-start" : "panel";
    return fragment`<div class="${place}"${anchor} data-panel="${panel.id}">${raw(drawing.outerHTML)}</div>\n`;
  });
}

function equations({equations}: FigureEntry): Html | null {
  if (equations.length === 0) return null;
  return fragment`<div class="figure-equations">${equations.map((tex) => typeset(tex, true))}</div>\n`;
}
