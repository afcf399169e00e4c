import type {Drawing} from "./drawing.js";
import {drawFrame, drawTitle} from "./frame.js";
import {plainText} from "./label.js";
import {layout} from "./layout.js";
import {element} from "./svg.js";
import {font} from "./theme.js";

/** What a drawing is called, on the page and to a screen reader. */
export interface DrawingName {
  /** unique on the page, such as `3a` */
  id: string;
  kind: string;
  /** before the title; empty for none */
  letter: string;
  /** markup of label.ts */
  title: string;
}

export interface ChartOptions {
  document: Document;
  /** px, of the view box; the drawing scales to its container */
  width: number;
  height: number;
  /** makes ids unique on a page that draws the same panel twice */
  idPrefix?: string | undefined;
}

/** The height (px) of a chart of this width, where nothing else is asked for. */
export function chartHeight(width: number): number {
  return Math.round(width * 0.73);
}

/** Draws a chart: title, frame, and what stands inside the plot and above it. */
export function drawChart(
  name: DrawingName,
  drawing: Drawing,
  {document, width, height, idPrefix = ""}: ChartOptions
): SVGSVGElement {
  const places = layout(drawing, width, height);
  const {left, right, top, bottom} = places;
  const clip = `${idPrefix}panel-${name.id}-clip`;
  const plot = {document, ...places};
  const size = {width, height: places.height};
  return drawingRoot(document, name, {size, box: places, description: drawing.description}, [
    drawTitle(document, name.letter, name.title),
    ...drawFrame(document, drawing, places),
    element(document, "clipPath", {id: clip}, [
      element(document, "rect", {x: left, y: top, width: right - left, height: bottom - top})
    ]),
    element(document, "g", {class: "panel-series", "clip-path": `url(#${clip})`}, drawing.inside(plot)),
    element(document, "g", {class: "panel-marks"}, drawing.above(plot))
  ]);
}

/** The size (px) at which a drawing is shown, and that of its view box. */
interface Root {
  size: {width: number; height: number};
  box: {width: number; height: number};
  description: string;
}

/** The svg element of a drawing, with its title and description. */
export function drawingRoot(
  document: Document,
  {id, kind, letter, title}: DrawingName,
  {size, box, description}: Root,
  children: SVGElement[]
): SVGSVGElement {
  const attributes = {
    class: `panel-drawing panel-${kind}`,
    "data-panel": id,
    viewBox: `0 0 ${box.width} ${box.height}`,
    width: size.width,
    height: size.height,
    role: "img",
    fill: "none",
    "font-family": font("sans"),
    style: "font-variant-numeric: tabular-nums"
  };
  return element(document, "svg", attributes, [
    element(document, "title", {}, [plainText(`${letter ? `${letter}: ` : ""}${title}`)]),
    element(document, "desc", {}, [description]),
    ...children
  ]) as SVGSVGElement;
}
