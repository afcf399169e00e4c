import {parseRunId} from "../lib/experiments/parameters.js";
import {run} from "../lib/experiments/run.js";
import type {History} from "../lib/model/history.js";

/** What the worker is asked: to repeat the run of this id. */
export interface RunRequest {
  id: string;
}

/** What it answers: how far it is, at last the history, or why there is none. */
export type RunReply =
  | {id: string; kind: "progress"; part: number}
  | {id: string; kind: "done"; history: History}
  | {id: string; kind: "failed"; reason: string};

const reply = (message: RunReply, transfer: Transferable[] = []) => postMessage(message, {transfer});

let queue = Promise.resolve();

addEventListener("message", ({data: {id}}: MessageEvent<RunRequest>) => {
  queue = queue.then(() => repeat(id));
});

async function repeat(id: string): Promise<void> {
  try {
    const onProgress = (done: number, epochs: number) => reply({id, kind: "progress", part: done / epochs});
    const {history} = await run(parseRunId(id), {onProgress});
    reply({id, kind: "done", history}, [history.records.buffer]);
  } catch (error) {
    reply({id, kind: "failed", reason: (error as Error).message});
  }
}
