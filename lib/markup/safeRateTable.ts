import {safeRates, type SafeRate} from "../evidence/safeRate.js";
import {formatDigits, formatEpoch} from "../figures/numberFormat.js";
import {fragment, type Html} from "./fragment.js";
import type {Report} from "./report.js";
import {functionName} from "./runChip.js";

/** The largest safe learning rate of each network, and what became of the rates that were tried. */
export function safeRateTable({runs, instabilities}: Report): Html {
  const rows = safeRates(runs.map(({id}) => instabilities[id]!)).map(row);
  return fragment`<div class="table"><table class="safe-rates">
<thead><tr><th scope="col">target</th><th scope="col" class="number"><i>h</i></th><th scope="col" class="number">largest sharpness</th><th scope="col" class="number">largest rate, so far</th><th scope="col">rates that were tried</th></tr></thead>
<tbody>
${rows}</tbody></table></div>\n`;
}

function row({target, hidden, sharpest, rate, tried}: SafeRate): Html {
  const outcomes = tried.map(
    ({id, rate, epochs, onset}, i) =>
      fragment`${i > 0 ? ", " : ""}<a href="./runs#${id}">${rate}</a> (${onset === null ? `stable for ${formatEpoch(epochs)} epochs` : `unstable from epoch ${formatEpoch(onset)}`})`
  );
  return fragment`<tr><th scope="row">${functionName(target)}</th><td class="number">${hidden}</td><td class="number">${formatDigits(sharpest.sharpness, 3)}</td><td class="number">${formatDigits(rate, 2)}</td><td>${outcomes}</td></tr>\n`;
}
