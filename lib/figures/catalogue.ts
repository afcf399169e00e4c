import {parseRunId, runId, standard} from "../experiments/parameters.js";
import {standIns} from "../experiments/registry.js";
import type {NetworkPanel, Panel} from "./panel.js";
import {errorOf, functionOf, learnedOf, sharing, shownUpTo, U, V, weightsOf} from "./panelBuilders.js";

/** A figure of the paper, as data. */
export interface FigureEntry {
  /** the paper's number */
  id: string;
  /** the page (file name without extension) on which it stands */
  page: string;
  /** markup: `:run[ID]`, `:ref[figure-3a]`, `$…$`, `*…*` */
  caption: string;
  /** panels side by side on a wide screen */
  columns: 1 | 2 | 3;
  /** nominal width (px) of a panel */
  panelWidth: number;
  /** panels that start a row before the row above is full */
  rowStarts: readonly string[];
  panels: readonly Panel[];
  /** display formulas (TeX) that stand beside the panels */
  equations: readonly string[];
}

const f1h3 = idOf("f1", 3, 1, 1000);
const f1h3slow = idOf("f1", 3, 0.1, 10000);
const f1h2rate01 = idOf("f1", 2, 0.1, 1000);
const f1h3rate01 = idOf("f1", 3, 0.1, 1000);
const f1h5rate01 = idOf("f1", 5, 0.1, 1000);
const f2h3 = idOf("f2", 3, 0.1, 1000);
const f2h6 = idOf("f2", 6, 0.1, 1000);
const f2h8 = idOf("f2", 8, 0.1, 1200);
const f2h8fast = idOf("f2", 8, 1, 1000);
const {figure3f, figure8R1: r1, figure8R2: r2} = standIns;

function idOf(...tuple: Parameters<typeof standard>): string {
  return runId(standard(...tuple));
}

function seeds(run: string): string {
  const {data, weights} = parseRunId(run);
  return data === weights
    ? `the seed “${data}” for data and weights`
    : `the seeds “${data}” for data and “${weights}” for weights`;
}

const network: NetworkPanel = {id: "2", kind: "network", title: "The network", runs: []};

const entry = (
  id: string,
  page: string,
  columns: FigureEntry["columns"],
  panels: Panel[],
  caption: string,
  more: Partial<FigureEntry> = {}
): FigureEntry => ({id, page, columns, panels, caption, panelWidth: 330, rowStarts: [], equations: [], ...more});

