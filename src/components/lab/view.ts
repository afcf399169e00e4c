import type {AxisScale} from "../../lib/experiments/labState.js";
import type {RunParameters} from "../../lib/experiments/parameters.js";
import type {RunColumns} from "../../lib/figures/live/runColumns.js";
import type {Datasets} from "../../lib/model/dataset.js";
import {weightNames} from "../../lib/model/history.js";
import type {Weights} from "../../lib/model/weights.js";

/** A run as the charts see it. */
export interface ShownRun {
  /** the run's plan */
  parameters: RunParameters;
  columns: RunColumns;
}

/** A run that is drawn beside the present one. */
export interface PinnedRun extends ShownRun {
  id: string;
  /** A, B, C, D */
  letter: string;
}

/** All that the charts are drawn from. */
export interface LabView extends ShownRun {
  data: Datasets;
  /** the kept epoch that is shown, and its row */
  epoch: number;
  row: number;
  /** whether the reader has chosen that epoch, so that it is marked */
  chosen: boolean;
  /** the first and last epoch on the axes */
  window: readonly [number, number];
  scale: AxisScale;
  units: boolean;
  /** the column of the weight that stands out; null for none */
  weight: string | null;
  pins: readonly PinnedRun[];
  /** whether the run trains */
  growing: boolean;
  /** the part of all details that is drawn, below 1 while the run trains on a slow device */
  detail: number;
}

/** The weights of a run in a row of its columns. */
export function weightsIn(columns: RunColumns, row: number): Weights {
  const {hidden} = columns;
  const numbers = Float64Array.from(weightNames(hidden), (name) => columns.column(name).values[row]!);
  return {hidden, U: numbers.subarray(0, 2 * (hidden - 1)), V: numbers.subarray(2 * (hidden - 1))};
}
