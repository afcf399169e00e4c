import {printedValues} from "../evidence/ensembleData.js";
import {isBetween} from "../evidence/printed.js";
import {digitsInCommon, extentOf, finiteValues} from "../evidence/sweeps/statistics.js";
import type {SweepResults} from "../evidence/sweeps/sweepResults.js";
import {ensembleOf} from "./ensembleFigure.js";
import {fragment, type Html} from "./fragment.js";
import {epochText, measuredText} from "./numberText.js";
import {printedText} from "./paperRole.js";
import type {Report} from "./report.js";
import {tuple} from "./runChip.js";

/** From so many digits on that all members have in common, their range is not worth telling. */
const SAME_DIGITS = 6;

/** `::: record ensembles`: what rounding leaves open in every run of the report. */
export function ensembleTable(report: Report): Html {
  const rows = report.runs.map(({id, parameters}) => {
    const results = ensembleOf(report, id);
    const cells = ["onset", "lowestTestEpoch", "lowestTestLoss", "lastTestLoss"].map(
      (column) => fragment`<td class="number">${range(results, column)}${paper(report, id, results, column)}</td>`
    );
    return fragment`<tr><th scope="row"><a class="run" href="./runs#${id}">${tuple(parameters)}</a></th>${cells}</tr>\n`;
  });
  return fragment`<div class="table"><table class="ensembles">
<thead><tr><th scope="col">run</th><th scope="col" class="number">onset</th><th scope="col" class="number">best epoch</th><th scope="col" class="number">lowest test error</th><th scope="col" class="number">last test error</th></tr></thead>
<tbody>
${rows}</tbody></table></div>\n`;
}

function range(results: SweepResults, column: string): Html {
  const values = finiteValues(results, column);
  const text = column.endsWith("Loss") ? measuredText : epochText;
  if (values.length === 0) return column === "onset" ? fragment`none` : fragment`not finite`;
  const [least, most] = [values[0]!, values.at(-1)!];
  const some =
    values.length < results.runs.length ? fragment` <small>(${values.length} of ${results.runs.length})</small>` : null;
  if (least === most) return fragment`${text(least)}${some}`;
  const digits = digitsInCommon(values);
  if (column.endsWith("Loss") && digits >= SAME_DIGITS)
    return fragment`${text(least)} <small>(${digits} digits the same)</small>${some}`;
  const apart = text(least).html !== text(most).html;
  const enough = (value: number) => (apart ? text(value) : fragment`${value.toPrecision(digits + 1)}`);
  return fragment`${enough(least)} to ${enough(most)}${some}`;
}

function paper({paperRows}: Report, id: string, results: SweepResults, column: string): Html {
  const own = paperRows.filter(({run}) => run === id);
  return fragment`${printedValues(own, column).map((row) => {
    const within = isBetween(row, extentOf(results, column));
    return fragment`<br><span class="paper" title="In the paper: ${row.place}">paper ${printedText(row)}</span> <span class="verdict ${within ? "same" : "different"}">${within ? "within" : "outside"}</span>`;
  })}`;
}
