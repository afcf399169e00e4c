import {drawValley} from "../figures/valleyChart.js";
import {fragment, raw} from "./fragment.js";
import {provenance} from "./provenance.js";
import type {Resolver} from "./resolve.js";

/** The nominal width (px) of a panel. */
const WIDTH = 260;

/** A step that is small, one that is too large but not yet unstable, and one that is. */
const EXAMPLES = [0.4, 1.7, 2.1];

/**
 * `::: valley`: steps of gradient descent in a valley at three rates, with the caption that the container holds. Where
 * there are scripts, a slider puts any other rate in the place of the last.
 */
export const valleyOpening: Resolver = (_, page) => {
  const {report} = page;
  const panels = EXAMPLES.map((etaLambda, i) => {
    const drawing = drawValley("abc"[i]!, etaLambda, {document: report.document, width: WIDTH});
    return fragment`<div class="panel">${raw(drawing.outerHTML)}</div>\n`;
  });
  page.provenance = provenance(
    {figure: "the valley", words: "Drawn from no run.", code: ["lib/figures/valleyChart.ts"]},
    report
  );
  return fragment`<figure class="figure valley" id="figure-valley" data-width="${WIDTH}">
<div class="figure-body"><div class="figure-panels" style="--columns: ${EXAMPLES.length}; --panel-width: ${WIDTH}px">
${panels}</div></div>
<div class="figure-controls" hidden><label for="valley-rate"><i>c</i> with <i>ηλ</i> =</label><input type="range" id="valley-rate" min="0.1" max="2.5" step="0.1" value="${EXAMPLES.at(-1)!}" autocomplete="off"><output for="valley-rate">${EXAMPLES.at(-1)!}</output></div>
<figcaption>\n`;
};
