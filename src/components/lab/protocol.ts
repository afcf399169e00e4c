import type {Divergence} from "../../lib/experiments/divergence.js";
import type {RunParameters} from "../../lib/experiments/parameters.js";
import type {Summary} from "../../lib/experiments/summary.js";
import type {Datasets} from "../../lib/model/dataset.js";
import type {History} from "../../lib/model/history.js";

/** A history keeps so many epochs at the most; beyond, every second one, then every fourth, and so on. */
export const MOST_ROWS = 16385;

/** What the page asks of its trainer, which holds one run at a time. */
export type TrainerRequest =
  /** begin a run at epoch 0; `run` numbers it, and all that the trainer says of it bears this number */
  | {kind: "open"; run: number; parameters: RunParameters}
  /** train until this epoch, at most so many epochs a second */
  | {kind: "train"; until: number; pace: number}
  /** rest after the present slice of work */
  | {kind: "pause"}
  /** from here on another learning rate; the run rests */
  | {kind: "rate"; rate: number}
  /** the page has taken in the last records and has time for more */
  | {kind: "ready"}
  /** send the history as far as it goes */
  | {kind: "history"};

/** What the trainer says. */
export type TrainerReply =
  | {kind: "opened"; run: number; data: Datasets}
  | ({kind: "records"; run: number} & Records)
  | ({kind: "rest"; run: number} & Rest)
  | {kind: "history"; run: number; history: History}
  | {kind: "failed"; run: number; reason: string};

/** The next records that a growing history keeps. */
export interface Records {
  /** the epoch of the first record */
  from: number;
  /** the distance of the records' epochs: 1 until the history is thinned */
  step: number;
  /** row-major, with their gradients; none is that of the reached epoch */
  records: Float64Array;
}

/** Where a run rests, and what it has come to so far. */
export interface Rest {
  epoch: number;
  /** the run so far: it ends where it rests */
  parameters: RunParameters;
  /** the record of the reached epoch, without gradients */
  last: Float64Array;
  summary: Summary;
  /** where and why its error ceased to be finite; null if it has not */
  divergence: Divergence | null;
  /** SHA-256 of the records so far */
  digest: string;
  /** the learning rate from here on, if it has just been set */
  rate?: number;
  /** how long it has been trained, pauses left out */
  seconds: number;
}
