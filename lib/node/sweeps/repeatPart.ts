import {randomInt} from "node:crypto";
import {outcomeDifference} from "../../evidence/sweeps/outcomeDifference.js";
import type {Sweep} from "../../evidence/sweeps/sweep.js";
import {makeOutcomes} from "./makeOutcomes.js";
import type {OutcomeStore} from "./outcomeStore.js";
import {committedResults} from "./sweepFiles.js";

/** What repeating some of the runs of the recorded sweeps has shown. */
export interface PartRepeated {
  repeated: number;
  of: number;
  /** a sentence for each run, or file, that is not as recorded */
  findings: string[];
}

/** Keeps nothing: every run is made anew. */
const nothing: OutcomeStore = {read: () => null, write: async () => {}, keepOnly: async () => {}};

/**
 * Makes runs of all sweeps again, chosen at random, and compares them with data/ensembles.
 * @param oneIn of so many runs one is chosen
 */
export async function repeatPart(sweeps: readonly Sweep[], oneIn: number): Promise<PartRepeated> {
  const findings: string[] = [];
  const all = sweeps.flatMap((sweep) => {
    try {
      const results = committedResults(sweep);
      return sweep.runs.map((id, i) => ({module: sweep.module, id, i, results}));
    } catch (error) {
      findings.push((error as Error).message);
      return [];
    }
  });
  const chosen = Array.from({length: Math.ceil(all.length / oneIn)}, () => all.splice(randomInt(all.length), 1)[0]!);
  const outcomes = await makeOutcomes(chosen, nothing);
  chosen.forEach(({id, i, results}, j) => {
    const difference = outcomeDifference(results, i, outcomes[j]!);
    if (difference !== null)
      findings.push(`${id} in data/ensembles/${results.sweep}.json: made again, it ${difference}.`);
  });
  return {repeated: chosen.length, of: chosen.length + all.length, findings};
}