/** The paper's nine figures. */
export const figures: readonly FigureEntry[] = [
  entry(
    "1",
    "network",
    2,
    [functionOf("1a", "f1", "$f_1(x) = \\exp(x/5)$"), functionOf("1b", "f2", "$f_2(x) = \\sin(x) · (-x^2 + 25)$")],
    "The two target functions, $f_1$ on the left and $f_2$ on the right, over the interval from −5 to 5."
  ),
  entry(
    "2",
    "network",
    1,
    [network],
    "The network, its layers and its weights. Each hidden unit has the colour that its weights have in every plot; " +
      "dashes mark the weights $U_{k,1}$ of the input’s bias unit. Bias units, whose value is always 1, are grey.",
    {
      panelWidth: 376,
      equations: [
        "X \\in \\mathbb{R}^{2},\\quad H \\in \\mathbb{R}^{h},\\quad O \\in \\mathbb{R}^{1}",
        "U \\in \\mathbb{R}^{(h-1) \\times 2},\\quad V \\in \\mathbb{R}^{1 \\times h}",
        "X = \\begin{bmatrix} x \\\\ 1 \\end{bmatrix}",
        "H = \\begin{bmatrix} \\sigma(U \\cdot X) \\\\ 1 \\end{bmatrix}",
        "O = \\begin{bmatrix} V \\cdot H \\end{bmatrix}"
      ]
    }
  ),
  entry(
    "3",
    "experiments-f1",
    3,
    sharing(
      [
        errorOf("3a", f1h3, "Test error"),
        learnedOf("3b", f1h3, "Learned after the last epoch", {titleAtEpoch: "Learned"}),
        learnedOf("3c", f1h3, "Learned at the lowest error", {at: "lowest", titleAtEpoch: "Learned"}),
        weightsOf("3d", f1h3, "Weights $U$", U(2, 0, 1)),
        weightsOf("3e", f1h3, "Weights $V$", V(2, 0)),
        errorOf("3f", figure3f, "Test error, new random numbers")
      ],
      ["3a", "3f"],
      ["3b", "3c"]
    ),
    `The run :run[${f1h3}]. *a*: the test error, on a logarithmic axis; *b*: what the network has learned at the end; ` +
      "*c*: what it had learned when the test error was lowest; *d* and *e*: the course of the weights. *f* shows the test " +
      `error of another run, :run[${figure3f}], with a new data set and new initial weights. It is a stand-in: the paper’s ` +
      `run had unseeded random numbers and cannot be repeated; this one has ${seeds(figure3f)}.`
  ),
  entry(
    "4",
    "experiments-f1",
    3,
    [
      errorOf("4a", f1h3slow, "Test error"),
      weightsOf("4b", f1h3slow, "Weights $U$", U(2, 0, 1)),
      weightsOf("4c", f1h3slow, "Weights $V$", V(2, 0))
    ],
    `The run :run[${f1h3slow}]: a tenth of the learning rate of :ref[figure-3] and ten times its epochs. What it learns is ` +
      "hard to tell from :ref[figure-3c] and therefore not shown."
  ),
  entry(
    "5",
    "experiments-f1",
    3,
    sharing(
      [
        errorOf("5a", f1h2rate01, "Test error, $h = 2$"),
        weightsOf("5b", f1h2rate01, "Weights $U$, $h = 2$", U(1, 0, 1)),
        weightsOf("5c", f1h2rate01, "Weights $V$, $h = 2$", V(1, 0)),
        errorOf("5d", f1h3rate01, "Test error, $h = 3$"),
        weightsOf("5e", f1h3rate01, "Weights $U$, $h = 3$", U(2, 0, 1)),
        weightsOf("5f", f1h3rate01, "Weights $V$, $h = 3$", V(2, 0)),
        weightsOf("5g", f1h5rate01, "Weights $U_{k,0}$, $h = 5$", U(4, 0)),
        weightsOf("5h", f1h5rate01, "Weights $U_{k,1}$, $h = 5$", U(4, 1)),
        weightsOf("5i", f1h5rate01, "Weights $V$, $h = 5$", V(4, 0))
      ],
      ["5a", "5d"],
      ["5b", "5e", "5g", "5h"],
      ["5c", "5f", "5i"]
    ),
    `The runs :run[${f1h2rate01}] (top), :run[${f1h3rate01}] (middle) and :run[${f1h5rate01}] (bottom). All plots of the ` +
      "error share their axes, as do all plots of $U$ and all plots of $V$. For $h = 5$ the eight weights in $U$ are split " +
      "over two plots. The weight of the hidden bias unit, grey, is $V_{h-1}$: $V_1$ in *c*, $V_2$ in *f* and $V_4$ in " +
      "*i*. The plots in the middle show the first 1000 epochs of :ref[figure-4]."
  ),
  entry(
    "6",
    "experiments-f2",
    3,
    sharing(
      [
        errorOf("6a", f2h3, "Test error, $h = 3$"),
        errorOf("6b", f2h6, "Test error, $h = 6$"),
        errorOf("6c", f2h8, "Test error, $h = 8$"),
        learnedOf("6d", f2h3, "Learned, $h = 3$"),
        learnedOf("6e", f2h6, "Learned, $h = 6$"),
        learnedOf("6f", f2h8, "Learned, $h = 8$"),
        weightsOf("6g", f2h8, "Weights $U_{k,0}$, $k < 4$, $h = 8$", U(4, 0)),
        weightsOf("6h", f2h8, "Weights $U_{k,1}$, $k < 4$, $h = 8$", U(4, 1)),
        weightsOf("6i", f2h8, "Weights $V_k$, $k > 2$, $h = 8$", V(7, 3))
      ],
      ["6a", "6b", "6c"],
      ["6d", "6e", "6f"]
    ),
    `The runs :run[${f2h3}], :run[${f2h6}] and :run[${f2h8}]: the test error and the learned function of all three, on the ` +
      "same axes, and 8 of the 14 weights in $U$ and 5 of the 8 weights in $V$ of the last."
  ),
  entry(
    "7",
    "experiments-f2",
    3,
    [
      errorOf("7a", f2h8fast, "Test error"),
      learnedOf("7b", f2h8fast, "Learned after the last epoch", {titleAtEpoch: "Learned"}),
      shownUpTo(50, weightsOf("7c", f2h8fast, "Weights $U_{k,0}$, $k < 4$", U(4, 0))),
      shownUpTo(50, weightsOf("7d", f2h8fast, "Weights $U_{k,1}$, $k < 4$", U(4, 1))),
      shownUpTo(50, weightsOf("7e", f2h8fast, "Weights $V_k$, $k > 2$", V(7, 3)))
    ],
    `The run :run[${f2h8fast}]. The plots of the weights show the first 50 epochs only, so that each oscillation can be seen.`,
    {rowStarts: ["7c"]}
  ),
  entry(
    "8",
    "experiments-f2",
    3,
    sharing(
      [
        errorOf("8a", r1, "Test error, R1"),
        errorOf("8b", r2, "Test error, R2"),
        learnedOf("8c", r2, "Learned, R2"),
        weightsOf("8d", r1, "Weights $U_{k,0}$, $k < 4$, R1", U(4, 0)),
        weightsOf("8e", r1, "Weights $U_{k,1}$, $k < 4$, R1", U(4, 1)),
        weightsOf("8f", r1, "Weights $V_k$, $k > 2$, R1", V(7, 3)),
        weightsOf("8g", r2, "Weights $U_{k,0}$, $k < 4$, R2", U(4, 0)),
        weightsOf("8h", r2, "Weights $U_{k,1}$, $k < 4$, R2", U(4, 1)),
        weightsOf("8i", r2, "Weights $V_k$, $k > 2$, R2", V(7, 3))
      ],
      ["8a", "8b"],
      ["8d", "8g"],
      ["8e", "8h"],
      ["8f", "8i"]
    ),
    `Two runs like the last of :ref[figure-6], with new data sets and new initial weights: R1 is :run[${r1}] and R2 is ` +
      `:run[${r2}]. Plots of R1 and R2 that show the same share their axes. Both are stand-ins: the paper’s runs had ` +
      `unseeded random numbers and cannot be repeated. R1 has ${seeds(r1)}, R2 ${seeds(r2)}.`
  ),
  entry(
    "9",
    "appendix",
    1,
    [errorOf("9", f1h3, "Test and training error", ["test_loss", "train_loss"])],
    `The run :run[${f1h3}] as in :ref[figure-3a], with the error on the training set beside it: both follow the same ` +
      "course, so the drop in performance is no overfitting.",
    {panelWidth: 380}
  )
];

/**
 * The figure of this number.
 * @throws RangeError if there is none
 */
export function figure(id: string): FigureEntry {
  const found = figures.find((candidate) => candidate.id === id);
  if (!found) throw new RangeError(`There is no figure “${id}”: the paper’s figures are 1 to ${figures.length}.`);
  return found;
}
