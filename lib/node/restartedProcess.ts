import type {ProcessPromise} from "zx";

/** A process that can be ended and begun anew. */
export interface RestartedProcess {
  /** Resolves when the next one has begun; calls follow one another. */
  restart(): Promise<void>;
  /** Ends it, for good. */
  end(): Promise<void>;
}

/**
 * Begins a process.
 * @param begin with `nothrow`: the process may end by itself, by a fault that the reason for the next restart mends
 */
export function restartedProcess(begin: () => ProcessPromise): RestartedProcess {
  let present = begin();
  let settled = Promise.resolve();

  async function end(): Promise<void> {
    if (present.stage === "running") await present.kill();
    await present;
  }

  return {
    restart: () =>
      (settled = settled.then(async () => {
        await end();
        present = begin();
      })),
    end: () => (settled = settled.then(end))
  };
}
