import {outcomeDifference} from "../../evidence/sweeps/outcomeDifference.js";
import type {Sweep} from "../../evidence/sweeps/sweep.js";
import {randomPart, type PartRepeated} from "../randomPart.js";
import {makeOutcomes} from "./makeOutcomes.js";
import type {OutcomeStore} from "./outcomeStore.js";
import {committedResults} from "./sweepFiles.js";

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
  const chosen = randomPart(all, oneIn);
  const outcomes = await makeOutcomes(chosen, nothing);
  chosen.forEach(({id, i, results}, j) => {
    const difference = outcomeDifference(results, i, outcomes[j]!);
    if (difference !== null)
      findings.push(`${id} in data/ensembles/${results.sweep}.json: made again, it ${difference}.`);
  });
  return {repeated: chosen.length, of: all.length, findings};
}
