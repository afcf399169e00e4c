import {CommandError} from "./command.js";

/**
 * Whether recorded results are taken whatever code they come from: with ENSEMBLES=committed, for work on other things.
 * @throws CommandError if ENSEMBLES has another value
 */
export function acceptsAnyCode({ENSEMBLES}: NodeJS.ProcessEnv = process.env): boolean {
  if (ENSEMBLES === undefined || ENSEMBLES === "") return false;
  if (ENSEMBLES !== "committed") throw new CommandError(`ENSEMBLES must be committed or not set, not “${ENSEMBLES}”.`);
  return true;
}
