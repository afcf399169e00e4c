import {formatMeasured} from "../../lib/figures/numberFormat.js";
import {contributionsOf, drawLearned} from "../../lib/figures/live/liveLearned.js";
import type {Dataset} from "../../lib/model/dataset.js";
import {output} from "../../lib/model/perceptron.js";
import {targetOf} from "../../lib/model/target.js";
import {labHeight, type LabChart} from "./panel.js";
import {weightsIn, type LabView} from "./view.js";

/** A table of the functions has their values here. */
const tableInputs = Float64Array.from({length: 21}, (_, i) => (i - 10) / 2);

/** The values of a target, each computed once: exact rounding takes its time. */
const known = new Map<string, Map<number, number>>();

function remembered(target: string): (x: number) => number {
  if (!known.has(target)) known.set(target, new Map());
  const values = known.get(target)!;
  const exact = targetOf(target);
  return (x) => {
    let value = values.get(x);
    if (value === undefined) values.set(x, (value = exact(x)));
    return value;
  };
}

/** So many points are drawn while the run trains. */
const FEW_POINTS = 250;

function sample({x, y}: Dataset): Dataset {
  return {x: x.subarray(0, FEW_POINTS), y: y.subarray(0, FEW_POINTS)};
}

function targetName(target: string): string {
  return /^f[12]$/.test(target) ? `$f_${target.slice(1)}$` : "$f$";
}

/** The target, the training points, and what the network has learned of it in the epoch that is shown. */
export const learnedChart: LabChart = {
  id: "learned",
  title: "What the network has learned",
  height: labHeight,
  draw({parameters, columns, row, epoch, data, units, pins, growing}, {width, height}) {
    const learned = {
      name: targetName(parameters.target),
      target: remembered(parameters.target),
      weights: weightsIn(columns, row),
      epoch,
      data: growing ? sample(data.train) : data.train,
      contributions: units,
      others: pins.map((pin) => ({id: pin.id, weights: weightsIn(pin.columns, pin.columns.rowAt(epoch))}))
    };
    return drawLearned({id: "lab-learned", letter: "", title: this.title}, learned, {document, width, height});
  },
  table({parameters, columns, row, units, pins, epoch}: LabView) {
    const weights = weightsIn(columns, row);
    const others = pins.map((pin) => weightsIn(pin.columns, pin.columns.rowAt(epoch)));
    const target = remembered(parameters.target);
    const parts = units ? contributionsOf(weights, tableInputs) : [];
    const values = [tableInputs.map(target), ...[weights, ...others].map((of) => output(of, tableInputs)), ...parts];
    const partName = (k: number) => (k === weights.hidden - 1 ? `V[${k}]` : `V[${k}] H[${k}]`);
    return {
      heads: [
        "x",
        "target",
        "learned",
        ...pins.map(({letter}) => `learned, ${letter}`),
        ...parts.map((_, k) => partName(k))
      ],
      rows: Array.from(tableInputs, (x, i) => [
        String(x).replace("-", "−"),
        ...values.map((column) => formatMeasured(column[i]!))
      ])
    };
  }
};
