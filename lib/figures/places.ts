import {drawingRoot, type ChartOptions, type DrawingName} from "./chart.js";
import type {Drawing} from "./drawing.js";
import {drawFrame, drawTitle} from "./frame.js";
import type {Layout} from "./layout.js";
import {element} from "./svg.js";

/** A chart among others that stand one above the other in one drawing. */
export interface Placed {
  drawing: Drawing;
  /** px, from the top of the whole drawing to the top of this chart */
  offset: number;
  places: Layout;
}

/** Draws charts one above the other under one title. */
export function drawPlaces(
  name: DrawingName,
  charts: readonly Placed[],
  {document, width, idPrefix = ""}: Omit<ChartOptions, "height">
): SVGSVGElement {
  const last = charts.at(-1)!;
  const size = {width, height: last.offset + last.places.height};
  const description = charts.map(({drawing}) => drawing.description).join(" ");
  return drawingRoot(document, name, {size, box: size, description}, [
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
