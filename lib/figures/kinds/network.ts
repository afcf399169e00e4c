import {label} from "../label.js";
import {arrow, drawNode, drawSum, edgeLabel, SUM_RADIUS, type Position} from "../networkParts.js";
import {element} from "../svg.js";
import {biasStyle, colour, sizes, unitStyle, type LineStyle} from "../theme.js";

/** The schema with its title is laid out in this box (px) and scaled to the panel's size. */
export const networkSize = {width: 376, height: 310} as const;

export const schemaDescription =
  "The input x is X[0]; the bias unit X[1] is 1. Each of the h-1 hidden units sums both inputs, weighted by U[k,0] and " +
  "U[k,1], and applies σ, which gives H[k]; the hidden bias unit H[h-1] is 1. The output O[0] is the sum of the hidden " +
  "units, weighted by V[0,0] to V[0,h-1].";

const inputColumn = 54;
const sumColumn = 190;
const hiddenColumn = 260;
const outputColumn = 354;
const outputRow = 156;
const inputRows = [92, 206] as const;
const RADIUS = 17;

/**
 * The hidden units that are drawn, with the shares of their edges at which the labels of U stand, clear of other edges;
 * an ellipsis stands for the units between the second and the last.
 */
const units = [
  {name: "0", row: 52, shares: [0.72, 0.8], style: (input: 0 | 1) => unitStyle(0, input)},
  {name: "1", row: 116, shares: [0.735, 0.78], style: (input: 0 | 1) => unitStyle(1, input)},
  {name: "h-2", row: 212, shares: [0.735, 0.7], style: (input: 0 | 1) => unitStyle(2, input)}
];
const biasRow = 272;

/**
 * The schema of the network: inputs, the hidden units before and after σ, output, and the weight of every edge. Colours
 * and dashes are those of the weights' curves; bias units are grey.
 */
export function drawNetwork(document: Document): SVGElement {
  const edges: SVGElement[] = [];
  const labels: SVGElement[] = [];
  const nodes: SVGElement[] = [];

  const edge = (from: Position, to: Position, radii: Position, style: LineStyle, name?: string, share = 0.5) => {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const along = (distance: number): Position => [
      from[0] + ((to[0] - from[0]) * distance) / length,
      from[1] + ((to[1] - from[1]) * distance) / length
    ];
    edges.push(arrow(document, along(radii[0]), along(length - radii[1] - 1.5), style));
    if (name) labels.push(edgeLabel(document, name, along(share * length)));
  };
  const node = (at: Position, name: string, style: LineStyle, bias = false) =>
    nodes.push(drawNode(document, at, RADIUS, name, style, bias));

  const ink: LineStyle = {colour: "ink", dash: undefined};
  const output: Position = [outputColumn, outputRow];
  const bias: Position = [hiddenColumn, biasRow];
  const inputs = inputRows.map((row): Position => [inputColumn, row]);

  for (const {name, row, shares, style} of units) {
    const sum: Position = [sumColumn, row];
    const hidden: Position = [hiddenColumn, row];
    inputs.forEach((input, j) =>
      edge(input, sum, [RADIUS, SUM_RADIUS], style(j as 0 | 1), `$U_{${name},${j}}$`, shares[j])
    );
    edge(sum, hidden, [SUM_RADIUS, RADIUS], style(0));
    labels.push(edgeLabel(document, "$σ$", [(sumColumn + hiddenColumn) / 2 - 5, row - 9]));
    edge(hidden, output, [RADIUS, RADIUS], style(0), `$V_{0,${name}}$`, 0.42);
    nodes.push(drawSum(document, sum, style(0)));
    node(hidden, `$H_{${name}}$`, style(0));
  }
  edge(bias, output, [RADIUS, RADIUS], biasStyle, "$V_{0,h-1}$", 0.42);
  edges.push(arrow(document, [14, inputRows[0]], [inputColumn - RADIUS - 1.5, inputRows[0]], ink));
  labels.push(label(document, "$x$", {x: 3, y: inputRows[0] + 4, size: sizes.title, fill: colour("ink")}));
  node(inputs[0]!, "$X_0$", ink);
  node(inputs[1]!, "$X_1$", biasStyle, true);
  node(bias, "$H_{h-1}$", biasStyle, true);
  node(output, "$O_0$", ink);

  const caption = (text: string, x: number, y: number) =>
    label(document, text, {x, y, "text-anchor": "middle", size: sizes.text, fill: colour("muted")});
  const notes = [
    caption("input", inputColumn, 18),
    caption("hidden", (sumColumn + hiddenColumn) / 2, 18),
    caption("output", outputColumn - 8, 18),
    caption("= 1", inputColumn, inputRows[1] + RADIUS + 16),
    caption("= 1", hiddenColumn, biasRow + RADIUS + 16)
  ];
  const dots = [sumColumn, hiddenColumn].flatMap((cx) =>
    [-7, 0, 7].map((dy) => element(document, "circle", {cx, cy: 164 + dy, r: 1.5, fill: colour("muted")}))
  );
  return element(document, "g", {class: "network"}, [...edges, ...dots, ...labels, ...nodes, ...notes]);
}
