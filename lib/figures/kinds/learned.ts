import {output} from "../../model/perceptron.js";
import {snapshotOf, weightsOf, type Point} from "../curve.js";
import type {Drawing, View} from "../drawing.js";
import {reached} from "../epochs.js";
import type {LegendEntry} from "../legend.js";
import {line} from "../line.js";
import {formatEpoch} from "../numberFormat.js";
import {paperInputs, type FigureData, type Learned, type LearnedPanel} from "../panel.js";
import {padded} from "../scales.js";
import {learnedStyle, targetStyle, type LineStyle} from "../theme.js";
import {targetLabel, targetPoints} from "./function.js";

/** A learned function and the epoch after which it was learned. */
interface Course {
  epoch: number;
  points: Point[];
}

function learnedOf(data: FigureData, {run, at}: Learned, wanted?: number): Course {
  const own = snapshotOf(data, run).weights[at].epoch;
  const epoch = wanted === undefined ? own : reached(data, run, wanted);
  const weights = weightsOf(data, run, epoch);
  if (!weights) return learnedOf(data, {run, at});
  const o = output(weights, paperInputs);
  return {epoch, points: Array.from(paperInputs, (x, i) => [x, o[i]!] as const)};
}

/** The target and what the network has learned of it after the last epoch, that of the lowest error, or the view's. */
export function learnedPanel(panel: LearnedPanel, data: FigureData, {epoch: wanted}: View): Drawing {
  const {target} = snapshotOf(data, panel.run).parameters;
  const truth = targetPoints(target, paperInputs);
  const {epoch, points} = learnedOf(data, panel, wanted);
  // The axes stay while the reader changes the epoch.
  const held = [panel, ...panel.axesHold].flatMap((learned) => learnedOf(data, learned).points);
  const values = [...truth, ...held].map(([, y]) => y).filter(Number.isFinite);
  const finite = points.every(([, y]) => Number.isFinite(y));
  const after = `epoch ${formatEpoch(epoch)}${finite ? "" : ": not finite"}`;
  const entry = (style: LineStyle, label: string): LegendEntry => ({mark: "line", style, label});
  const attributes = {"data-run": panel.run, "data-panel": panel.id};
  return {
    axes: {
      x: {kind: "linear", domain: [-5, 5], label: "$x$"},
      y: {
        kind: "linear",
        domain: padded([Math.min(0, ...values), Math.max(...values)], "linear"),
        label: "output"
      }
    },
    legend: [[entry(targetStyle, `target ${targetLabel(target)}`), entry(learnedStyle, `learned, ${after}`)]],
    labelRoom: 0,
    description: `The target ${target} and the function that the network has learned, ${after}.`,
    inside: (plot) => [
      line(plot, truth, targetStyle, {...attributes, "data-series": "target"}),
      line(plot, points, learnedStyle, {...attributes, "data-series": "learned", "data-epoch": String(epoch)})
    ],
    above: () => []
  };
}
