import type {ChartOptions, DrawingName} from "../chart.js";
import {layout, type Stacking} from "../layout.js";
import {drawPlaces, type Placed} from "../places.js";
import {coursesDrawing, type Courses} from "./courses.js";
import type {Moment} from "./rules.js";

/** Charts one above the other with one axis of epochs. */
export interface Stack {
  /** from top to bottom, each with the height (px) of its plot */
  layers: readonly (Omit<Courses, "moments"> & {plotHeight: number})[];
  /** the first and last epoch shown */
  window: readonly [number, number];
  /** vertical lines through all charts; their labels stand in the uppermost */
  moments?: readonly Moment[];
  /** the epoch of the cursor */
  epoch?: number | undefined;
}

/** The places of all charts of a stack: their plots begin and end at the same x. */
export function stackLayout({layers, window, moments = [], epoch}: Stack, width: number): Placed[] {
  const drawings = layers.map((layer, i) => {
    const named = i === 0 ? moments : moments.map(({epoch, name}) => ({epoch, name}));
    return coursesDrawing({...layer, moments: named}, {window, width, epoch});
  });
  const labelRoom = Math.max(...drawings.map((drawing) => drawing.labelRoom));
  const placed = (left: number): Placed[] => {
    let offset = 0;
    return drawings.map((drawing, i) => {
      const stacking: Stacking = {head: i === 0, foot: i === drawings.length - 1, left, labelRoom};
      const least = layout(drawing, width, 0, stacking);
      // The rows of a legend are added by layout itself.
      const height = layers[i]!.plotHeight - (least.bottom - least.top);
      const places = layout(drawing, width, height, stacking);
      offset += places.height;
      return {drawing, offset: offset - places.height, places};
    });
  };
  return placed(Math.max(...placed(0).map(({places}) => places.left)));
}

/** Draws charts one above the other with one axis of epochs: what happens at one epoch stands on one vertical line. */
export function drawStack(
  name: Omit<DrawingName, "kind">,
  stack: Stack,
  {document, width, idPrefix}: Omit<ChartOptions, "height">
): SVGSVGElement {
  return drawPlaces({...name, kind: "stack"}, stackLayout(stack, width), {document, width, idPrefix});
}
