import {MAX_EPOCHS, type RateChange, type RunParameters} from "../../lib/experiments/parameters.js";
import {runColumns, type RunColumns} from "../../lib/figures/live/runColumns.js";
import {formatEpoch} from "../../lib/figures/numberFormat.js";
import type {Datasets} from "../../lib/model/dataset.js";
import type {History} from "../../lib/model/history.js";
import {MOST_ROWS, type Rest, type TrainerReply} from "./protocol.js";
import {trainerClient} from "./trainerClient.js";

/** The run on the page: what is planned, how far it is, and the means to go on. */
export interface LabRun {
  /** with the changes of the rate that were made on the way; its epochs grow when it goes on beyond its end */
  readonly planned: RunParameters;
  /** its course so far */
  readonly columns: RunColumns;
  /** the last epoch that the page knows of */
  readonly epoch: number;
  /** undefined until the trainer has drawn them */
  readonly data: Datasets | undefined;
  /** where the run rests; undefined while it trains */
  readonly rest: Rest | undefined;
  /** the epoch up to which it trains now, or will as soon as it can; undefined if it rests */
  readonly goal: number | undefined;
  /** by so many epochs it goes on beyond its end */
  readonly more: number;
  /** begins anew at epoch 0, and trains up to an epoch at once if one is given */
  open(planned: RunParameters, until?: number, pace?: number): void;
  /**
   * Trains up to an epoch, at most `pace` epochs a second; beyond the planned end, the plan follows.
   * @throws RangeError with a sentence, and changes nothing, if a run cannot have so many epochs
   */
  train(until: number, pace: number): void;
  pause(): void;
  /**
   * Sets the learning rate from the present epoch on.
   * @throws RangeError with a sentence, and changes nothing, if the run has had all epochs that a run may have
   */
  setRate(rate: number): void;
  /**
   * The history as far as it goes, from the trainer; it is waited for while the run trains.
   * @throws Error with the reason if the trainer fails or another run begins
   */
  history(): Promise<History>;
  end(): void;
}

/** Who wants to know of a run. */
export interface LabRunListener {
  /** new records have come */
  grown(): void;
  /** the run has begun, rests, goes on, or has failed */
  changed(): void;
  failed(reason: string): void;
  /** the trainer works in the page, for want of workers */
  fellBack(): void;
}

/** The page draws for so long (ms) what has come, before it takes in more. */
const FRAME = 16;

/** Opens a run. */
export function labRun(first: RunParameters, listener: LabRunListener): LabRun {
  const client = trainerClient(hear, listener.fellBack);
  let number = 0;
  let planned = first;
  /** by so many epochs it goes on beyond its end */
  let more = first.epochs;
  let columns = runColumns(first.hidden, MOST_ROWS);
  let epoch = 0;
  let data: Datasets | undefined;
  let rest: Rest | undefined;
  let goal: number | undefined;
  let pace = Infinity;
  let pausing = false;
  /** those who wait for a history, in their order */
  const histories: {resolve(history: History): void; reject(error: Error): void}[] = [];
  /** where to go on when the rate has been set */
  let goOn: number | undefined;

  function hear(reply: TrainerReply): void {
    if (reply.run !== number) return;
    switch (reply.kind) {
      case "opened":
        data = reply.data;
        break;
      case "records":
        columns.append(reply.records, reply.from, reply.step);
        epoch = columns.lastEpoch;
        setTimeout(() => client.ask({kind: "ready"}), FRAME);
        listener.grown();
        break;
      case "rest":
        columns.append(reply.last, reply.epoch);
        epoch = reply.epoch;
        return comeToRest(reply);
      case "history":
        histories.shift()?.resolve(reply.history);
        break;
      case "failed":
        goal = goOn = undefined;
        pausing = false;
        refuseHistories(reply.reason);
        listener.failed(reply.reason);
        listener.changed();
    }
  }

  function comeToRest(reply: Rest): void {
    if (goOn !== undefined && reply.rate === undefined) return;
    if (reply.rate !== undefined) planned = withRate(planned, reply.epoch, reply.rate, more);
    if (goal !== undefined && (pausing || reply.epoch >= goal)) goal = undefined;
    pausing = false;
    if (goOn !== undefined) {
      const until = goOn;
      goOn = undefined;
      train(until, pace);
    } else if (goal === undefined) rest = reply;
    listener.changed();
  }

  function train(until: number, atPace: number): void {
    if (until > MAX_EPOCHS)
      throw new RangeError(
        `A run has at most ${formatEpoch(MAX_EPOCHS)} epochs: ${formatEpoch(until - epoch)} more than ${formatEpoch(epoch)} do not fit.`
      );
    if (until > planned.epochs) planned = {...planned, epochs: until};
    goal = until;
    pace = atPace;
    rest = undefined;
    client.ask({kind: "train", until, pace});
  }

  function refuseHistories(reason: string): void {
    for (const {reject} of histories.splice(0)) reject(new Error(reason));
  }

  function pause(): void {
    pausing = goal !== undefined;
    client.ask({kind: "pause"});
  }

  return {
    get planned() {
      return planned;
    },
    get more() {
      return more;
    },
    get columns() {
      return columns;
    },
    get epoch() {
      return epoch;
    },
    get data() {
      return data;
    },
    get rest() {
      return rest;
    },
    get goal() {
      return goal;
    },
    open(parameters, until, atPace = Infinity) {
      ++number;
      refuseHistories("another run has begun");
      planned = parameters;
      more = parameters.epochs;
      columns = runColumns(parameters.hidden, MOST_ROWS);
      epoch = 0;
      data = rest = goOn = goal = undefined;
      pausing = false;
      client.ask({kind: "open", run: number, parameters});
      if (until) train(until, atPace);
      listener.changed();
    },
    train(until, atPace) {
      train(until, atPace);
      listener.changed();
    },
    pause() {
      goOn = undefined;
      pause();
    },
    setRate(rate) {
      if (epoch >= MAX_EPOCHS)
        throw new RangeError(`No step follows: a run has at most ${formatEpoch(MAX_EPOCHS)} epochs.`);
      if (!pausing) goOn = goal;
      pause();
      client.ask({kind: "rate", rate});
    },
    history() {
      client.ask({kind: "history"});
      return new Promise((resolve, reject) => histories.push({resolve, reject}));
    },
    end: () => client.end()
  };
}

/** The plan with another rate from an epoch on, and without what was planned for later; it goes on beyond this epoch. */
function withRate(planned: RunParameters, epoch: number, rate: number, more: number): RunParameters {
  const {rateChanges: before = [], ...rest} = planned;
  if (epoch === 0) return {...rest, learningRate: rate};
  if (epoch >= MAX_EPOCHS) return planned;
  const made = before.filter((change) => change.epoch < epoch);
  const former = made.at(-1)?.rate ?? planned.learningRate;
  const rateChanges: RateChange[] = rate === former ? made : [...made, {epoch, rate}];
  const epochs = planned.epochs > epoch ? planned.epochs : Math.min(epoch + more, MAX_EPOCHS);
  return rateChanges.length > 0 ? {...rest, epochs, rateChanges} : rest;
}
