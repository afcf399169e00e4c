import {cameTrue, predictionsOf, TOLERANCE, type Prediction} from "../evidence/predictions.js";
import {agreement} from "../figures/charts/agreement.js";
import {drawScatter, type ScatterPoint} from "../figures/charts/scatter.js";
import {formatEpoch} from "../figures/numberFormat.js";
import {fragment, type Html} from "./fragment.js";
import {provenance} from "./provenance.js";
import type {Report} from "./report.js";
import type {Resolver} from "./resolve.js";
import {tuple} from "./runChip.js";
import {twoWidths} from "./twoWidths.js";

/** The width (px) of the chart on a wide screen. */
const WIDTH = 420;

/** What a swing grew from, for the table. */
const SEEDS = {floor: "rounding", remnant: "an earlier swing"} as const;

/**
 * `::: predictions`: the predicted onset of each instability that nobody saw coming against the measured one, as a chart
 * with the caption that the container holds, and as a table.
 */
export const predictionsOpening: Resolver = (_, page) => {
  const {report} = page;
  const predictions = predictionsOf(report.runs.map(({id}) => report.instabilities[id]!));
  const wrong = predictions.filter((prediction) => !cameTrue(prediction));
  const description = `${predictions.length - wrong.length} of ${predictions.length} predictions came true within the tolerance.`;
  const chart = agreement(
    predictions.flatMap(point),
    {
      x: {label: "predicted onset (epoch)", scale: "linear"},
      y: {label: "measured onset (epoch)", scale: "linear"}
    },
    {...TOLERANCE, label: `within ${100 * TOLERANCE.relative} % or ${TOLERANCE.absolute} epochs`},
    description
  );
  const draw = (width: number, suffix: string) =>
    drawScatter({id: `predictions${suffix}`, letter: "", title: "Onset of instability"}, chart, {
      document: report.document,
      width
    });
  const rows = predictions.map((prediction) => row(prediction, report));
  page.provenance = provenance(
    {
      figure: "the predicted onsets",
      runs: [...new Set(predictions.map(({id}) => id))],
      data: [{file: "predictions.json", holds: "Predicted and measured onsets"}],
      code: ["lib/markup/predictionFigure.ts", "lib/figures/charts/scatter.ts", "lib/evidence/predictions.ts"]
    },
    report
  );
  return fragment`<figure class="figure predictions" id="figure-predictions">
<div class="figure-body"><div class="figure-panels" style="--columns: 1; --panel-width: ${WIDTH}px">
${twoWidths(draw, WIDTH)}</div></div>
<div class="table"><table>
<thead><tr><th scope="col">run</th><th scope="col">grows from</th><th scope="col" class="number"><span class="formula"><i>ηλ</i> passes 2</span></th><th scope="col" class="number">predicted onset</th><th scope="col" class="number">95 % range</th><th scope="col" class="number">measured onset</th><th scope="col" class="number">difference</th></tr></thead>
<tbody>
${rows}</tbody></table></div>
<figcaption>\n`;
};

function point({id, seed, phase, predicted, measured}: Prediction): ScatterPoint[] {
  if (predicted === null || measured === null) return [];
  return [{x: predicted, y: measured, name: `${id}, phase ${phase}`, hollow: seed === "remnant"}];
}

function row({id, seed, phase, crossing, predicted, range, measured}: Prediction, report: Report): Html {
  const {parameters} = report.run(id);
  const times = phase > 1 ? fragment`, after its first shock` : null;
  const cells = [
    formatEpoch(crossing),
    predicted === null ? "none" : formatEpoch(predicted),
    range ? `${formatEpoch(range[0])} to ${range[1] === null ? "never" : formatEpoch(range[1])}` : "",
    measured === null ? "none" : formatEpoch(measured),
    predicted === null || measured === null ? "" : signed(measured - predicted)
  ];
  return fragment`<tr><th scope="row"><a class="run" href="./runs#${id}">${tuple(parameters)}</a>${times}</th><td>${SEEDS[seed]}</td>${cells.map((cell) => fragment`<td class="number">${cell}</td>`)}</tr>\n`;
}

function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : String(difference).replace("-", "\u2212");
}
