import type {Judgement} from "../evidence/claims/ledger.js";
import {fragment, type Html} from "./fragment.js";
import {claimSentence} from "./claimText.js";
import type {Page} from "./page.js";
import {printedFormat, printedText} from "./paperRole.js";
import {quantityText} from "./quantity.js";
import {tuple} from "./runChip.js";
import {sitePages} from "./sitePages.js";
import {sparkline} from "./sparkline.js";

/** So many runs are shown beside a claim that no panel shows. */
const MOST_RUNS = 3;

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
    row("See", evidence(judgement, page))
  ];
  return fragment`<dl class="claim-body">${rows}</dl>${figurePlace(judgement, page)}`;
}

function row(name: string, value: Html | null): Html {
  return value === null ? fragment`` : fragment`<div><dt>${name}</dt><dd>${value}</dd></div>`;
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
function evidence({id, panels, page: pageName, runs}: Judgement, page: Page): Html | null {
  const figures = page.inline(panels.map((panel) => `:ref[figure-${panel}]`).join(", "), `the claim ${id}`);
  const target = sitePages.find(({name}) => name === pageName);
  const links = [
    ...(panels.length > 0 ? [fragment`<span>${figures}</span>`] : []),
    ...(target ? [fragment`<a href="./${target.name}">${target.title}</a>`] : []),
    ...runs.map((run) => fragment`<a class="run" href="./runs#${run}">${tuple(page.report.run(run).parameters)}</a>`)
  ];
  return links.length === 0 ? null : fragment`${links.map((link, i) => fragment`${i > 0 ? " " : ""}${link}`)}`;
}

/** Where the evidence is shown: its panels, which a script fetches from the figure, or else the courses of its runs. */
function figurePlace({id, panels, runs}: Judgement, {report}: Page): Html {
  if (panels.length > 0) {
    const pages = panels.map((panel) => report.figure(/^\d+/.exec(panel)![0]).page);
    return fragment`<div class="claim-figure" data-panels="${panels.join(" ")}" data-pages="${pages.join(" ")}" data-claim="${id}" hidden></div>`;
  }
  const courses = runs
    .slice(0, MOST_RUNS)
    .map(
      (run) => fragment`<li>${sparkline(report.snapshot(run))}<small>${tuple(report.run(run).parameters)}</small></li>`
    );
  return courses.length === 0
    ? fragment``
    : fragment`<ul class="claim-courses" aria-label="Test errors">${courses}</ul>`;
}
