import type {InstabilityData} from "../evidence/instabilityData.js";
import {
  bitsOf,
  inArithmetic,
  precisions,
  PRECISION_RUNS,
  type OnsetByBits,
  type Precision
} from "../evidence/precision.js";
import {precisionSweep} from "../evidence/sweeps/precisionSweep.js";
import {valuesOf, type SweepResults} from "../evidence/sweeps/sweepResults.js";
import {runId} from "../experiments/parameters.js";
import {drawScatter, type Scatter} from "../figures/charts/scatter.js";
import {formatEpoch} from "../figures/numberFormat.js";
import {fragment, type Html} from "./fragment.js";
import {provenance} from "./provenance.js";
import type {Report} from "./report.js";
import type {Resolver} from "./resolve.js";
import {tuple} from "./runChip.js";
import {twoWidths} from "./twoWidths.js";

/** The width (px) of the chart on a wide screen. */
const WIDTH = 460;

/**
 * `::: precision`: the onset of the same runs in arithmetics of different precision, as a chart with the caption that the
 * container holds, and as a table.
 */
export const precisionOpening: Resolver = (_, page) => {
  const {report} = page;
  const {document, onsetByBits} = report;
  const measured = report.ensembles.get(precisionSweep.name)!;
  const draw = (width: number, suffix: string) => {
    const name = {id: `precision${suffix}`, letter: "", title: "Onset of instability and precision"};
    return drawScatter(name, chart(measured, onsetByBits, width >= WIDTH), {document, width});
  };
  const rows = PRECISION_RUNS.flatMap((run) => precisions.map((arithmetic, i) => row(report, run, arithmetic, i)));
  page.provenance = provenance(
    {
      figure: "onset and precision",
      runs: PRECISION_RUNS,
      words: `and ${precisionSweep.runs.length - 1} times in other arithmetics, each with its id and digest in the data`,
      data: [{file: "precision.json", holds: "Onsets by the number of significant bits, measured and predicted"}],
      code: ["lib/markup/precisionFigure.ts", "lib/figures/charts/scatter.ts", "lib/evidence/precision.ts"]
    },
    report
  );
  return fragment`<figure class="figure precision" id="figure-precision">
<div class="figure-body"><div class="figure-panels" style="--columns: 1; --panel-width: ${WIDTH}px">
${twoWidths(draw, WIDTH)}</div></div>
<div class="table"><table>
<thead><tr><th scope="col">run</th><th scope="col">arithmetic</th><th scope="col" class="number">bits</th><th scope="col" class="number">first onset</th><th scope="col" class="number">predicted</th><th scope="col" class="number">second onset</th><th scope="col" class="number">predicted</th></tr></thead>
<tbody>
${rows}</tbody></table></div>
<figcaption>\n`;
};

function instability({instabilities}: Report, id: string, arithmetic: Precision): InstabilityData {
  return instabilities[runId(inArithmetic(id, arithmetic))]!;
}

/** The measured onsets are those of the sweep; the arithmetics of the table are named below the axis, if there is room. */
function chart(measured: SweepResults, predicted: OnsetByBits, named: boolean): Scatter {
  const onsets = valuesOf(measured, "onset");
  const points = valuesOf(measured, "bits").map((bits, i) => ({x: bits!, y: onsets[i] ?? NaN, name: `${bits} bits`}));
  return {
    x: {
      label: "significant bits",
      scale: "linear",
      domain: [predicted.bits[0]!, 1.12 * predicted.bits.at(-1)!],
      ticks: precisions.map((precision) => ({
        value: bitsOf(precision),
        text: named ? `${bitsOf(precision)} (${precision})` : String(bitsOf(precision))
      }))
    },
    y: {label: "first onset (epoch)", scale: "linear"},
    points,
    lines: [
      {
        name: "predicted",
        label: "predicted",
        style: {colour: "ink", dash: "5 2.5"},
        points: predicted.bits.map((bits, i) => [bits, predicted.onset[i] ?? NaN] as const)
      }
    ],
    description: `The first onset: ${points.map(({name, y}) => `epoch ${y} with ${name}`).join(", ")}; the predicted onset grows with the number of bits.`
  };
}

function row(report: Report, id: string, arithmetic: Precision, i: number): Html {
  const {phases} = instability(report, id, arithmetic);
  const cells = [phases[0], phases[1]].flatMap((phase) => [
    phase?.onset == null ? "none" : formatEpoch(phase.onset),
    phase?.predicted == null ? "" : formatEpoch(phase.predicted)
  ]);
  const head =
    i === 0
      ? fragment`<th scope="rowgroup" rowspan="${precisions.length}"><a class="run" href="./runs#${id}">${tuple(report.run(id).parameters)}</a></th>`
      : null;
  return fragment`<tr>${head}<td>${arithmetic}</td><td class="number">${bitsOf(arithmetic)}</td>${cells.map((cell) => fragment`<td class="number">${cell}</td>`)}</tr>\n`;
}
