import {drawInstability} from "../figures/instabilityChart.js";
import {containerArgument} from "./containerSyntax.js";
import {fragment, raw} from "./fragment.js";
import type {Page} from "./page.js";
import {provenance} from "./provenance.js";
import type {Resolver} from "./resolve.js";
import {tuple} from "./runChip.js";
import {runChooser} from "./runChooser.js";

/** The nominal width (px) of the charts: narrow enough to be read on a phone; elsewhere they are shown wider. */
const WIDTH = 380;
const SHOWN = 520;

/**
 * `::: instability RUN`: a run's error, sharpness and hidden oscillation over one axis of epochs, with the caption that
 * the container holds. `::: instability RUN choose` lets the reader put any other run of the report in its place.
 */
export const instabilityOpening: Resolver = (token, page: Page) => {
  const {report} = page;
  const [name = "", choose, ...rest] = containerArgument(token).split(" ");
  if (rest.length > 0 || (choose !== undefined && choose !== "choose"))
    throw new Error(`Write “::: instability RUN” or “::: instability RUN choose”, not “::: ${token.info.trim()}”.`);
  const {id, parameters} = report.run(name);
  const anchor = choose ? "instability-chosen" : `instability-${id}`;
  const drawing = drawInstability(
    report.instabilities[id]!,
    {},
    {document: report.document, width: WIDTH, idPrefix: `${anchor}-`}
  );
  page.provenance = provenance(
    {
      figure: choose ? "the instability of the chosen run" : `the instability of ${id}`,
      runs: [id],
      data: [{file: `instability-${id}.json`, holds: `Error, sharpness and oscillation of ${id}`}],
      code: ["lib/figures/instabilityChart.ts", "lib/evidence/instability.ts"]
    },
    report
  );
  return fragment`<figure class="figure instability" id="${anchor}" data-run="${id}" data-epochs="${parameters.epochs}" data-width="${WIDTH}" data-folder="${report.dataFolder}">
${choose ? runChooser(id, report) : null}<div class="figure-body"><div class="figure-panels" style="--columns: 1; --panel-width: ${SHOWN}px">
<div class="panel">${raw(drawing.outerHTML)}</div>
</div></div>
<figcaption><a class="run" href="./runs#${id}">${tuple(parameters)}</a> \n`;
};
