import {agreement} from "../../../lib/figures/charts/agreement.js";
import {drawBands} from "../../../lib/figures/charts/bands.js";
import {drawDistribution, type Distribution} from "../../../lib/figures/charts/distribution.js";
import {drawScatter} from "../../../lib/figures/charts/scatter.js";
import {drawStack, type Stack} from "../../../lib/figures/charts/stack.js";
import {document} from "../syntheticFigure.js";

const blue = {colour: "test-error", dash: undefined} as const;
const dashed = {colour: "ink", dash: "5 2.5"} as const;
const halves = Array.from({length: 41}, (_, epoch) => 1 / (1 + epoch));

export const distribution: Distribution = {
  label: "last error",
  scale: "log",
  unit: "run",
  rows: [
    {
      name: "data",
      label: "new data, $h = 3$",
      values: [1, 1.5, 1.5, 2, 2, 2, 30, NaN],
      marks: [
        {value: 1.6, label: "paper 1.6", shape: "paper"},
        {value: 1.61, label: "ours 1.61", shape: "ours"},
        {value: 1e9, label: "beyond", shape: "other"}
      ]
    },
    {name: "weights", label: "new weights", values: Array.from({length: 500}, (_, i) => 1 + (i % 10) / 4)}
  ],
  domain: [0.5, 50]
};

export const stack: Stack = {
  window: [0, 40],
  moments: [
    {epoch: 10, name: "crossing", label: "crossing"},
    {epoch: 11, name: "onset", label: "onset"}
  ],
  epoch: 20,
  layers: [
    {
      label: "error",
      scale: "log",
      courses: [{name: "test_loss", label: "test", style: blue, values: halves}],
      description: "The error.",
      plotHeight: 110
    },
    {
      label: "sharpness $λ$",
      scale: "linear",
      courses: [{name: "sharpness", label: "$λ$", style: dashed, epochs: [0, 20, 40], values: [1000, 3000, 2500]}],
      thresholds: [{value: 2000, label: "2/η"}],
      description: "The sharpness.",
      plotHeight: 110
    }
  ]
};

const name = {id: "x", letter: "a", title: "Title, $f_1$"};

/** Every chart, by the name of its snapshot. */
export const charts: Record<string, (width: number) => SVGSVGElement> = {
  distribution: (width) => drawDistribution(name, distribution, {document, width}),
  stack: (width) => drawStack(name, stack, {document, width}),
  bands: (width) =>
    drawBands(
      name,
      {
        label: "error",
        scale: "log",
        window: [0, 40],
        bands: [
          {label: "5–95 %", low: halves.map((value) => value / 2), high: halves.map((value) => value * 2)},
          {label: "25–75 %", low: halves.map((value) => value / 1.2), high: halves.map((value) => value * 1.2)}
        ],
        courses: [{name: "ours", label: "our run", style: dashed, values: halves}],
        marks: [{epoch: 40, value: 0.03, label: "paper 0.03", shape: "paper"}],
        description: "Bands."
      },
      {document, width}
    ),
  agreement: (width) =>
    drawScatter(
      name,
      agreement(
        [
          {x: 100, y: 103, name: "first"},
          {x: 700, y: 600, name: "second", hollow: true}
        ],
        {x: {label: "predicted", scale: "log"}, y: {label: "measured", scale: "log"}},
        {relative: 0.05, absolute: 3, label: "within 5 %"},
        "Agreement."
      ),
      {document, width}
    ),
  bits: (width) =>
    drawScatter(
      name,
      {
        x: {label: "bits", scale: "linear", ticks: [24, 53].map((value) => ({value, text: String(value)}))},
        y: {label: "onset", scale: "linear"},
        points: [{x: 24, y: 634, name: "binary32"}],
        lines: [
          {
            name: "predicted",
            label: "predicted",
            style: dashed,
            points: [
              [20, 600],
              [60, 800]
            ]
          }
        ],
        description: "Onset against bits."
      },
      {document, width}
    )
};
