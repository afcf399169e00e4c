import {parseRunId} from "../../experiments/parameters.js";
import {run} from "../../experiments/run.js";
import {weightsAt} from "../../model/history.js";
import {output} from "../../model/perceptron.js";
import type {Half} from "./halves.js";
import {groupOf, missedClasses, randomnessStudy, type RandomnessStudy} from "./randomnessStudy.js";
import type {SweepResults} from "./sweepResults.js";

/** What the middle one of all runs that missed the same halves has learned. */
export interface LearnedExample {
  id: string;
  missed: readonly Half[];
  lastTestLoss: number;
  /** after the last epoch, at the inputs that were asked for */
  outputs: Float64Array;
}

/** All that the report says about random numbers. */
export interface RandomnessReport {
  study: RandomnessStudy;
  /** of the runs with new data and new weights of the paper's size, one for each class of missed halves */
  examples: LearnedExample[];
}

/** Studies the results of the sweeps over random numbers, by their names, and makes the examples anew. */
export async function randomnessReport(
  results: Readonly<Record<string, SweepResults>>,
  inputs: Float64Array
): Promise<RandomnessReport> {
  const study = randomnessStudy(results);
  const examples: LearnedExample[] = [];
  for (const {example: id, missed} of missedClasses(groupOf(study, "both", 1))) {
    const {history, summary} = await run(parseRunId(id));
    const outputs = output(weightsAt(history, history.epochs), inputs);
    examples.push({id, missed, lastTestLoss: summary.lastTestLoss, outputs});
  }
  return {study, examples};
}
