import type {RandomGroup} from "../evidence/sweeps/randomnessStudy.js";
import {drawChart, chartHeight} from "./chart.js";
import {drawDistribution} from "./charts/distribution.js";
import type {DistributionRow} from "./charts/distributionRow.js";
import type {MarkedValue} from "./charts/marks.js";
import {targetLabel, targetPoints} from "./kinds/function.js";
import {line} from "./line.js";
import {formatMeasured} from "./numberFormat.js";
import {wholeInterval} from "./panel.js";
import {padded} from "./scales.js";
import {learnedStyle, targetStyle} from "./theme.js";

export interface RandomnessOptions {
  document: Document;
  /** px */
  width: number;
}

/** What is new in a group of runs. */
export const sourceLabels = {data: "new data", weights: "new initial weights", both: "new data and new weights"};

/** Draws the last test errors of groups of runs, each in its row, on an axis that figures can share. */
export function drawRandomErrors(
  {id, letter, title}: {id: string; letter: string; title: string},
  groups: readonly RandomGroup[],
  domain: readonly [number, number],
  marks: (group: RandomGroup) => readonly MarkedValue[],
  {document, width}: RandomnessOptions
): SVGSVGElement {
  const rows = groups.map((group): DistributionRow => ({
    name: group.source,
    label: sourceLabels[group.source],
    values: group.errors.own,
    marks: marks(group)
  }));
  return drawDistribution(
    {id, letter, title},
    {label: "last test error", scale: "log", domain, rows, unit: "run"},
    {document, width}
  );
}

/** Draws a target and what a network has learned of it, at the inputs of the paper's plots. */
export function drawExample(
  {id, letter, title}: {id: string; letter: string; title: string},
  {target, outputs, error, run}: {target: string; outputs: Float64Array; error: number; run: string},
  domain: readonly [number, number],
  {document, width}: RandomnessOptions
): SVGSVGElement {
  const truth = targetPoints(target, wholeInterval);
  const learned = Array.from(wholeInterval, (x, i) => [x, outputs[i]!] as const);
  return drawChart(
    {id, kind: "learned", letter, title},
    {
      axes: {
        x: {kind: "linear", domain: [-5, 5], label: "$x$"},
        y: {kind: "linear", domain, label: "output"}
      },
      legend: [
        [
          {mark: "line", style: targetStyle, label: `target ${targetLabel(target)}`},
          {mark: "line", style: learnedStyle, label: `learned, error ${formatMeasured(error)}`}
        ]
      ],
      labelRoom: 0,
      description: `The target ${target} and the function that the network of ${run} has learned: its test error is ${formatMeasured(error)}.`,
      inside: (plot) => [
        line(plot, truth, targetStyle, {"data-series": "target", "data-run": run}),
        line(plot, learned, learnedStyle, {"data-series": "learned", "data-run": run})
      ],
      above: () => []
    },
    {document, width, height: chartHeight(width)}
  );
}

/** An axis that holds a target and all of some outputs. */
export function outputDomain(target: string, all: readonly Float64Array[]): readonly [number, number] {
  const values = [...targetPoints(target, wholeInterval).map(([, y]) => y), ...all.flatMap((outputs) => [...outputs])];
  return padded([Math.min(...values), Math.max(...values)], "linear");
}
