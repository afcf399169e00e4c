import {createRequire} from "node:module";
import {fileURLToPath} from "node:url";
import type {Outcome} from "../../evidence/sweeps/outcome.js";
import type {OutcomeOf} from "../../evidence/sweeps/sweep.js";

/** A run of a sweep, and the module of lib that knows what is wanted of it. */
export interface OutcomeTask {
  module: string;
  id: string;
}

/** Makes a run of a sweep. The task of a worker thread. */
export default async function makeOutcome({module, id}: OutcomeTask): Promise<Outcome> {
  // In a worker thread of Node 20 tsx serves require alone.
  const path = fileURLToPath(new URL(`../../${module}`, import.meta.url));
  const {outcome} = createRequire(import.meta.url)(path) as {outcome: OutcomeOf};
  return outcome(id);
}
