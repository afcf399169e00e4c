import {parseRunId, runId} from "../../experiments/parameters.js";
import type {Sweep} from "./sweep.js";

/** So many times each run is made in Monte Carlo arithmetic. */
const ROUNDING_MEMBERS = 100;

/** What is known of each member: see `Summary`, and `onsetEpoch`. */
const roundingColumns = ["onset", "lowestTestLoss", "lowestTestEpoch", "lastTestLoss", "firstNonFiniteEpoch"];

/** The ensemble of a run in Monte Carlo arithmetic: what a rounding error decides. */
export function roundingSweep(id: string): Sweep {
  const parameters = parseRunId(id);
  const runs = Array.from({length: ROUNDING_MEMBERS}, (_, i) => runId({...parameters, rounding: `seed-${i + 1}`}));
  return {
    name: `rounding-${id}`,
    module: "evidence/sweeps/roundingOutcome.ts",
    columns: roundingColumns,
    runs
  };
}
