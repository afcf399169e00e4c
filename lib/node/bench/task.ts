import {standard, type RunParameters} from "../../experiments/parameters.js";
import {standardData} from "../../model/dataset.js";
import {standardWeights} from "../../model/weights.js";

/** What every benchmarked program reads as JSON from stdin: one run, with its data and initial weights spelt out. */
export interface BenchTask {
  parameters: RunParameters;
  /** `[h-1][2]`, row-major */
  U: number[];
  /** `[h]` */
  V: number[];
  train: {x: number[]; y: number[]};
  test: {x: number[]; y: number[]};
  rate: number;
  epochs: number;
  /** the epoch whose test loss it reports, so that nobody is fast by computing something else */
  check: number;
}

/** What it writes as JSON to stdout. */
export interface BenchResult {
  /** of processor time, for the training alone, without the start of the program and its reading */
  seconds: number;
  testLoss: number;
}

export const CHECK_EPOCH = 20;

/** Learning f2 at rate 0.05 from the standard data and weights: smooth, so every program stays on the same course. */
export function benchTask(hidden: number, epochs: number): BenchTask {
  const parameters = standard("f2", hidden, 0.05, epochs);
  const {train, test} = standardData(parameters.target, parameters);
  const {U, V} = standardWeights(hidden);
  const points = ({x, y}: typeof train) => ({x: [...x], y: [...y]});
  return {
    parameters,
    U: [...U],
    V: [...V],
    train: points(train),
    test: points(test),
    rate: parameters.learningRate,
    epochs,
    check: CHECK_EPOCH
  };
}

/** The task for a program that reads plain numbers: see test/bench/native.c. */
export function plainNumbers({parameters, U, V, train, test, rate, epochs, check}: BenchTask): string {
  const sizes = [parameters.hidden, train.x.length, test.x.length, epochs, check, rate];
  return [...sizes, ...U, ...V, ...train.x, ...train.y, ...test.x, ...test.y].join(" ");
}
