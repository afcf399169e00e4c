import type {Outcome} from "./outcome.js";

/** Runs of which the same is to be known, and what of each. */
export interface Sweep {
  /** also that of its file in data/ensembles, without the extension */
  name: string;
  /** the file of lib that exports the function `outcome`, such as `evidence/sweeps/roundingOutcome.ts` */
  module: string;
  /** what the values of an outcome are */
  columns: readonly string[];
  /** the runs, by their ids */
  runs: readonly string[];
}

/** Makes a run and takes of it what a sweep wants to know. */
export type OutcomeOf = (id: string) => Promise<Outcome>;
