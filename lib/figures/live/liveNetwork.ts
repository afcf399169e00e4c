import type {Weights} from "../../model/weights.js";
import {drawingRoot, type ChartOptions, type DrawingName} from "../chart.js";
import {drawTitle} from "../frame.js";
import {label, plainText} from "../label.js";
import {formatEpoch, formatMeasured, formatRound} from "../numberFormat.js";
import {element} from "../svg.js";
import {biasStyle, colour, columnLabel, sizes, unitStyle, type LineStyle} from "../theme.js";
import {drawEdge, drawUnit, sign, type Edge} from "./networkEdges.js";

/** A network with its weights at an epoch. */
export interface LiveNetwork {
  weights: Weights;
  epoch: number;
  /** the size of a weight that is drawn with the widest line; without it that of the largest */
  most?: number | undefined;
  /** the weight that stands out, by its column, such as `U_0_1` */
  selected?: string | undefined;
}

const TOP = 44;
const BOTTOM = 46;
/** The rows of hidden units are so far apart (px), if the height allows. */
const ROW = {least: 13, most: 46} as const;
const WIDEST = 7;
const THINNEST = 0.6;
/** Where colours repeat, the place tells the unit: only the input has to be told by the dash. */
const DASH = unitStyle(0, 1).dash;

/** The height (px) at which all units can be told apart. */
export function networkHeight(hidden: number, width: number): number {
  return Math.max(
    Math.min(Math.round(width * 0.73), hidden * ROW.most + TOP + BOTTOM),
    hidden * ROW.least + TOP + BOTTOM
  );
}

/**
 * Draws a network with its weights: an edge is the wider the larger its weight, has its unit's colour and a plus or minus
 * sign; dashes mark the weights of the input's bias unit, as in the curves. Every edge has a broad invisible target with
 * `data-weight` (the column, `U_k_j` or `V_k`) and `data-value`.
 */
export function drawLiveNetwork(
  name: Omit<DrawingName, "kind">,
  {weights, epoch, most, selected}: LiveNetwork,
  {
    document,
    width,
    height = networkHeight(weights.hidden, width)
  }: Omit<ChartOptions, "height" | "idPrefix"> & {
    height?: number;
  }
): SVGSVGElement {
  const {hidden} = weights;
  const row = Math.min(ROW.most, (height - TOP - BOTTOM) / hidden);
  const middle = (TOP + height - BOTTOM) / 2;
  const unitY = (k: number) => middle + (k - (hidden - 1) / 2) * row;
  const r = Math.max(3, Math.min(14, row * 0.4));
  const [inputX, hiddenX, outputX] = [24, width * 0.54, width - 24];
  const spread = Math.min(90, Math.max(34, row * hidden * 0.25));
  const inputs = [middle - spread, middle + spread] as const;
  const port = Math.min(4.5, row * 0.2);
  const all = edgesOf(weights);
  const largest = most ?? Math.max(...all.map(({value}) => (Number.isFinite(value) ? Math.abs(value) : 0)));
  const widest = Math.min(WIDEST, row * 0.42);
  const edges = all.map((edge): Edge => {
    const size = Number.isFinite(edge.value) && largest > 0 ? Math.min(1, Math.abs(edge.value) / largest) : 0;
    const isU = edge.input !== undefined;
    const y = unitY(edge.unit) + (isU ? (edge.input === 0 ? -port : port) : 0);
    return {
      ...edge,
      width: THINNEST + size * (widest - THINNEST),
      target: Math.min(12, row * (isU ? 0.4 : 0.8)),
      selected: edge.column === selected,
      from: isU ? [inputX + 14, inputs[edge.input!]!] : [hiddenX + r, y],
      to: isU ? [hiddenX - r, y] : [outputX - 14, middle],
      // Signs stand beside the hidden unit, where edges do not cross.
      sign: [isU ? hiddenX - r - (edge.input === 0 ? 8 : 19) : hiddenX + r + 9, y],
      signRadius: Math.min(4.5, row * 0.32)
    };
  });
  const ink: LineStyle = {colour: "ink", dash: undefined};
  const caption = (text: string, x: number, y: number, anchor = "middle") =>
    label(document, text, {x, y, "text-anchor": anchor, size: sizes.text, fill: colour("muted")});
  const size = {width, height};
  return drawingRoot(document, {...name, kind: "live-network"}, {size, box: size, description: describe(all, epoch)}, [
    drawTitle(document, name.letter, name.title),
    element(
      document,
      "g",
      {class: "network-edges"},
      edges.map((edge) => drawEdge(document, edge))
    ),
    element(
      document,
      "g",
      {class: "network-signs"},
      edges.flatMap((edge) => sign(document, edge))
    ),
    ...Array.from({length: hidden}, (_, k) =>
      drawUnit(
        document,
        [hiddenX, unitY(k)],
        r,
        String(k),
        k === hidden - 1 ? biasStyle : unitStyle(k, 0),
        k === hidden - 1
      )
    ),
    drawUnit(document, [inputX, inputs[0]], 14, "$x$", ink, false),
    drawUnit(document, [inputX, inputs[1]], 14, "1", biasStyle, true),
    drawUnit(document, [outputX, middle], 14, "$O$", ink, false),
    caption("input", 0, 34, "start"),
    caption("hidden", hiddenX, 34),
    caption("output", width, 34, "end"),
    caption(`widest line: ${formatRound(largest)}; ⊕ positive, ⊖ negative`, 0, height - 22, "start"),
    caption(`after epoch ${formatEpoch(epoch)}; dashed: from the bias unit`, 0, height - 6, "start")
  ]);
}

/** A weight and where it belongs. */
type WeightOf = Pick<Edge, "column" | "value" | "unit" | "input" | "style">;

function edgesOf({hidden, U, V}: Weights): WeightOf[] {
  const ofU = Array.from(U, (value, i): WeightOf => {
    const [unit, input] = [i >> 1, (i & 1) as 0 | 1];
    return {
      column: `U_${unit}_${input}`,
      value,
      unit,
      input,
      style: {...unitStyle(unit, input), dash: input === 1 ? DASH : undefined}
    };
  });
  const ofV = Array.from(V, (value, unit): WeightOf => {
    const style = unit === hidden - 1 ? biasStyle : {...unitStyle(unit, 0), dash: undefined};
    return {column: `V_${unit}`, value, unit, input: undefined, style};
  });
  return [...ofU, ...ofV];
}

function describe(all: readonly WeightOf[], epoch: number): string {
  const largest = [...all].sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, 5);
  const named = largest.map(({column, value}) => `${plainText(columnLabel(column))} ${formatMeasured(value)}`);
  return `The network with its ${all.length} weights after epoch ${epoch}. The largest are ${named.join(", ")}.`;
}
