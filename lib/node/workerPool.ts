import {availableParallelism} from "node:os";
import {fileURLToPath} from "node:url";
import type {MessagePort} from "node:worker_threads";
import {Piscina} from "piscina";
import {CommandError} from "./command.js";

export const MOST_WORKERS = 256;

/**
 * How many worker threads to use at the most: WORKERS if it is set, else one a core.
 * @throws CommandError if WORKERS is not a whole number from 1 to 256
 */
export function workerCount({WORKERS}: NodeJS.ProcessEnv = process.env): number {
  if (WORKERS === undefined || WORKERS === "") return availableParallelism();
  if (!/^[1-9]\d{0,2}$/.test(WORKERS) || Number(WORKERS) > MOST_WORKERS)
    throw new CommandError(`WORKERS must be a whole number from 1 to ${MOST_WORKERS}, not “${WORKERS}”.`);
  return Number(WORKERS);
}

/** A pool of worker threads that run a TypeScript module of this folder. */
export function workerPool<Task, Result>(module: string, tasks: number): Piscina<Task, Result> {
  return new Piscina<Task, Result>({...options, filename: pathOf(module), maxThreads: Math.min(workerCount(), tasks)});
}

const options = {execArgv: ["--import", import.meta.resolve("tsx")], minThreads: 1};

/** Has a worker thread run the function that a TypeScript module of this folder exports as its default. */
export type RunInWorker = <Task, Result>(
  module: string,
  task: Task,
  options?: {transferList?: MessagePort[]}
) => Promise<Result>;

let shared: {pool: Piscina; users: number} | null = null;

/**
 * Lends worker threads, which all borrowers of a process share: starting one takes longer than many a task. They end
 * when the last borrower gives them back, with whatever they have not finished.
 */
export async function withWorkers<Result>(use: (run: RunInWorker) => Promise<Result>): Promise<Result> {
  const mine = (shared ??= {pool: new Piscina({...options, maxThreads: workerCount()}), users: 0});
  ++mine.users;
  try {
    return await use((module, task, given) => mine.pool.run(task, {...given, filename: pathOf(module)}));
  } finally {
    if (--mine.users === 0) {
      shared = null;
      await mine.pool.destroy();
    }
  }
}

function pathOf(module: string): string {
  return fileURLToPath(new URL(module, import.meta.url));
}
