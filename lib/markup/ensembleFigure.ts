import type {PaperRow} from "../evidence/printed.js";
import {finiteValues} from "../evidence/sweeps/statistics.js";
import type {SweepResults} from "../evidence/sweeps/sweepResults.js";
import {drawEnsemble} from "../figures/ensembleCharts.js";
import type {DistributionRow} from "../figures/charts/distributionRow.js";
import type {MarkedPoint, MarkedValue} from "../figures/charts/marks.js";
import {formatEpoch, formatMeasured} from "../figures/numberFormat.js";
import {containerArgument} from "./containerSyntax.js";
import {fragment, raw} from "./fragment.js";
import type {Report} from "./report.js";
import type {Resolver} from "./resolve.js";

/** The nominal width (px) of a distribution, and the gap between two. */
const WIDTH = 360;
const GAP = 16;

/**
 * `::: ensemble RUN` or `::: ensemble RUN EPOCH`: how the run goes in Monte Carlo arithmetic, with the caption that the container holds: the bands of
 * its error, from this epoch on, and the distributions of its lowest and last error and of the epochs of the onset and of the lowest error.
 */
export const ensembleOpening: Resolver = (token, {report}) => {
  const [name = "", from = "0"] = containerArgument(token).split(" ");
  const {id, parameters} = report.run(name);
  if (!/^\d+$/.test(from) || Number(from) >= parameters.epochs)
    throw new Error(`The bands of ${id} can begin at an epoch before ${parameters.epochs}, not at “${from}”.`);
  const results = ensembleOf(report, id);
  const {wide, narrow, distributions} = drawEnsemble(
    {
      id: `ensemble-${id}`,
      bands: results.bands!,
      ours: report.snapshot(id).series["test_loss"]!,
      window: [Number(from), parameters.epochs],
      paper: paperPoints(report, id),
      errors: [
        row(report, id, results, "lastTestLoss", "last test error"),
        row(report, id, results, "lowestTestLoss", "lowest test error")
      ],
      epochs: [
        row(report, id, results, "lowestTestEpoch", "epoch of the lowest test error"),
        row(report, id, results, "onset", "onset of instability")
      ].filter(({values}) => Array.from(values).some(Number.isFinite))
    },
    {document: report.document, width: WIDTH, gap: GAP}
  );
  const panels = [
    fragment`<div class="panel wide-only">${raw(wide.outerHTML)}</div>\n<div class="panel narrow-only">${raw(narrow.outerHTML)}</div>\n`,
    ...distributions.map((drawing) => fragment`<div class="panel">${raw(drawing.outerHTML)}</div>\n`)
  ];
  return fragment`<figure class="figure ensemble" id="figure-ensemble-${id}">
<div class="figure-body"><div class="figure-panels" style="--columns: 2; --panel-width: ${WIDTH}px">
${panels}</div></div>
<figcaption>\n`;
};

export const ensembleClosing: Resolver = () => fragment`</figcaption>\n</figure>\n`;

/**
 * The ensemble of a run in Monte Carlo arithmetic.
 * @throws Error if the report has none
 */
export function ensembleOf({ensembles}: Report, id: string): SweepResults {
  const results = ensembles.get(`rounding-${id}`);
  if (!results) throw new Error(`There is no ensemble of ${id}.`);
  return results;
}

/** The paper's rows about a quantity of a run, one for each number that it prints. */
export function paperRowsOf({paperRows}: Report, id: string, quantity: string): PaperRow[] {
  const rows = paperRows.filter((row) => row.run === id && row.quantity === quantity);
  return rows.filter(({printed}, i) => rows.findIndex((other) => other.printed === printed) === i);
}

function row(report: Report, id: string, results: SweepResults, column: string, label: string): DistributionRow {
  const {summary} = report.snapshot(id);
  const values = finiteValues(results, column);
  const missing = results.runs.length - values.length;
  const text = column === "lowestTestEpoch" || column === "onset" ? formatEpoch : formatMeasured;
  const own = column === "onset" ? onsetOf(report, id) : (summary[column as keyof typeof summary] ?? NaN);
  const ours: MarkedValue[] = Number.isFinite(own) ? [{value: own, label: `ours ${text(own)}`, shape: "ours"}] : [];
  const paper = paperRowsOf(report, id, column).map(({printed}): MarkedValue => ({
    value: Number(printed),
    label: `paper ${printed}`,
    shape: "paper"
  }));
  return {
    name: column,
    label,
    values: [...values, ...Array<number>(missing).fill(NaN)],
    marks: [...paper, ...ours]
  };
}

/** The onset of our run; NaN if it has none. */
function onsetOf({instabilities}: Report, id: string): number {
  return instabilities[id]?.spells[0]?.from ?? NaN;
}

/** What the paper prints of the curve: its lowest value, where it says when, and its last. */
function paperPoints(report: Report, id: string): MarkedPoint[] {
  const {epochs} = report.snapshot(id).parameters;
  const point = (epoch: number, {printed}: PaperRow): MarkedPoint => ({
    epoch,
    value: Number(printed),
    label: `paper ${printed}`,
    shape: "paper"
  });
  const [lowest] = paperRowsOf(report, id, "lowestTestLoss");
  const [when] = paperRowsOf(report, id, "lowestTestEpoch");
  const [last] = paperRowsOf(report, id, "lastTestLoss");
  return [...(lowest && when ? [point(Number(when.printed), lowest)] : []), ...(last ? [point(epochs, last)] : [])];
}
