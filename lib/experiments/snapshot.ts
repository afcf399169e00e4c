import {column, weightNames, weightsAt, type History} from "../model/history.js";
import type {RunParameters} from "./parameters.js";
import {polyline, type Polyline} from "./polyline.js";
import {shortCheckpoints, type Run} from "./run.js";
import type {Summary} from "./summary.js";

/** The weights of one epoch, exact. */
export interface SnapshotWeights {
  epoch: number;
  /** `[h-1][2]`, row-major */
  U: number[];
  /** `[h]` */
  V: number[];
}

/**
 * What a page needs of a run: its summary, and its curves simplified for drawing. The full history is in the Parquet
 * file of the same name. Written as JSON, where a number that is not finite becomes null.
 */
export interface Snapshot {
  /** the version of this format */
  version: 2;
  id: string;
  parameters: RunParameters;
  summary: Summary;
  digest: string;
  /** the beginnings of the digests of the first 100, 200, … records, as `shortCheckpoints` gives them */
  checkpoints: string[];
  /** after the last epoch, and at the lowest test loss */
  weights: {last: SnapshotWeights; lowest: SnapshotWeights};
  /** at the epochs 0, 1, 2, 5, 10, 20, 50, … that the run has */
  milestones: SnapshotWeights[];
  /** by column name, as `columnNames` gives them, without the gradients */
  series: Record<string, Polyline>;
}

/**
 * The snapshot of a finished run.
 * @throws RangeError if its history is thinned
 */
export function snapshot({id, parameters, history, summary, digest, checkpoints}: Run): Snapshot {
  if (history.every !== undefined)
    throw new RangeError(`The curves of ${id} need all epochs: run it with its full history.`);
  const series: Record<string, Polyline> = {};
  for (const name of ["test_loss", "train_loss"]) series[name] = polyline(column(history, name), "log");
  for (const name of weightNames(parameters.hidden)) series[name] = polyline(column(history, name), "linear");
  const lowest = Math.max(0, summary.lowestTestEpoch);
  const weights = {last: snapshotWeights(history, history.epochs), lowest: snapshotWeights(history, lowest)};
  const milestones = milestoneEpochs(history.epochs).map((epoch) => snapshotWeights(history, epoch));
  return {
    version: 2,
    id,
    parameters,
    summary,
    digest,
    checkpoints: shortCheckpoints(checkpoints),
    weights,
    milestones,
    series
  };
}

/** 0, and 1, 2 and 5 times each power of ten up to the last epoch. */
function milestoneEpochs(last: number): number[] {
  const epochs = [0];
  for (let power = 1; power <= last; power *= 10) epochs.push(power, 2 * power, 5 * power);
  return epochs.filter((epoch) => epoch <= last);
}

function snapshotWeights(history: History, epoch: number): SnapshotWeights {
  const {U, V} = weightsAt(history, epoch);
  return {epoch, U: [...U], V: [...V]};
}

/**
 * Reads a snapshot back from its JSON.
 * @throws Error with one sentence if the text is cut off, is no snapshot, or is that of another run
 */
export function parseSnapshot(json: string, id: string): Snapshot {
  let value: Snapshot;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Error(`The snapshot of ${id} is not whole: delete it and build again.`);
  }
  if (value?.version !== 2 || !value.series || !value.weights || !value.summary || !value.checkpoints)
    throw new Error(`The snapshot of ${id} has another format: delete it and build again.`);
  if (value.id !== id) throw new Error(`The snapshot of ${id} is that of ${value.id}: delete it and build again.`);
  return value;
}

/** The snapshot with no other curves than those named, and without milestones and checkpoints. */
export function withSeries(snapshot: Snapshot, names: Iterable<string>): Snapshot {
  const series: Record<string, Polyline> = {};
  for (const name of names) {
    const line = snapshot.series[name];
    if (!line) throw new RangeError(`The run ${snapshot.id} has no curve “${name}”.`);
    series[name] = line;
  }
  return {...snapshot, checkpoints: [], milestones: [], series};
}
