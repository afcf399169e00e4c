import {parseRunId} from "../lib/experiments/parameters.js";
import {run} from "../lib/experiments/run.js";
import type {History} from "../lib/model/history.js";

/** What the worker is asked: to repeat a run, or to stop doing so. A job is a number that the asker chooses. */
export type VerifyRequest = {kind: "repeat"; job: number; id: string} | {kind: "cancel"; job: number};

/** What a run came to when it was repeated. */
export interface Repeated {
  digest: string;
  checkpoints: string[];
  history: History;
  /** for the training alone */
  seconds: number;
}

/** What it answers: how far it is, at last what the run came to, or why it came to nothing. */
export type VerifyReply =
  | {kind: "progress"; job: number; part: number}
  | {kind: "done"; job: number; repeated: Repeated}
  | {kind: "failed"; job: number; reason: string};

const reply = (message: VerifyReply, transfer: Transferable[] = []) => postMessage(message, {transfer});

const controllers = new Map<number, AbortController>();
let queue = Promise.resolve();

addEventListener("message", ({data}: MessageEvent<VerifyRequest>) => {
  if (data.kind === "cancel") return controllers.get(data.job)?.abort();
  const controller = new AbortController();
  controllers.set(data.job, controller);
  queue = queue.then(() => repeat(data.job, data.id, controller.signal));
});

async function repeat(job: number, id: string, signal: AbortSignal): Promise<void> {
  try {
    const start = performance.now();
    const onProgress = (done: number, epochs: number) => reply({kind: "progress", job, part: done / epochs});
    const {digest, checkpoints, history} = await run(parseRunId(id), {onProgress, signal});
    const seconds = (performance.now() - start) / 1000;
    reply({kind: "done", job, repeated: {digest, checkpoints, history, seconds}}, [history.records.buffer]);
  } catch (error) {
    reply({kind: "failed", job, reason: (error as Error).message});
  } finally {
    controllers.delete(job);
  }
}
