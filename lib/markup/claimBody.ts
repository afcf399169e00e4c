import type {Chart} from "../evidence/claims/claim.js";
import type {Judgement} from "../evidence/claims/ledger.js";
import {fragment, type Html} from "./fragment.js";
import {claimSentence} from "./claimText.js";
import type {Page} from "./page.js";
import {printedFormat, printedText} from "./paperRole.js";
import {quantityText} from "./quantity.js";
import {tuple} from "./runChip.js";
import {sitePages} from "./sitePages.js";
import {sparkline} from "./sparkline.js";

/** What a claim comes to, below its statement: the paper's numbers, what was measured, what holds instead, the evidence. */
export function claimBody(judgement: Judgement, page: Page): Html {
  const {measured, instead, verdict} = judgement;
  const rows = [
    row("Paper", paperNumbers(judgement, page)),
    row("Measured", claimSentence(measured, judgement, page)),
    row(
      verdict === "does not hold" ? "Instead" : "Note",
      instead === undefined ? null : claimSentence(instead, judgement, page)
    ),
    row("See", evidence(judgement, page), "claim-evidence")
  ];
  return fragment`<dl class="claim-body">${rows}</dl>${figurePlace(judgement, page)}`;
}

function row(name: string, value: Html | null, kind?: string): Html {
  if (value === null) return fragment``;
  return fragment`<div><dt>${name}</dt><dd${kind ? fragment` class="${kind}"` : null}>${value}</dd></div>`;
}

/** The numbers that the paper prints, each beside ours where their digits are to be compared. */
function paperNumbers({digits, numbers, comparisons}: Judgement, {report}: Page): Html | null {
  if (digits.length + numbers.length === 0) return null;
  const compared = comparisons.map(({key, measured, same, ensemble}) => {
    const paper = report.paperRow(key);
    const text = (value: number) => quantityText(value, paper.quantity, printedFormat(paper));
    const ours = text(measured);
    const others = ensemble
      ? fragment`; rounded otherwise, ${ensemble.members} times: ${text(ensemble.least)} to ${text(ensemble.most)}`
      : null;
    return fragment`<li>${printedText(paper)} (${paper.place}); ours: <data class="value" value="${measured}">${ours}</data>${same ? ", the same" : ""}${others}</li>`;
  });
  const alone = numbers.map((key) => {
    const paper = report.paperRow(key);
    const what = names[paper.quantity];
    return fragment`<li>${printedText(paper)}${what ? `, ${what}` : ""} (${paper.place})</li>`;
  });
  return fragment`<ul>${compared}${alone}</ul>`;
}

/** What a number is that does not stand in the claim's statement. */
const names: Readonly<Record<string, string>> = {
  lastTestLoss: "the last test error",
  lowestTestLoss: "the lowest test error",
  lowestTrainEpoch: "the epoch of the lowest training error",
  lowestGradientEpoch: "the epoch of the smallest gradient"
};

/** Links to the figures, pages and runs that show it. */
function evidence({id, panels, charts, page: pageName, runs}: Judgement, page: Page): Html | null {
  const figures = page.inline(panels.map((panel) => `:ref[figure-${panel}]`).join(", "), `the claim ${id}`);
  const shown = new Map(shownCharts(charts).map(({page, id}) => [page, `#${id}`]));
  if (pageName !== undefined && !shown.has(pageName)) shown.set(pageName, "");
  const links = [
    ...(panels.length > 0 ? [fragment`<span>${figures}</span>`] : []),
    ...[...shown].map(([name, place]) => pageLink(name, place)),
    ...runs.map((run) => fragment`<a class="run" href="./runs#${run}">${tuple(page.report.run(run).parameters)}</a>`)
  ];
  return links.length === 0 ? null : fragment`${links.map((link, i) => fragment`${i > 0 ? " " : ""}${link}`)}`;
}

function pageLink(name: string, place: string): Html {
  const {title} = sitePages.find((page) => page.name === name)!;
  return fragment`<a href="./${name}${place}">${title}</a>`;
}

function shownCharts(charts: readonly Chart[]): Extract<Chart, {kind: "shown"}>[] {
  return charts.flatMap((chart) => (chart.kind === "shown" ? [chart] : []));
}

/**
 * Where the evidence is shown. A script fetches it (src/components/claimFigure.ts): panels, figures and tables from their
 * pages, and the test errors of runs from their data. These are there without scripts, too, small and without axes.
 */
function figurePlace({id, panels, charts}: Judgement, {report}: Page): Html {
  const places = [
    ...panels.map((panel) => `${report.figure(/^\d+/.exec(panel)![0]).page}#${panel}`),
    ...shownCharts(charts).map(({page, id}) => `${page}#${id}`)
  ];
  const errors = charts.flatMap((chart) => (chart.kind === "errors" ? chart.runs : []));
  const courses = errors.map(
    (run) => fragment`<li>${sparkline(report.snapshot(run))}<small>${tuple(report.run(run).parameters)}</small></li>`
  );
  return fragment`${
    courses.length > 0 ? fragment`<ul class="claim-courses" aria-label="Test errors">${courses}</ul>` : null
  }<div class="claim-figure" data-claim="${id}" data-places="${places.join(" ")}" data-errors="${errors.join(" ")}" data-folder="${report.dataFolder}" role="group" aria-label="Evidence for ${id}" tabindex="-1" hidden></div>`;
}
