import type {Snapshot} from "../experiments/snapshot.js";
import type {History} from "../model/history.js";
import type {TargetName} from "../model/target.js";

/** A curve over epochs: one recorded column of one run. */
export interface Curve {
  run: string;
  column: string;
}

/** A learned function: that of a run after its last epoch, or after the epoch of its lowest test error. */
export interface Learned {
  run: string;
  at: "last" | "lowest";
}

interface PanelBase {
  /** "3a"; the figure's number alone where it has one panel */
  id: string;
  /** markup of label.ts */
  title: string;
  runs: readonly string[];
}

/** Curves over epochs: losses on a logarithmic axis, or weights on a linear one. */
export interface EpochPanel extends PanelBase {
  kind: "error" | "weights";
  scale: "log" | "linear";
  /** the series, in the order of the paper's legend */
  columns: readonly string[];
  /** the first and last epoch shown, where that is not the whole run */
  epochs?: readonly [number, number];
  /** all curves that the axes have to hold: more than this panel's where panels share axes */
  axesHold: readonly Curve[];
}

/** A target function and what a run has learned of it. */
export interface LearnedPanel extends PanelBase, Learned {
  kind: "learned";
  /** in place of the title once an epoch is chosen: a title may say after which epoch the function was learned */
  titleAtEpoch?: string | undefined;
  axesHold: readonly Learned[];
}

/** A target function alone. */
export interface FunctionPanel extends PanelBase {
  kind: "function";
  target: TargetName;
}

/** The schema of the network. */
export interface NetworkPanel extends PanelBase {
  kind: "network";
}

export type Panel = EpochPanel | LearnedPanel | FunctionPanel | NetworkPanel;

/** What a figure is drawn from. */
export interface FigureData {
  figure: string;
  runs: Readonly<Record<string, Snapshot>>;
  /** full histories, from which values are read exactly; without one they come from the snapshot's polylines */
  exact?: Readonly<Record<string, History>>;
}

/** The x of every learned and target curve of the paper: -5, -4.9, …, 4.9. */
export const paperInputs: Float64Array = Float64Array.from({length: 100}, (_, i) => (i - 50) / 10);

/** The whole interval, its end included. */
export const wholeInterval: Float64Array = Float64Array.of(...paperInputs, 5);
