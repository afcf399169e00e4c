import type {RunParameters} from "../experiments/parameters.js";

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
