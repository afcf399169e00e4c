import {drawingRoot, type ChartOptions, type DrawingName} from "../chart.js";
import type {Drawing} from "../drawing.js";
import {drawFrame, drawTitle} from "../frame.js";
import {layout, type Layout, type Stacking} from "../layout.js";
import {element} from "../svg.js";
import {coursesDrawing, type Courses} from "./courses.js";
import type {Moment} from "./rules.js";

/** Charts one above the other with one axis of epochs. */
export interface Stack {
  /** from top to bottom; `plotHeight` (px) is a third of the width but 150 at most where it is not given */
  layers: readonly (Courses & {plotHeight?: number})[];
  /** the first and last epoch shown */
  window: readonly [number, number];
  /** vertical lines through all charts; their labels stand in the uppermost */
  moments?: readonly Moment[];
  /** the epoch of the cursor */
  epoch?: number | undefined;
}

/** A chart of a stack and where it is placed. */
interface Place {
  drawing: Drawing;
  /** px, from the top of the stack to the top of this chart */
  offset: number;
  places: Layout;
}

/** The places of all charts of a stack: their plots begin and end at the same x. */
export function stackLayout({layers, window, moments = [], epoch}: Stack, width: number): Place[] {
  const drawings = layers.map((layer, i) => {
    const named = i === 0 ? moments : moments.map(({epoch, name}) => ({epoch, name}));
    return coursesDrawing({...layer, moments: [...(layer.moments ?? []), ...named]}, {window, width, epoch});
  });
  const labelRoom = Math.max(...drawings.map((drawing) => drawing.labelRoom));
  const placed = (left: number): Place[] => {
    let offset = 0;
    return drawings.map((drawing, i) => {
      const stacking: Stacking = {head: i === 0, foot: i === drawings.length - 1, left, labelRoom};
      const least = layout(drawing, width, 0, stacking);
      const plotHeight = layers[i]!.plotHeight ?? Math.min(Math.round(width / 3), 150);
      // The rows of a legend are added by layout itself.
      const height = plotHeight - (least.bottom - least.top);
      const places = layout(drawing, width, height, stacking);
      const place = {drawing, offset, places};
      offset += places.height;
      return place;
    });
  };
  return placed(Math.max(...placed(0).map(({places}) => places.left)));
}

/** Draws charts one above the other with one axis of epochs: what happens at one epoch stands on one vertical line. */
export function drawStack(
  name: Omit<DrawingName, "kind">,
  stack: Stack,
  {document, width, idPrefix = ""}: Omit<ChartOptions, "height">
): SVGSVGElement {
  const charts = stackLayout(stack, width);
  const last = charts.at(-1)!;
  const size = {width, height: last.offset + last.places.height};
  const description = charts.map(({drawing}) => drawing.description).join(" ");
  return drawingRoot(document, {...name, kind: "stack"}, {size, box: size, description}, [
    drawTitle(document, name.letter, name.title),
    ...charts.map(({drawing, offset, places}, i) => {
      const {left, right, top, bottom} = places;
      const clip = `${idPrefix}panel-${name.id}-${i}-clip`;
      const plot = {document, ...places};
      return element(document, "g", {class: "stack-layer", transform: `translate(0,${offset})`}, [
        ...drawFrame(document, drawing, places),
        element(document, "clipPath", {id: clip}, [
          element(document, "rect", {x: left, y: top, width: right - left, height: bottom - top})
        ]),
        element(document, "g", {class: "panel-series", "clip-path": `url(#${clip})`}, drawing.inside(plot)),
        element(document, "g", {class: "panel-marks"}, drawing.above(plot))
      ]);
    })
  ]);
}
