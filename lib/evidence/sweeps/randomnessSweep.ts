import {parseRunId, runId} from "../../experiments/parameters.js";
import type {Sweep} from "./sweep.js";

/** What is drawn anew from run to run. */
export const sources = ["data", "weights", "both"] as const;

export type RandomSource = (typeof sources)[number];

/** Factors on the initial weights, whose standard deviation is 0.01 in the paper. */
export const weightScales = [1, 10, 100] as const;

/** So many seeds, seed-1, seed-2, …, are taken for each group of runs. */
export const SEEDS = 300;

/** The run whose random numbers are drawn anew. */
export const RANDOMNESS_RUN = "f2-h8-rate0.1-epochs1000";

export const randomnessTarget = "f2";

/** What is known of each run: see `Summary`, `onsetEpoch`, and `unexplained` after the last epoch. */
export const randomnessColumns = [
  "lastTestLoss",
  "lowestTestLoss",
  "lowestTestEpoch",
  "standardTestLoss",
  "onset",
  "leftUnexplained",
  "rightUnexplained"
];

/** Runs with new data, new initial weights or both, by the same seeds; what is not new is standard. */
export function randomnessSweep(source: RandomSource, weightScale: number): Sweep {
  const parameters = {...parseRunId(RANDOMNESS_RUN), weightScale};
  const runs = Array.from({length: SEEDS}, (_, i) => {
    const name = `seed-${i + 1}`;
    const fresh = {...(source !== "weights" && {data: name}), ...(source !== "data" && {weights: name})};
    return runId({...parameters, ...fresh});
  });
  return {
    name: randomnessName(source, weightScale),
    module: "evidence/sweeps/randomnessOutcome.ts",
    columns: randomnessColumns,
    runs
  };
}

/** The name of a group's sweep. */
export function randomnessName(source: RandomSource, weightScale: number): string {
  return `randomness-${source}-scale${weightScale}`;
}
