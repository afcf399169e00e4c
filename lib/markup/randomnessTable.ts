import {
  groupOf,
  missedClasses,
  randomnessClaimHolds,
  type RandomGroup,
  type RandomnessClaim,
  type SpreadComparison
} from "../evidence/sweeps/randomnessStudy.js";
import type {Half} from "../evidence/sweeps/halves.js";
import type {Estimate} from "../evidence/sweeps/spread.js";
import {sourceLabels} from "../figures/randomnessCharts.js";
import {fragment, type Html} from "./fragment.js";
import {fixedText, measuredText} from "./numberText.js";
import type {Report} from "./report.js";

/** `::: record spreads`: how far the runs of each group lie apart. */
export function spreadTable({randomness: {study}}: Report): Html {
  const rows = study.groups.map((group) => {
    const {source, weightScale, spread, missed} = group;
    const share = missed.filter(({length}) => length > 0).length / missed.length;
    const factors = [spread.own, spread.standard].map(
      (estimate) =>
        fragment`<td class="number">${factor(estimate.value)} <small>(${factor(estimate.low)} to ${factor(estimate.high)})</small></td>`
    );
    return fragment`<tr><th scope="row">${sourceLabels[source]}</th><td class="number">${deviation(weightScale)}</td><td class="number">${measuredText(medianOf(group))}</td><td class="number">${fixedText(100 * share, 0)} %</td>${factors}</tr>\n`;
  });
  return fragment`<div class="table"><table class="spreads">
<thead><tr><th scope="col" rowspan="2">what is new</th><th scope="col" rowspan="2" class="number">deviation of the weights</th><th scope="col" rowspan="2" class="number">median error</th><th scope="col" rowspan="2" class="number">a half is missed</th><th scope="colgroup" colspan="2" class="number">typical factor between two runs</th></tr>
<tr><th scope="col" class="number">own test set</th><th scope="col" class="number">standard test set</th></tr></thead>
<tbody>
${rows}</tbody></table></div>\n`;
}

const claims: Record<RandomnessClaim, string> = {
  "RAND-data": "New data matter more than new weights",
  "RAND-both": "Both together matter more than either",
  "RAND-init-size": "Larger initial weights matter more"
};

/** `::: record random-claims`: the spreads that the paper's sentences compare, and whether they differ as it says. */
export function randomClaimTable({randomness: {study}}: Report): Html {
  const bodies = (Object.keys(claims) as RandomnessClaim[]).map((claim) => {
    const comparisons = study.comparisons[claim];
    const holds = randomnessClaimHolds(study, claim);
    const rows = comparisons.map(
      (comparison, i) =>
        fragment`<tr>${i === 0 ? fragment`<th scope="rowgroup" rowspan="${comparisons.length}">${claims[claim]}</th>` : null}${i === 0 ? fragment`<td rowspan="${comparisons.length}">${holds ? "holds" : "does not hold"}</td>` : null}<td>${words(comparison)}</td>${[comparison.difference.own, comparison.difference.standard].map(ratio)}</tr>\n`
    );
    return fragment`<tbody>${rows}</tbody>\n`;
  });
  return fragment`<div class="table"><table class="random-claims">
<thead><tr><th scope="col" rowspan="2">the paper’s sentence</th><th scope="col" rowspan="2">verdict</th><th scope="col" rowspan="2">compared</th><th scope="colgroup" colspan="2" class="number">ratio of the factors</th></tr>
<tr><th scope="col" class="number">own test set</th><th scope="col" class="number">standard test set</th></tr></thead>
${bodies}</table></div>\n`;
}

/** `::: record missed`: the runs with new data and new weights, by the halves that they have missed. */
export function missedTable({randomness: {study}}: Report): Html {
  const group = groupOf(study, "both", 1);
  const rows = missedClasses(group).map(
    ({missed, errors}) =>
      fragment`<tr><th scope="row">${missedText(missed)}</th><td class="number">${errors.length}</td><td class="number">${measuredText(errors[0]!)} to ${measuredText(errors.at(-1)!)}</td><td class="number">${measuredText(errors[Math.ceil(errors.length / 2) - 1]!)}</td></tr>\n`
  );
  return fragment`<div class="table"><table class="missed">
<thead><tr><th scope="col">missed</th><th scope="col" class="number">runs</th><th scope="col" class="number">last test error</th><th scope="col" class="number">median</th></tr></thead>
<tbody>
${rows}</tbody></table></div>\n`;
}

/** Which halves are missed, in words. */
export function missedText(missed: readonly Half[]): string {
  return missed.length === 2 ? "both halves" : missed.length === 1 ? `the ${missed[0]} half` : "nothing";
}

function medianOf({errors}: RandomGroup): number {
  const sorted = [...errors.own].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1]!;
}

/** A difference of decimal logarithms as the factor that it is. */
export function factor(decades: number): Html {
  return fixedText(10 ** decades, 1);
}

function ratio({value, low, high}: Estimate): Html {
  const text = (decades: number) => fixedText(10 ** decades, 2);
  return fragment`<td class="number">${text(value)} <small>(${text(low)} to ${text(high)})</small></td>`;
}

function words({more, less}: SpreadComparison): Html {
  const side = ({source, weightScale}: SpreadComparison["more"]) =>
    `${sourceLabels[source]}${more.weightScale === less.weightScale ? "" : ` (${deviation(weightScale)})`}`;
  return fragment`${side(more)} against ${side(less)}`;
}

/** The standard deviation of initial weights that are the paper's times a factor. */
function deviation(weightScale: number): string {
  return String(weightScale / 100);
}
