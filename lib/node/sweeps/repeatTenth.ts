import {randomInt} from "node:crypto";
import {outcomeDifference} from "../../evidence/sweeps/outcomeDifference.js";
import type {Sweep} from "../../evidence/sweeps/sweep.js";
import {makeOutcomes} from "./makeOutcomes.js";
import type {OutcomeStore} from "./outcomeStore.js";
import {committedResults} from "./sweepFiles.js";

/** What repeating a random tenth of the recorded sweeps has shown. */
export interface TenthRepeated {
  repeated: number;
  of: number;
  /** a sentence for each run, or file, that is not as recorded */
  findings: string[];
}

/** Keeps nothing: every run is made anew. */
const nothing: OutcomeStore = {read: () => null, write: async () => {}, keepOnly: async () => {}};

/** Makes a random tenth of the runs of all sweeps again, and compares them with data/ensembles. */
export async function repeatTenth(sweeps: readonly Sweep[]): Promise<TenthRepeated> {
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
  const chosen = Array.from({length: Math.ceil(all.length / 10)}, () => all.splice(randomInt(all.length), 1)[0]!);
  const outcomes = await makeOutcomes(chosen, nothing);
  chosen.forEach(({id, i, results}, j) => {
    const difference = outcomeDifference(results, i, outcomes[j]!);
    if (difference !== null)
      findings.push(`${id} in data/ensembles/${results.sweep}.json: made again, it ${difference}.`);
  });
  return {repeated: chosen.length, of: chosen.length + all.length, findings};
}
