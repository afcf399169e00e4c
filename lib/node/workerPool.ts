import {availableParallelism} from "node:os";
import {fileURLToPath} from "node:url";
import {Piscina} from "piscina";

/** A pool of worker threads that run a TypeScript module of this folder, one thread a core at the most. */
export function workerPool<Task, Result>(module: string, tasks: number): Piscina<Task, Result> {
  return new Piscina<Task, Result>({
    filename: fileURLToPath(new URL(module, import.meta.url)),
    execArgv: ["--import", import.meta.resolve("tsx")],
    minThreads: 1,
    maxThreads: Math.max(1, Math.min(availableParallelism(), tasks))
  });
}
