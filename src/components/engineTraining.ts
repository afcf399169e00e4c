import type {RunParameters} from "../lib/experiments/parameters.js";
import {recordLength, recordsLength, type History} from "../lib/model/history.js";
import {standardData, type Dataset, type Datasets} from "../lib/model/dataset.js";
import {standardWeights} from "../lib/model/weights.js";

/** An exponential function, correctly rounded or not. */
export type Exponential = (x: number) => number;

/** The standard data of a run, the target f1 computed with an exponential of the engine's. */
export function engineData(
  {target, trainSize, testSize}: RunParameters,
  exponential: Exponential = Math.exp
): Datasets {
  const {train, test} = standardData(target, {trainSize, testSize});
  if (target !== "f1") return {train, test};
  const again = ({x}: Dataset): Dataset => ({x, y: x.map((value) => exponential(value / 5))});
  return {train: again(train), test: again(test)};
}

/**
 * The training of a run on standard data as lib/model defines it, in every operation and its order, but for one thing:
 * the exponential, in the target f1 and in the logistic function, is the engine's own, which may round as it likes. This
 * is the only file where `Math.exp` has a say in a number that is shown, and it is there to show what comes of it.
 * @param exponential whatever takes its place
 */
export function engineHistory(parameters: RunParameters, exponential: Exponential = Math.exp): History {
  const {hidden, learningRate, epochs, trainSize, weightScale} = parameters;
  const {train, test} = engineData(parameters, exponential);
  const {U, V} = standardWeights(hidden, weightScale);
  const m = hidden - 1;
  const H = new Float64Array(hidden).fill(1);
  const GU = new Float64Array(2 * m);
  const GV = new Float64Array(hidden);
  const stride = recordLength(hidden);
  const records = new Float64Array(recordsLength(hidden, epochs));

  function output(x: number): number {
    for (let k = 0; k < m; ++k) H[k] = 1 / (1 + exponential(-(U[2 * k]! * x + U[2 * k + 1]!)));
    let o = V[0]! * H[0]!;
    for (let k = 1; k < hidden; ++k) o += V[k]! * H[k]!;
    return o;
  }

  function addGradients(x: number, e: number): void {
    for (let k = 0; k < hidden; ++k) GV[k]! += e * H[k]!;
    for (let k = 0; k < m; ++k) {
      const d = e * V[k]! * H[k]! * (1 - H[k]!);
      GU[2 * k]! += d * x;
      GU[2 * k + 1]! += d;
    }
  }

  function loss({x, y}: Dataset, each?: (x: number, e: number) => void): number {
    let sum = 0;
    for (let i = 0; i < x.length; ++i) {
      const e = output(x[i]!) - y[i]!;
      sum += (e * e) / 2;
      each?.(x[i]!, e);
    }
    return sum / x.length;
  }

  for (let epoch = 0, at = 0; epoch <= epochs; ++epoch, at += stride) {
    GU.fill(0);
    GV.fill(0);
    records[at] = loss(test);
    records[at + 1] = loss(train, addGradients);
    records.set([...U, ...V], at + 2);
    if (epoch === epochs) break;
    const gradients = [...GU, ...GV].map((sum) => sum / trainSize);
    records.set(gradients, at + 2 + gradients.length);
    GU.forEach((sum, i) => (U[i] = U[i]! - (learningRate * sum) / trainSize));
    GV.forEach((sum, k) => (V[k] = V[k]! - (learningRate * sum) / trainSize));
  }
  return {hidden, epochs, records};
}
