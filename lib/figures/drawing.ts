import type {LegendEntry} from "./legend.js";
import type {Axis, Scale} from "./scales.js";

/** How much of a panel is shown, and in which state. */
export interface View {
  /** a window on the axis of epochs */
  epochs?: readonly [number, number] | undefined;
  /** the epoch of the cursor, or of the learned function */
  epoch?: number | undefined;
}

/** Where the marks of a panel go: the scales and the plot's edges (px). */
export interface Plot {
  document: Document;
  x: Scale;
  y: Scale;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What a kind of panel hands to the frame. A new kind is a function that returns one. */
export interface Drawing {
  axes: {x: Axis; y: Axis};
  /** groups of entries; each starts a row */
  legend: readonly (readonly LegendEntry[])[];
  /** a value of the horizontal axis that stands out among the ticks */
  highlight?: number | undefined;
  /** room (px) for labels right of the plot */
  labelRoom: number;
  /** what a screen reader says */
  description: string;
  /** the marks that end at the plot's edges */
  inside(plot: Plot): SVGElement[];
  /** the marks that may reach beyond */
  above(plot: Plot): SVGElement[];
}
