import {exp} from "../numerics/exp.js";
import type {Dataset} from "./dataset.js";
import {pointwiseTraining} from "./pointwiseTraining.js";
import type {Training} from "./training.js";
import type {Weights} from "./weights.js";

/** About so many pairs of a point and a hidden unit make a slice: some 5 milliseconds. */
const SLICE = 100_000;

/**
 * Gradient descent in an arithmetic of fewer bits: `round`, Math.fround for binary32, is applied to the result of every
 * operation of `training`, in its order, the correctly rounded exp included, and to the initial weights and the learning
 * rate. Records hold numbers of that arithmetic.
 * @param train points whose x and y are numbers of that arithmetic
 * @param test likewise
 */
export function roundedTraining(
  initial: Weights,
  train: Dataset,
  test: Dataset,
  rate: number,
  round: (x: number) => number
): Training {
  const {hidden} = initial;
  const units = hidden - 1;
  const N = round(train.x.length);
  const U = initial.U.map(round);
  const V = initial.V.map(round);
  const GU = new Float64Array(U.length);
  const GV = new Float64Array(V.length);
  const H = new Float64Array(units);
  let sum = 0;

  /** Fills H, adds the point's loss, and returns its error e = o - y. */
  function forward(x: number, y: number): number {
    let o = 0;
    for (let k = 0; k < units; ++k) {
      const z = round(round(U[2 * k]! * x) + U[2 * k + 1]!);
      const h = round(1 / round(1 + round(exp(-z))));
      H[k] = h;
      const product = round(V[k]! * h);
      o = k === 0 ? product : round(o + product);
    }
    o = round(o + V[units]!);
    const e = round(o - y);
    sum = round(sum + round(round(e * e) / 2));
    return e;
  }

  /** The weight after its step; the gradient that is recorded is rounded on its own. */
  function moved(weight: number, gradient: number, rate: number): number {
    return round(weight - round(round(rate * gradient) / N));
  }

  const descent = {
    U,
    V,
    trainSize: train.x.length,
    testSize: test.x.length,
    clear() {
      sum = 0;
      GU.fill(0);
      GV.fill(0);
    },
    test(from: number, to: number) {
      for (let i = from; i < to; ++i) forward(test.x[i]!, test.y[i]!);
    },
    train(from: number, to: number) {
      for (let i = from; i < to; ++i) {
        const x = train.x[i]!;
        const e = forward(x, train.y[i]!);
        for (let k = 0; k < units; ++k) {
          const h = H[k]!;
          GV[k] = round(GV[k]! + round(e * h));
          const d = round(round(round(e * V[k]!) * h) * round(1 - h));
          GU[2 * k] = round(GU[2 * k]! + round(d * x));
          GU[2 * k + 1] = round(GU[2 * k + 1]! + d);
        }
        GV[units] = round(GV[units]! + e);
      }
    },
    loss: (size: number) => round(sum / round(size)),
    step(rate: number, records: Float64Array, start: number) {
      const rounded = round(rate);
      for (let i = 0; i < U.length; ++i) {
        records[start + i] = round(GU[i]! / N);
        U[i] = moved(U[i]!, GU[i]!, rounded);
      }
      for (let k = 0; k < V.length; ++k) {
        records[start + U.length + k] = round(GV[k]! / N);
        V[k] = moved(V[k]!, GV[k]!, rounded);
      }
    }
  };
  return pointwiseTraining(descent, Math.max(1, Math.floor(SLICE / hidden)), rate);
}
