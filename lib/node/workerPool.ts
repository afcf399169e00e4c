import {availableParallelism} from "node:os";
import {fileURLToPath} from "node:url";
import {Piscina} from "piscina";
import {CommandError} from "./command.js";

/**
 * How many worker threads to use at the most: WORKERS if it is set, else one a core.
 * @throws CommandError if WORKERS is not a whole number from 1 to 256
 */
export function workerCount({WORKERS}: NodeJS.ProcessEnv = process.env): number {
  if (WORKERS === undefined || WORKERS === "") return availableParallelism();
  if (!/^[1-9]\d{0,2}$/.test(WORKERS) || Number(WORKERS) > 256)
    throw new CommandError(`WORKERS must be a whole number from 1 to 256, not “${WORKERS}”.`);
  return Number(WORKERS);
}

/** A pool of worker threads that run a TypeScript module of this folder. */
export function workerPool<Task, Result>(module: string, tasks: number): Piscina<Task, Result> {
  return new Piscina<Task, Result>({
    filename: fileURLToPath(new URL(module, import.meta.url)),
    execArgv: ["--import", import.meta.resolve("tsx")],
    minThreads: 1,
    maxThreads: Math.max(1, Math.min(workerCount(), tasks))
  });
}
