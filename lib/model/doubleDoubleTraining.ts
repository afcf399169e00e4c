import {add, divide, doubleDouble, multiply, negative, subtract, type DoubleDouble} from "../numerics/doubleDouble.js";
import {doubleDoubleExp} from "../numerics/doubleDoubleExp.js";
import {pointwiseTraining} from "./pointwiseTraining.js";
import type {Training} from "./training.js";
import type {Weights} from "./weights.js";

/** Points whose targets are known to some 106 bits. */
export interface DoubleDoubleDataset {
  readonly x: Float64Array;
  readonly y: readonly DoubleDouble[];
}

/** About so many pairs of a point and a hidden unit make a slice: some 5 milliseconds. */
const SLICE = 10_000;

const ZERO = doubleDouble(0);
const ONE = doubleDouble(1);
const TWO = doubleDouble(2);

/**
 * Gradient descent in double-double arithmetic, some 106 bits: the operations of `training` in its order. Records hold the
 * numbers rounded to binary64, and so do U and V; writing one of these sets the weight to that value.
 */
export function doubleDoubleTraining(
  initial: Weights,
  train: DoubleDoubleDataset,
  test: DoubleDoubleDataset,
  rate: number
): Training {
  const {hidden} = initial;
  const units = hidden - 1;
  const U = Float64Array.from(initial.U);
  const V = Float64Array.from(initial.V);
  const exactU = Array.from(U, doubleDouble);
  const exactV = Array.from(V, doubleDouble);
  const GU = exactU.map(() => ZERO);
  const GV = exactV.map(() => ZERO);
  const H = Array.from({length: units}, () => ZERO);
  const trainX = Array.from(train.x, doubleDouble);
  const testX = Array.from(test.x, doubleDouble);
  const N = doubleDouble(train.x.length);
  let sum = ZERO;

  /** Takes over weights that somebody else has written. */
  function adopt(exact: DoubleDouble[], recorded: Float64Array): void {
    for (let i = 0; i < exact.length; ++i)
      if (!Object.is(exact[i]!.hi, recorded[i]!)) exact[i] = doubleDouble(recorded[i]!);
  }

  /** Fills H, adds the point's loss, and returns its error e = o - y. */
  function forward(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
    let o = ZERO;
    for (let k = 0; k < units; ++k) {
      const z = add(multiply(exactU[2 * k]!, x), exactU[2 * k + 1]!);
      const h = divide(ONE, add(ONE, doubleDoubleExp(negative(z))));
      H[k] = h;
      const product = multiply(exactV[k]!, h);
      o = k === 0 ? product : add(o, product);
    }
    o = add(o, exactV[units]!);
    const e = subtract(o, y);
    sum = add(sum, divide(multiply(e, e), TWO));
    return e;
  }

  function move(exact: DoubleDouble[], gradients: DoubleDouble[], rate: DoubleDouble, recorded: Float64Array): void {
    for (let i = 0; i < exact.length; ++i) {
      const weight = subtract(exact[i]!, divide(multiply(rate, gradients[i]!), N));
      exact[i] = weight;
      recorded[i] = weight.hi;
    }
  }

  const descent = {
    U,
    V,
    trainSize: train.x.length,
    testSize: test.x.length,
    clear() {
      adopt(exactU, U);
      adopt(exactV, V);
      sum = ZERO;
      GU.fill(ZERO);
      GV.fill(ZERO);
    },
    test(from: number, to: number) {
      for (let i = from; i < to; ++i) forward(testX[i]!, test.y[i]!);
    },
    train(from: number, to: number) {
      for (let i = from; i < to; ++i) {
        const x = trainX[i]!;
        const e = forward(x, train.y[i]!);
        for (let k = 0; k < units; ++k) {
          const h = H[k]!;
          GV[k] = add(GV[k]!, multiply(e, h));
          const d = multiply(multiply(multiply(e, exactV[k]!), h), subtract(ONE, h));
          GU[2 * k] = add(GU[2 * k]!, multiply(d, x));
          GU[2 * k + 1] = add(GU[2 * k + 1]!, d);
        }
        GV[units] = add(GV[units]!, e);
      }
    },
    loss: (size: number) => divide(sum, doubleDouble(size)).hi,
    step(rate: number, records: Float64Array, start: number) {
      for (let i = 0; i < GU.length; ++i) records[start + i] = divide(GU[i]!, N).hi;
      for (let k = 0; k < GV.length; ++k) records[start + GU.length + k] = divide(GV[k]!, N).hi;
      move(exactU, GU, doubleDouble(rate), U);
      move(exactV, GV, doubleDouble(rate), V);
    }
  };
  return pointwiseTraining(descent, Math.max(1, Math.floor(SLICE / hidden)), rate);
}
