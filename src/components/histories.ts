import type {History} from "../lib/model/history.js";
import type {RunReply, RunRequest} from "./run.worker.js";

interface Pending {
  promise: Promise<History>;
  resolve: (history: History) => void;
  reject: (error: Error) => void;
  listeners: Set<(part: number) => void>;
}

const NO_WORKER = "This browser cannot train in the background.";

const runs = new Map<string, Pending>();
let worker: Worker | undefined;

function startWorker(): Worker {
  const started = new Worker(import.meta.resolve("./run.worker.js"), {type: "module"});
  started.addEventListener("message", ({data}: MessageEvent<RunReply>) => {
    const pending = runs.get(data.id);
    if (data.kind === "progress") pending?.listeners.forEach((listener) => listener(data.part));
    else if (data.kind === "done") pending?.resolve(data.history);
    else {
      runs.delete(data.id);
      pending?.reject(new Error(data.reason));
    }
  });
  started.addEventListener("error", () => {
    worker = undefined;
    for (const {reject} of runs.values()) reject(new Error(NO_WORKER));
    runs.clear();
  });
  return started;
}

/**
 * The full history of a run, trained anew in the reader's browser, once a page unless that fails. It has the same bits
 * as the run that the site was built with, so nothing needs to be sent.
 * @param onProgress is told the part that is done, 0 to 1
 */
export function historyOf(id: string, onProgress: (part: number) => void): Promise<History> {
  let pending = runs.get(id);
  if (!pending) {
    let resolve!: Pending["resolve"];
    let reject!: Pending["reject"];
    const promise = new Promise<History>((yes, no) => ([resolve, reject] = [yes, no]));
    pending = {promise, resolve, reject, listeners: new Set()};
    runs.set(id, pending);
    try {
      worker ??= startWorker();
      worker.postMessage({id} satisfies RunRequest);
    } catch {
      runs.delete(id);
      reject(new Error(NO_WORKER));
    }
  }
  pending.listeners.add(onProgress);
  return pending.promise;
}
