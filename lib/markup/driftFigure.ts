import {DRIFT_RUN, NUDGE} from "../evidence/drift.js";
import {drawDrift} from "../figures/driftCharts.js";
import type {Summary} from "../experiments/summary.js";
import {fragment, raw, type Html} from "./fragment.js";
import type {Resolver} from "./resolve.js";
import {noScripts} from "./noScripts.js";
import {measuredText} from "./numberText.js";
import {provenance} from "./provenance.js";

/** The nominal width (px) of a chart. */
const WIDTH = 360;

/** How the figure calls the course that it is printed with. */
const PRINTED = {other: "one bit moved", cause: "Caused by moving a weight by one unit in its last place,"};

/**
 * `::: drift`: how two courses of one run part, with the caption that the container holds. It is printed with a course
 * in which one weight was moved by one unit in its last place; on demand the reader's browser puts the course of its own
 * exponential in its place.
 */
export const driftOpening: Resolver = (_, page) => {
  const {report} = page;
  const {drift, courses} = report.drift;
  const drawings = drawDrift(drift, PRINTED, {document: report.document, width: WIDTH});
  const panels = drawings.map((drawing) => fragment`<div class="panel">${raw(drawing.outerHTML)}</div>\n`);
  page.provenance = provenance(
    {
      figure: "how two courses part",
      runs: [DRIFT_RUN],
      words: "and once with one weight moved by one bit",
      data: [{file: "drift.json", holds: "Both courses and their difference"}],
      code: ["lib/figures/driftCharts.ts", "lib/evidence/drift.ts"]
    },
    report
  );
  return fragment`<figure class="figure drift" id="figure-drift" data-run="${DRIFT_RUN}" data-width="${WIDTH}">
<div class="figure-body"><div class="figure-panels" style="--columns: 2; --panel-width: ${WIDTH}px">
${panels}</div></div>
<div class="check-tools"><button type="button" data-action="drift" hidden>Compare with this browser’s own exponential</button>${noScripts}</div>
<div class="check-report" role="status"></div>
<div class="table"><table class="drift-ends">
<thead><tr><th scope="col">course</th><th scope="col" class="number">best epoch</th><th scope="col" class="number">lowest test error</th><th scope="col" class="number">last test error</th></tr></thead>
<tbody>
${row("by the definition", courses.ours)}${row(`V[${NUDGE.weight - 4}] moved by one bit at epoch ${NUDGE.epoch}`, courses.nudged)}</tbody></table></div>
<figcaption>\n`;
};

function row(name: string, {lowestTestEpoch, lowestTestLoss, lastTestLoss}: Summary): Html {
  return fragment`<tr><th scope="row">${name}</th><td class="number">${lowestTestEpoch}</td><td class="number">${measuredText(lowestTestLoss)}</td><td class="number">${measuredText(lastTestLoss)}</td></tr>\n`;
}
