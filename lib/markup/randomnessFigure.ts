import type {RandomGroup} from "../evidence/sweeps/randomnessStudy.js";
import {groupOf} from "../evidence/sweeps/randomnessStudy.js";
import {RANDOMNESS_RUN, randomnessSweep, randomnessTarget, sources} from "../evidence/sweeps/randomnessSweep.js";
import {parseRunId} from "../experiments/parameters.js";
import {standIns} from "../experiments/registry.js";
import type {MarkedValue} from "../figures/charts/marks.js";
import {formatMeasured} from "../figures/numberFormat.js";
import {drawExample, drawRandomErrors, outputDomain} from "../figures/randomnessCharts.js";
import {extentOfValues, padded} from "../figures/scales.js";
import {containerArgument} from "./containerSyntax.js";
import {fragment, raw, type Html} from "./fragment.js";
import {missedText} from "./randomnessTable.js";
import type {Report} from "./report.js";
import type {Resolver} from "./resolve.js";
import {twoWidths} from "./twoWidths.js";

/** The nominal widths (px) of a chart that stands alone on a wide screen, and of one among others. */
const ALONE = 640;
const BESIDE = 360;

/**
 * `::: randomness SCALE …`: the last test errors of the runs with new data, new weights and both, at these factors on the
 * initial weights; `::: randomness missed`: what runs have learned that missed nothing, one half, the other, or both. With the
 * caption that the container holds.
 */
export const randomnessOpening: Resolver = (token, {report}) => {
  const words = containerArgument(token).split(" ");
  const [name] = words;
  const missed = name === "missed" && words.length === 1;
  const panels = missed ? missedPanels(report) : errorPanels(report, words.map(Number));
  const width = panels.length === 1 ? ALONE : BESIDE;
  return fragment`<figure class="figure randomness" id="figure-randomness-${words.join("-")}">
<div class="figure-body"><div class="figure-panels" style="--columns: ${Math.min(2, panels.length)}; --panel-width: ${width}px">
${panels}</div></div>
<figcaption>\n`;
};

export const randomnessClosing: Resolver = () => fragment`</figcaption>\n</figure>\n`;

const letters = "abcdefgh";

function panel(drawing: SVGSVGElement): Html {
  return fragment`<div class="panel">${raw(drawing.outerHTML)}</div>\n`;
}

function errorPanels(report: Report, scales: readonly number[]): Html[] {
  const {document} = report;
  const {study} = report.randomness;
  const domain = padded(
    extentOfValues(
      study.groups.flatMap(({errors}) => errors.own),
      "log"
    ),
    "log"
  );
  return scales.map((scale, i) => {
    const groups = sources.map((source) => groupOf(study, source, scale));
    const draw = (width: number, suffix = "") =>
      drawRandomErrors(
        {
          id: `randomness-${scale}${suffix}`,
          letter: scales.length > 1 ? letters[i]! : "",
          title: scale === 1 ? "Initial weights of the paper’s size" : `Initial weights ${scale} times as large`
        },
        groups,
        domain,
        (group) => marksOf(report, group),
        {document, width}
      );
    return scales.length === 1 ? twoWidths(draw, ALONE) : panel(draw(BESIDE));
  });
}

/** Our standard run, and beside the runs with all random numbers new the paper's two and their stand-ins. */
function marksOf(report: Report, {source, weightScale, errors}: RandomGroup): MarkedValue[] {
  if (weightScale !== 1) return [];
  const {lastTestLoss} = report.snapshot(RANDOMNESS_RUN).summary;
  const standard: MarkedValue = {value: lastTestLoss, label: `standard ${formatMeasured(lastTestLoss)}`, shape: "ours"};
  if (source !== "both") return [standard];
  const {runs} = randomnessSweep(source, weightScale);
  const paper = ["8a-last", "8b-last"].map((key): MarkedValue => {
    const {printed} = report.paperRow(key);
    return {value: Number(printed), label: `paper ${printed}`, shape: "paper"};
  });
  const ours = (["figure8R1", "figure8R2"] as const).map((name): MarkedValue => {
    const {data} = parseRunId(standIns[name]);
    const value = errors.own[runs.findIndex((id) => parseRunId(id).data === data)]!;
    return {value, label: `${name.slice(-2)} ${formatMeasured(value)}`, shape: "other"};
  });
  return [...paper, ...ours];
}

function missedPanels({randomness, document}: Report): Html[] {
  const {examples} = randomness;
  const domain = outputDomain(
    randomnessTarget,
    examples.map(({outputs}) => outputs)
  );
  return examples.map(({id, missed, outputs, lastTestLoss}, i) =>
    panel(
      drawExample(
        {id: `missed-${i}`, letter: letters[i]!, title: `Missed: ${missedText(missed)}`},
        {target: randomnessTarget, outputs, error: lastTestLoss, run: id},
        domain,
        {document, width: BESIDE}
      )
    )
  );
}
