import {extentOfValues, padded} from "../scales.js";
import type {Scatter, ScatterAxis, ScatterPoint} from "./scatter.js";

/** How far a measured value may be from the predicted one: the larger of a share of the prediction and an amount. */
export interface Tolerance {
  relative: number;
  absolute: number;
  /** for the legend, such as `within 5 % or 3 epochs` */
  label: string;
}

const STEPS = 64;

/** Predicted (horizontal) against measured values on equal axes: on the diagonal both agree. */
export function agreement(
  points: readonly ScatterPoint[],
  axes: {x: Omit<ScatterAxis, "domain">; y: Omit<ScatterAxis, "domain">},
  {relative, absolute, label}: Tolerance,
  description: string
): Scatter {
  const {scale} = axes.x;
  const values = points.flatMap(({x, y}) => [x, y]);
  const domain = padded(extentOfValues(values, scale), scale);
  const inputs = Array.from({length: STEPS + 1}, (_, i) => {
    const share = i / STEPS;
    return scale === "log"
      ? domain[0] ** (1 - share) * domain[1] ** share
      : domain[0] + (domain[1] - domain[0]) * share;
  });
  const slack = (x: number) => Math.max(relative * Math.abs(x), absolute);
  const floor = scale === "log" ? domain[0] / 10 : -Infinity;
  return {
    x: {...axes.x, domain},
    y: {...axes.y, domain},
    points,
    lines: [{name: "diagonal", style: {colour: "muted", dash: undefined}, points: inputs.map((x) => [x, x] as const)}],
    band: {
      low: inputs.map((x) => [x, Math.max(floor, x - slack(x))] as const),
      high: inputs.map((x) => [x, x + slack(x)] as const),
      label
    },
    description
  };
}
