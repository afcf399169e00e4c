import {divergence} from "../../lib/experiments/divergence.js";
import {pause} from "../../lib/experiments/pause.js";
import {openSession, type Session} from "../../lib/experiments/session.js";
import {startingPoint} from "../../lib/experiments/startingPoint.js";
import {recordLength, weightCount} from "../../lib/model/history.js";
import {MOST_ROWS, type TrainerReply, type TrainerRequest} from "./protocol.js";

/** So long (ms) it trains before it looks for requests and sends what there is. */
const SLICE = 12;

/** A message has so many numbers at the most. */
const MESSAGE = 50_000;

/** Waits this long (ms) where it is ahead of its pace. */
const NAP = 8;

/**
 * Trains one run at a time as the page asks, in a worker or, where there are none, in the page itself. Requests are
 * served in their order; a pause, or a new run, ends what is going on after the present slice.
 * @returns takes the next request
 */
export function trainer(
  reply: (message: TrainerReply, transfer?: Transferable[]) => void
): (request: TrainerRequest) => void {
  let session: Session | undefined;
  /** why there is none */
  let failure = new Error("No run has been begun.");
  let run = 0;
  /** rows that have been sent, of the history that keeps every `every`-th epoch */
  let sent = {rows: 0, every: 1};
  let seconds = 0;
  let ready = true;
  /** how often it was told to stop; what was asked for before has no more effect */
  let stops = 0;
  let queue = Promise.resolve();

  async function open(request: TrainerRequest & {kind: "open"}): Promise<void> {
    session = undefined;
    run = request.run;
    const {hidden} = request.parameters;
    const {train, test} = startingPoint(request.parameters);
    session = await openSession(request.parameters, {limit: MOST_ROWS * recordLength(hidden)});
    sent = {rows: 0, every: 1};
    seconds = 0;
    ready = true;
    reply({kind: "opened", run, data: {train, test}});
    await rest(session);
  }

  /**
   * Sends the next records, as many as the page takes in within a few milliseconds.
   * @returns whether there were any
   */
  function send({parameters: {hidden}, recorded}: Session): boolean {
    const {every, records} = recorded;
    const length = recordLength(hidden);
    const most = Math.max(1, Math.floor(MESSAGE / length));
    while (sent.every < every) sent = {rows: Math.ceil(sent.rows / 2), every: 2 * sent.every};
    const fresh = records.slice(sent.rows * length, (sent.rows + most) * length);
    if (fresh.length === 0) return false;
    ready = false;
    const from = sent.rows * every;
    sent.rows += fresh.length / length;
    reply({kind: "records", run, from, step: every, records: fresh}, [fresh.buffer]);
    return true;
  }

  async function rest(resting: Session, rate?: number): Promise<void> {
    while (send(resting));
    const history = await resting.history();
    const last = history.records.slice(-(2 + weightCount(history.hidden)));
    const {epoch, parameters} = resting;
    const [summary, digest] = [await resting.summary(), await resting.digest()];
    const {firstNonFiniteEpoch: first} = summary;
    const diverged = first === null ? null : divergence(history, first);
    const here = {epoch, parameters, last, summary, divergence: diverged, digest, seconds};
    reply({kind: "rest", run, ...here, ...(rate === undefined ? {} : {rate})});
  }

  async function train(training: Session, {until, pace}: TrainerRequest & {kind: "train"}): Promise<void> {
    const before = stops;
    const start = performance.now();
    const from = training.epoch;
    let slice = 1;
    while (training.epoch < until && stops === before) {
      const now = performance.now();
      const due = pace === Infinity ? until : Math.min(until, from + Math.floor((pace * (now - start)) / 1000));
      const count = Math.min(slice, due - training.epoch);
      if (count > 0) {
        await training.advance(count, {onProgress: () => {}});
        const spent = performance.now() - now;
        seconds += spent / 1000;
        slice = Math.max(1, Math.min(4 * slice, Math.round((count * SLICE) / Math.max(spent, 0.1))));
        if (ready) send(training);
        await pause();
      } else await new Promise((done) => setTimeout(done, NAP));
    }
    await rest(training);
  }

  async function serve(request: TrainerRequest, asked: number): Promise<void> {
    if (request.kind === "open")
      return open(request).catch((error: Error) => {
        failure = error;
        throw error;
      });
    if (!session) throw failure;
    if (request.kind === "train" && asked !== stops) return;
    if (request.kind === "train") return train(session, request);
    if (request.kind === "history") {
      const history = await session.history();
      return reply({kind: "history", run, history}, [history.records.buffer]);
    }
    if (request.kind !== "rate") return;
    session.setRate(request.rate);
    await rest(session, request.rate);
  }

  return (request) => {
    if (request.kind === "ready") ready = true;
    if (request.kind === "pause" || request.kind === "open") ++stops;
    if (request.kind === "ready" || request.kind === "pause") return;
    const asked = stops;
    queue = queue
      .then(() => serve(request, asked))
      .catch((error: Error) => reply({kind: "failed", run, reason: error.message}));
  };
}
