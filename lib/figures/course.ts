import {pathRound} from "d3-path";
import type {Snapshot, SnapshotWeights} from "../experiments/snapshot.js";
import {output} from "../model/perceptron.js";
import {targetOf} from "../model/target.js";
import {element} from "./svg.js";
import {colour, font} from "./theme.js";

const WIDTH = 960;
const HEIGHT = 330;
/** room (px) for the widest line */
const MARGIN = 8;

const inputs = Float64Array.from({length: 241}, (_, i) => (i - 120) / 24);

/** The opacity of the i-th of n curves: the later the stronger. */
export function shade(i: number, n: number): number {
  return Math.round(100 * (0.18 + (0.82 * i) / Math.max(1, n - 1))) / 100;
}

/**
 * How a run learns its target, in one picture without axes: the target, and over it what the network had learned at
 * some of the run's milestones, the later the stronger.
 * @param epochs which milestones, ascending
 * @throws RangeError if the snapshot has no milestone at one of them
 */
export function drawCourse(
  {parameters, milestones}: Snapshot,
  epochs: readonly number[],
  document: Document
): SVGSVGElement {
  const {target, hidden} = parameters;
  const truth = inputs.map(targetOf(target));
  const learned = epochs.map((epoch) => {
    const weights = milestones.find((milestone) => milestone.epoch === epoch);
    if (!weights)
      throw new RangeError(
        `The snapshot keeps no weights of epoch ${epoch}: choose 0, or 1, 2 or 5 times a power of ten.`
      );
    return output(weightsOf(weights, hidden), inputs);
  });
  const least = Math.min(...truth, ...learned.flatMap((values) => [...values]));
  const most = Math.max(...truth, ...learned.flatMap((values) => [...values]));
  const x = (value: number) => MARGIN + ((value + 5) / 10) * (WIDTH - 2 * MARGIN);
  const y = (value: number) => MARGIN + ((most - value) / (most - least)) * (HEIGHT - 2 * MARGIN);
  const curve = (values: Float64Array) => {
    const path = pathRound(1);
    values.forEach((value, i) =>
      i === 0 ? path.moveTo(x(inputs[i]!), y(value)) : path.lineTo(x(inputs[i]!), y(value))
    );
    return String(path);
  };
  const shades = learned.map((values, i) =>
    element(document, "path", {
      class: "series",
      "data-series": "learned",
      "data-epoch": String(epochs[i]),
      d: curve(values),
      stroke: colour("learned"),
      "stroke-width": i === learned.length - 1 ? 2.5 : 1.5,
      "stroke-opacity": String(shade(i, learned.length))
    })
  );
  const description = `The target ${target} and what the network had learned of it at the epochs ${epochs.join(", ")}: first a flat line, then more and more of the target's bumps.`;
  return element(
    document,
    "svg",
    {
      class: "course",
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      role: "img",
      fill: "none",
      "stroke-linejoin": "round",
      "font-family": font("sans")
    },
    [
      element(document, "title", {}, ["The network learns its target"]),
      element(document, "desc", {}, [description]),
      element(document, "path", {
        class: "series",
        "data-series": "target",
        d: curve(truth),
        stroke: colour("ink"),
        "stroke-width": 2
      }),
      ...shades
    ]
  ) as SVGSVGElement;
}

function weightsOf({U, V}: SnapshotWeights, hidden: number) {
  return {hidden, U: Float64Array.from(U), V: Float64Array.from(V)};
}
