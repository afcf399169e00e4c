import {parseRunId, type RunParameters} from "../../experiments/parameters.js";
import {summarise, type Summary} from "../../experiments/summary.js";
import {column, type History} from "../../model/history.js";
import {epochOperations, type Operations} from "../../model/operations.js";
import {log10} from "../../numerics/log10.js";
import type {Benchmark} from "../benchmark.js";
import type {EngineMatrix} from "../engineMatrix.js";
import type {Kernels} from "../kernels.js";
import type {PaperRow} from "../printed.js";
import {randomnessStudy, type RandomnessStudy} from "../sweeps/randomnessStudy.js";
import type {SweepResults} from "../sweeps/sweepResults.js";

/** What the files of data say, as far as claims are concerned. */
export interface Records {
  paper: readonly PaperRow[];
  kernels: Kernels;
  engines: EngineMatrix;
  benchmark: Pick<Benchmark, "training">;
  /** by run: what it comes to in Monte Carlo arithmetic */
  ensembles: Readonly<Record<string, SweepResults>>;
  /** the sweeps over random numbers, by their names */
  randomNumbers: Readonly<Record<string, SweepResults>>;
}

/** All that claims are measured on. */
export interface Evidence extends Records {
  /** the exact history of a run, every epoch of it */
  history(run: string): History;
  /** what random numbers decide */
  randomness: RandomnessStudy;
  /** the operations that a run takes from its first epoch to its last */
  operations(parameters: RunParameters): Operations;
}

/** The evidence of these histories and records. */
export function evidenceOf(histories: ReadonlyMap<string, History>, records: Records): Evidence {
  return {
    ...records,
    randomness: randomnessStudy(records.randomNumbers),
    history(run) {
      const found = histories.get(run);
      if (!found) throw new RangeError(`A claim is measured on ${run}, which is not among its runs.`);
      return found;
    },
    operations({hidden, epochs, trainSize, testSize}) {
      const {arithmetic, exponentials} = epochOperations(hidden, trainSize, testSize);
      return {arithmetic: epochs * arithmetic, exponentials: epochs * exponentials};
    }
  };
}

/** The columns that have been taken from a history. */
const columns = new WeakMap<History, Map<string, Float64Array>>();

/** One column of a run, an entry an epoch. */
export function course(evidence: Evidence, run: string, name: string): Float64Array {
  const history = evidence.history(run);
  if (!columns.has(history)) columns.set(history, new Map());
  const taken = columns.get(history)!;
  if (!taken.has(name)) taken.set(name, column(history, name));
  return taken.get(name)!;
}

export function testLosses(evidence: Evidence, run: string): Float64Array {
  return course(evidence, run, "test_loss");
}

export function trainLosses(evidence: Evidence, run: string): Float64Array {
  return course(evidence, run, "train_loss");
}

/** The test error as it is plotted: its decimal logarithm. */
export function plottedErrors(evidence: Evidence, run: string): Float64Array {
  return testLosses(evidence, run).map(log10);
}

export function lastTestLoss(evidence: Evidence, run: string): number {
  return testLosses(evidence, run).at(-1)!;
}

export function summaryOf(evidence: Evidence, run: string): Summary {
  return summarise(evidence.history(run));
}

/** Every n-th entry of a curve. */
export function everyNth(curve: Float64Array, n: number): Float64Array {
  return curve.filter((_, i) => i % n === 0);
}

/** The number that the paper prints under a key of data/paper.json, and its share of 1 if it is in per cent. */
export function printedNumber({paper}: Pick<Records, "paper">, key: string): number {
  const row = paper.find((candidate) => candidate.key === key);
  if (!row) throw new RangeError(`data/paper.json has no row with the key “${key}”.`);
  return row.unit === "%" ? Number(row.printed) / 100 : Number(row.printed);
}

export function operationsOf(evidence: Evidence, run: string): number {
  return evidence.operations(parseRunId(run)).arithmetic;
}
