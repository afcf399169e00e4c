import {targetOf} from "../../model/target.js";
import type {Point} from "../curve.js";
import type {Drawing} from "../drawing.js";
import {line} from "../line.js";
import {wholeInterval, type FunctionPanel} from "../panel.js";
import {padded} from "../scales.js";
import {targetStyle} from "../theme.js";

/** The markup of a target's name; a formula's is f. */
export function targetLabel(target: string): string {
  return target.startsWith("f(") ? "$f$" : `$f_${target.slice(1)}$`;
}

/** The points of a target function at some inputs. */
export function targetPoints(target: string, inputs: Float64Array): Point[] {
  const f = targetOf(target);
  return Array.from(inputs, (x) => [x, f(x)] as const);
}

/** A target function over the interval from -5 to 5. */
export function functionPanel({id, target}: FunctionPanel): Drawing {
  const points = targetPoints(target, wholeInterval);
  const values = points.map(([, y]) => y);
  return {
    axes: {
      x: {kind: "linear", domain: [-5, 5], label: "$x$"},
      y: {
        kind: "linear",
        domain: padded([Math.min(0, ...values), Math.max(...values)], "linear"),
        label: `${targetLabel(target)}$(x)$`
      }
    },
    legend: [],
    labelRoom: 0,
    description: `The function ${target} over the interval from -5 to 5.`,
    inside: (plot) => [line(plot, points, targetStyle, {"data-series": target, "data-panel": id})],
    above: () => []
  };
}
