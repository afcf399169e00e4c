import type {RandomGroup} from "../evidence/sweeps/randomnessStudy.js";
import {groupOf} from "../evidence/sweeps/randomnessStudy.js";
import {
  RANDOMNESS_RUN,
  randomnessName,
  randomnessSweep,
  randomnessTarget,
  sources,
  type RandomSource
} from "../evidence/sweeps/randomnessSweep.js";
import type {SweepResults} from "../evidence/sweeps/sweepResults.js";
import {parseRunId} from "../experiments/parameters.js";
import {standIns} from "../experiments/registry.js";
import type {MarkedValue} from "../figures/charts/marks.js";
import {formatMeasured} from "../figures/numberFormat.js";
import {drawExample, drawRandomErrors, outputDomain, sourceLabels} from "../figures/randomnessCharts.js";
import {extentOfValues, padded} from "../figures/scales.js";
import {containerArgument} from "./containerSyntax.js";
import {fragment, raw, type Html} from "./fragment.js";
import {provenance, type Origin, type OtherRun} from "./provenance.js";
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
export const randomnessOpening: Resolver = (token, page) => {
  const {report} = page;
  const words = containerArgument(token).split(" ");
  const [name] = words;
  const missed = name === "missed" && words.length === 1;
  const panels = missed ? missedPanels(report) : errorPanels(report, words.map(Number));
  const width = panels.length === 1 ? ALONE : BESIDE;
  page.provenance = provenance(missed ? missedOrigin(report) : errorsOrigin(report, words.map(Number)), report);
  return fragment`<figure class="figure randomness" id="figure-randomness-${words.join("-")}">
<div class="figure-body"><div class="figure-panels" style="--columns: ${Math.min(2, panels.length)}; --panel-width: ${width}px">
${panels}</div></div>
<figcaption>\n`;
};

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

const CODE = ["lib/figures/randomnessCharts.ts", "lib/evidence/sweeps/randomnessOutcome.ts"];

/** The runs with marks of their own, the first of each group that has none, and where all others are found. */
function errorsOrigin(report: Report, scales: readonly number[]): Origin {
  const groups = scales.flatMap((scale) =>
    sources.map((source) => ({source, scale, ...sweepOf(report, source, scale)}))
  );
  const count = groups.reduce((sum, {runs}) => sum + runs.length, 0);
  const standIn = groups.some(({source, scale}) => source === "both" && scale === 1) ? standInsAtThousand(report) : [];
  const registered = (id: string) => report.runs.some((run) => run.id === id);
  const first = scales.filter((scale) => scale !== 1).map((scale) => sweepOf(report, "both", scale).runs[0]!);
  return {
    figure: `the last errors, initial weights × ${scales.join(" and ")}`,
    runs: [...(scales.includes(1) ? [RANDOMNESS_RUN] : []), ...standIn.map(({id}) => id).filter(registered)],
    others: [...standIn.filter(({id}) => !registered(id)), ...first.map(([id, digest]) => ({id, digest}))],
    words: `${count} runs in all, each with its id and digest in the data`,
    data: groups.map(({source, scale, sweep}) => ({
      file: `${sweep}.json`,
      holds: `${sourceLabels[source]}, initial weights × ${scale}`,
      text: scales.length > 1 ? `${source} × ${scale}` : source
    })),
    code: CODE
  };
}

function missedOrigin(report: Report): Origin {
  const {runs, sweep} = sweepOf(report, "both", 1);
  const others = report.randomness.examples.map(({id}) => ({id, digest: runs.find(([run]) => run === id)?.[1]}));
  const data = [{file: `${sweep}.json`, holds: "All runs with new data and new weights"}];
  return {figure: "what runs have learned that missed something", others, data, code: CODE};
}

function sweepOf({ensembles}: Report, source: RandomSource, scale: number): SweepResults {
  const results = ensembles.get(randomnessName(source, scale));
  if (!results) throw new Error(`The study has no group of ${source} at ${scale} times the weights.`);
  return results;
}

/** The runs that are marked as R1 and R2, at the epoch at which all runs of the study end. */
function standInsAtThousand(report: Report): OtherRun[] {
  const {runs} = sweepOf(report, "both", 1);
  return (["figure8R1", "figure8R2"] as const).map((name) => {
    const {data} = parseRunId(standIns[name]);
    const [id, digest] = runs.find(([run]) => parseRunId(run).data === data)!;
    return {id, digest};
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
