import type {RunParameters} from "../experiments/parameters.js";
import type {Polyline} from "../experiments/polyline.js";
import type {Snapshot} from "../experiments/snapshot.js";
import type {Summary} from "../experiments/summary.js";
import type {PaperRow} from "./printed.js";
import type {SweepResults} from "./sweeps/sweepResults.js";

/** What a figure shows of a run and its ensemble in Monte Carlo arithmetic: JSON, in which null is not finite. */
export interface EnsembleData extends SweepResults {
  /** the run by the definition, which the ensemble has rounded otherwise */
  id: string;
  parameters: RunParameters;
  digest: string;
  summary: Summary;
  /** its onset of instability; null if it has none */
  onset: number | null;
  /** its test error, simplified for drawing */
  testLoss: Polyline;
  /** what the paper prints of it */
  paper: PrintedValue[];
}

export type PrintedValue = Pick<PaperRow, "quantity" | "printed" | "place">;

/** Puts a run, its ensemble, its onset and what the paper prints of it together. */
export function ensembleData(
  results: SweepResults,
  {id, parameters, digest, summary, series}: Snapshot,
  onset: number | null,
  printed: readonly PaperRow[]
): EnsembleData {
  const paper = printed
    .filter(({run}) => run === id)
    .map(({quantity, printed, place}): PrintedValue => ({quantity, printed, place}));
  return {...results, id, parameters, digest, summary, onset, testLoss: series["test_loss"]!, paper};
}

/** What the paper prints of a quantity of a run, once for each number. */
export function printedValues<Row extends PrintedValue>(paper: readonly Row[], quantity: string): Row[] {
  const rows = paper.filter((row) => row.quantity === quantity);
  return rows.filter(({printed}, i) => rows.findIndex((other) => other.printed === printed) === i);
}
