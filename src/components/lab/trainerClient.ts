import type {TrainerReply, TrainerRequest} from "./protocol.js";

/** A trainer, wherever it works. */
export interface TrainerClient {
  ask(request: TrainerRequest): void;
  /** ends it: it trains no more, and says no more */
  end(): void;
}

/**
 * A trainer in a worker. Where the browser has no workers that are modules, it works in the page instead, a few
 * milliseconds at a time.
 * @param hear is told all that it says
 * @param onFallback is called when it turns out that it has to work in the page
 */
export function trainerClient(hear: (reply: TrainerReply) => void, onFallback: () => void): TrainerClient {
  const asked: TrainerRequest[] = [];
  let worker: Worker | undefined;
  let inPage: Promise<(request: TrainerRequest) => void> | undefined;
  let heard = false;
  let ended = false;

  function listen(reply: TrainerReply): void {
    if (!ended) hear(reply);
  }

  function fallBack(): void {
    worker = undefined;
    heard = true;
    onFallback();
    inPage = import("./trainer.js").then(({trainer}) => trainer(listen));
    for (const request of asked.splice(0)) ask(request);
  }

  function ask(request: TrainerRequest): void {
    if (ended) return;
    if (!heard) asked.push(request);
    if (worker) worker.postMessage(request);
    else void inPage!.then((take) => take(request));
  }

  try {
    worker = new Worker(import.meta.resolve("./lab.worker.js"), {type: "module"});
    worker.addEventListener("message", ({data}: MessageEvent<TrainerReply>) => {
      heard = true;
      asked.length = 0;
      listen(data);
    });
    worker.addEventListener("error", () => {
      if (!heard && worker) fallBack();
    });
  } catch {
    fallBack();
  }

  return {
    ask,
    end() {
      ended = true;
      worker?.terminate();
      void inPage?.then((take) => take({kind: "pause"}));
    }
  };
}
