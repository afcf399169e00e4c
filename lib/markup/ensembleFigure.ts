import {ensembleData} from "../evidence/ensembleData.js";
import type {SweepResults} from "../evidence/sweeps/sweepResults.js";
import {drawEnsemble} from "../figures/ensembleCharts.js";
import {containerArgument} from "./containerSyntax.js";
import {fragment, raw} from "./fragment.js";
import {provenance} from "./provenance.js";
import type {Report} from "./report.js";
import type {Resolver} from "./resolve.js";
import {tuple} from "./runChip.js";
import {runChooser} from "./runChooser.js";

/** The nominal width (px) of a distribution, and the gap between two. */
const WIDTH = 360;
const GAP = 16;

const CODE = ["lib/figures/ensembleCharts.ts", "lib/evidence/sweeps/roundingOutcome.ts"];

/**
 * `::: ensemble RUN` or `::: ensemble RUN EPOCH`: how the run goes in Monte Carlo arithmetic, with the caption that the container holds: the bands of
 * its error, from this epoch on, and the distributions of its lowest and last error and of the epochs of the onset and of the lowest error.
 * `::: ensemble RUN choose` lets the reader put any other run of the report in its place.
 */
export const ensembleOpening: Resolver = (token, page) => {
  const {report} = page;
  const [name = "", second = "0", ...rest] = containerArgument(token).split(" ");
  const {id, parameters} = report.run(name);
  const choose = second === "choose";
  const from = choose ? 0 : Number(second);
  if (rest.length > 0 || !(choose || /^\d+$/.test(second)) || from >= parameters.epochs)
    throw new Error(
      `The bands of ${id} can begin at an epoch before ${parameters.epochs}, not at “${[second, ...rest].join(" ")}”.`
    );
  const anchor = choose ? "ensemble-chosen" : `ensemble-${id}`;
  const results = ensembleOf(report, id);
  const onset = report.instabilities[id]?.spells[0]?.from ?? null;
  const data = ensembleData(results, report.snapshot(id), onset, report.paperRows);
  const {wide, narrow, distributions} = drawEnsemble(data, {
    document: report.document,
    width: WIDTH,
    gap: GAP,
    id: anchor,
    from
  });
  const panels = [
    fragment`<div class="panel wide-only">${raw(wide.outerHTML)}</div>\n<div class="panel narrow-only">${raw(narrow.outerHTML)}</div>\n`,
    ...distributions.map((drawing) => fragment`<div class="panel">${raw(drawing.outerHTML)}</div>\n`)
  ];
  page.provenance = provenance(
    {
      figure: choose ? "the ensemble of the chosen run" : `the ensemble of ${id}`,
      runs: [id],
      words: `and ${results.runs.length} times in Monte Carlo arithmetic, each with its id and digest in the data`,
      data: [{file: `ensemble-${id}.json`, holds: `The ensemble of ${id}`}],
      code: CODE
    },
    report
  );
  const live = choose
    ? fragment` data-run="${id}" data-width="${WIDTH}" data-gap="${GAP}" data-folder="${report.dataFolder}"`
    : null;
  return fragment`<figure class="figure ensemble" id="${choose ? anchor : `figure-${anchor}`}"${live}>
${choose ? runChooser(id, report) : null}<div class="figure-body"><div class="figure-panels" style="--columns: 2; --panel-width: ${WIDTH}px">
${panels}</div></div>
${choose ? fragment`<p class="figure-status" role="status"></p>\n` : null}<figcaption>${choose ? fragment`<a class="run" href="./runs#${id}">${tuple(parameters)}</a> ` : null}\n`;
};

/**
 * The ensemble of a run in Monte Carlo arithmetic.
 * @throws Error if the report has none
 */
export function ensembleOf({ensembles}: Report, id: string): SweepResults {
  const results = ensembles.get(`rounding-${id}`);
  if (!results) throw new Error(`There is no ensemble of ${id}.`);
  return results;
}
