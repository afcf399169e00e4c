import {parseRunId, runId, type Arithmetic} from "../../experiments/parameters.js";
import type {Sweep} from "./sweep.js";

/** The run whose shock grows from rounding errors. */
export const PRECISION_RUN = "f1-h3-rate1-epochs1000";

const FEWEST = 14;
const MOST = 50;

/** What is known of each member, as in a rounding ensemble, and the significant bits of its arithmetic. */
export const precisionColumns = ["bits", "onset", "lowestTestLoss", "lowestTestEpoch", "lastTestLoss"];

/** The arithmetics in which the run is made, from the coarsest to the finest; undefined is binary64. */
const precisionArithmetics: readonly (Arithmetic | undefined)[] = [
  ...Array.from({length: MOST - FEWEST + 1}, (_, i) => `bits${FEWEST + i}` as const),
  undefined,
  "double-double"
];

/** The same run in arithmetics from 14 to some 106 significant bits: what the number of bits decides. */
export const precisionSweep: Sweep = {
  name: "precision",
  module: "evidence/sweeps/precisionOutcome.ts",
  columns: precisionColumns,
  runs: precisionArithmetics.map((arithmetic) => {
    const parameters = parseRunId(PRECISION_RUN);
    return runId(arithmetic === undefined ? parameters : {...parameters, arithmetic});
  })
};
