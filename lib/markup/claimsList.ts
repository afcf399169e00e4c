import {meanings, verdicts, type Verdict} from "../evidence/claims/verdict.js";
import type {Section} from "../evidence/claims/claim.js";
import type {Judgement} from "../evidence/claims/ledger.js";
import {glossary} from "../evidence/measures/glossary.js";
import {claimBody} from "./claimBody.js";
import {claimSentence} from "./claimText.js";
import {containerArgument, requireEmpty} from "./containerSyntax.js";
import {fragment, raw, type Html} from "./fragment.js";
import type {Page} from "./page.js";
import type {Resolver} from "./resolve.js";
import {verdictName, verdictSign} from "./verdictSign.js";

/** What a page can show of the ledger, by the word that stands after `::: claims`. */
const views: Readonly<Record<string, (page: Page) => Html>> = {counts, failed, list, glossary: terms, data};

/** `::: claims counts`, `::: claims failed`, `::: claims list`, `::: claims glossary`, `::: claims data`. */
export const claimsOpening: Resolver = (token, page) => {
  requireEmpty(token);
  const name = containerArgument(token);
  const view = Object.hasOwn(views, name) ? views[name] : undefined;
  if (!view) throw new Error(`There is no “::: claims ${name}”; there are ${Object.keys(views).join(", ")}.`);
  return view(page);
};

export const claimsClosing: Resolver = () => fragment``;

function withVerdict(page: Page, verdict: Verdict): Judgement[] {
  return page.report.claims.filter((claim) => claim.verdict === verdict);
}

/** How many claims have which verdict, and what it means. */
function counts(page: Page): Html {
  const rows = verdicts.map(
    (verdict) =>
      fragment`<tr class="${verdictName(verdict)}"><td class="number">${withVerdict(page, verdict).length}</td><th scope="row">${verdictSign(verdict)} ${verdict}</th><td>${meanings[verdict]}</td></tr>\n`
  );
  return fragment`<div class="table"><table class="claim-counts">
<thead><tr><th scope="col" class="number">claims</th><th scope="col">verdict</th><th scope="col">meaning</th></tr></thead>
<tbody>
${rows}</tbody>
<tfoot><tr><td class="number">${page.report.claims.length}</td><th scope="row">in all</th><td></td></tr></tfoot></table></div>\n`;
}

/** The claims that do not hold, with what holds instead. */
function failed(page: Page): Html {
  const items = withVerdict(page, "does not hold").map((claim) => {
    const {id, statement, measured, instead} = claim;
    return fragment`<li><p>${page.inline(statement, `the claim ${id}`)} (<a href="#${id}">${id}</a>)</p><p>${claimSentence(measured, claim, page)} ${instead === undefined ? null : claimSentence(instead, claim, page)}</p></li>\n`;
  });
  return items.length === 0
    ? fragment`<p>All of them hold.</p>\n`
    : fragment`<ol class="claims-failed">\n${items}</ol>\n`;
}

const sections: readonly Section[] = ["3", "4.1", "4.2", "5", "A"];

/** All claims, and a choice of verdict and section that needs no script. */
function list(page: Page): Html {
  const {claims} = page.report;
  const shownVerdicts = verdicts.filter((verdict) => withVerdict(page, verdict).length > 0);
  return fragment`<div class="claims">
<form class="claim-filters" autocomplete="off">
${choice("verdict", "Verdict", [
  {value: "all", text: fragment`all`, count: claims.length},
  ...shownVerdicts.map((verdict) => ({
    value: verdictName(verdict),
    text: fragment`${verdictSign(verdict)} ${verdict}`,
    count: withVerdict(page, verdict).length
  }))
])}
${choice("section", "Section", [
  {value: "all", text: fragment`all`, count: claims.length},
  ...sections.map((section) => ({
    value: section,
    text: fragment`${section}`,
    count: claims.filter((claim) => claim.section === section).length
  }))
])}
<p class="claims-shown" role="status"></p>
</form>
${claims.map((claim) => entry(claim, page))}</div>\n`;
}

interface Option {
  value: string;
  text: Html;
  count: number;
}

function choice(name: string, title: string, options: readonly Option[]): Html {
  const inputs = options.map(
    ({value, text, count}) =>
      fragment`<label><input type="radio" name="${name}" value="${value}"${value === "all" ? raw(" checked") : null}> ${text} <small>${count}</small></label> `
  );
  return fragment`<fieldset><legend>${title}</legend>${inputs}</fieldset>`;
}

function entry(claim: Judgement, page: Page): Html {
  const {id, section, place, verdict, statement} = claim;
  return fragment`<article class="claim-entry ${verdictName(verdict)}" data-verdict="${verdictName(verdict)}" data-section="${section}">
<h3 id="${id}">${id}</h3>
<p class="claim-head">${verdictSign(verdict)} <b class="claim-verdict">${verdict}</b> <span class="claim-place">Section ${section}${place === "" ? "" : `, ${place}`}</span></p>
<p class="claim-statement">${page.inline(statement, `the claim ${id}`)}</p>
${claimBody(claim, page)}
${terminology(claim)}</article>\n`;
}

function terminology({terms}: Judgement): Html | null {
  if (terms.length === 0) return null;
  const links = terms.map(
    (term, i) => fragment`${i > 0 ? "; " : ""}<a href="#term-${term}">${glossary[term].title}</a>`
  );
  return fragment`<p class="claim-terms">How it is measured: ${links}</p>\n`;
}

/** What the words of the claims are measured by. */
function terms(page: Page): Html {
  const entries = Object.entries(glossary).map(([term, {title, measure, reason}]) => {
    const text = (markup: string) => page.inline(markup, `“${title}” in the glossary`);
    return fragment`<dt id="term-${term}">${title}</dt><dd>${text(measure)} <span class="term-reason">${text(reason)}</span></dd>\n`;
  });
  return fragment`<dl class="glossary">\n${entries}</dl>\n`;
}

/** A link to all of it in one file. */
function data({report}: Page): Html {
  return fragment`<p><a href="${report.dataFolder}/claims.json" rel="external">All of this as JSON</a>: the claims, the measured numbers, the verdicts and the definitions.</p>\n`;
}
