import type {Dataset} from "../../model/dataset.js";
import {activations, output} from "../../model/perceptron.js";
import type {Weights} from "../../model/weights.js";
import {chartHeight, drawChart, type ChartOptions, type DrawingName} from "../chart.js";
import type {Point} from "../curve.js";
import type {Drawing, Plot} from "../drawing.js";
import type {LegendEntry} from "../legend.js";
import {line} from "../line.js";
import {formatEpoch} from "../numberFormat.js";
import {extentOfValues, padded} from "../scales.js";
import {element, round} from "../svg.js";
import {biasStyle, colour, learnedStyle, targetStyle, unitStyle, type LineStyle} from "../theme.js";

/** What a network has learned of its target. */
export interface LiveLearned {
  /** the target as the legend calls it, in markup of label.ts, such as `$f_1$` */
  name: string;
  target: (x: number) => number;
  weights: Weights;
  /** the epoch of the weights */
  epoch: number;
  /** the points that it learns from, or some of them */
  data?: Dataset | undefined;
  /** draws what each hidden unit adds, V[k] H[k](x), and the bias unit's V[h-1] */
  contributions?: boolean | undefined;
  /** what other runs have learned; it lies under the first */
  others?: readonly {id: string; weights: Weights}[];
}

const inputs = Float64Array.from({length: 161}, (_, i) => (i - 80) / 16);

/** What other runs have learned is paler. */
const otherStyle: LineStyle = {...learnedStyle, opacity: 0.45};

/** More points than this are drawn no more densely. */
const POINTS = 1000;

function pointsOf(values: Float64Array): Point[] {
  return Array.from(values, (y, i) => [inputs[i]!, y] as const);
}

/** What each hidden unit adds to the output at some inputs, and last the bias unit, `[h][n]`. */
export function contributionsOf(weights: Weights, x: Float64Array): Float64Array[] {
  const {hidden, V} = weights;
  const units = activations(weights, x).map((H, k) => H.map((h) => V[k]! * h));
  return [...units, new Float64Array(x.length).fill(V[hidden - 1]!)];
}

/** The target, the training points, and what the network has learned, with what each hidden unit adds to it if asked for. */
function learnedDrawing(learned: LiveLearned): Drawing {
  const {name, target, weights, epoch, data, contributions, others = []} = learned;
  const truth = inputs.map(target);
  const own = output(weights, inputs);
  const added = contributions ? contributionsOf(weights, inputs) : [];
  const finite = own.every(Number.isFinite);
  const legend: LegendEntry[] = [
    {mark: "line", style: targetStyle, label: `target ${name}`},
    {mark: "line", style: learnedStyle, label: `learned, epoch ${formatEpoch(epoch)}${finite ? "" : ": not finite"}`}
  ];
  if (others.length > 0) legend.push({mark: "line", style: otherStyle, label: "pinned"});
  const unit = (k: number) => (k === weights.hidden - 1 ? biasStyle : unitStyle(k, 0));
  return {
    axes: {
      x: {kind: "linear", domain: [-5, 5], label: "$x$"},
      y: {kind: "linear", domain: domainOf([...truth, ...(data?.y ?? [])], [own, ...added]), label: "output"}
    },
    legend: [legend],
    labelRoom: 0,
    description:
      `The target and what the network has learned after epoch ${epoch}${finite ? "" : ", which is not finite"}` +
      (contributions ? ", with what each of its hidden units and the bias unit add to it." : "."),
    inside: (plot) => [
      ...(data ? [dots(plot, data)] : []),
      ...added.map((values, k) =>
        line(plot, pointsOf(values), unit(k), {"data-series": "contribution", "data-unit": k})
      ),
      ...others.map(({id, weights}) =>
        line(plot, pointsOf(output(weights, inputs)), otherStyle, {"data-series": "learned", "data-run": id})
      ),
      line(plot, pointsOf(truth), targetStyle, {"data-series": "target"}),
      line(plot, pointsOf(own), learnedStyle, {"data-series": "learned", "data-epoch": String(epoch)})
    ],
    above: () => []
  };
}

/** Draws what a network has learned. */
export function drawLearned(
  name: Omit<DrawingName, "kind">,
  learned: LiveLearned,
  {document, width, height = chartHeight(width)}: Omit<ChartOptions, "height" | "idPrefix"> & {height?: number}
): SVGSVGElement {
  return drawChart({...name, kind: "learned"}, learnedDrawing(learned), {document, width, height});
}

/** The axis holds the target and the data; what is learned may widen it to three times that, so that no overflow flattens them. */
function domainOf(fixed: readonly number[], moving: readonly Float64Array[]): [number, number] {
  const [low, high] = extentOfValues([0, ...fixed], "linear")!;
  const span = high - low || 1;
  const extents = moving.map((values) => extentOfValues(values, "linear") ?? [low, high]);
  const least = Math.max(low - span, Math.min(low, ...extents.map(([from]) => from)));
  const most = Math.min(high + span, Math.max(high, ...extents.map(([, to]) => to)));
  return padded([least, most], "linear");
}

function dots({document, x, y}: Plot, data: Dataset): SVGElement {
  const step = Math.max(1, Math.ceil(data.x.length / POINTS));
  const places: string[] = [];
  for (let i = 0; i < data.x.length; i += step) places.push(`M${round(x(data.x[i]!))},${round(y(data.y[i]!))}h0`);
  return element(document, "path", {
    class: "series data-points",
    "data-series": "data",
    d: places.join(""),
    stroke: colour("muted"),
    "stroke-width": 2.4,
    "stroke-linecap": "round",
    "stroke-opacity": 0.5
  });
}
