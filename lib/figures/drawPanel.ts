import type {Drawing, View} from "./drawing.js";
import {drawFrame, drawTitle} from "./frame.js";
import {errorPanel} from "./kinds/error.js";
import {functionPanel} from "./kinds/function.js";
import {learnedPanel} from "./kinds/learned.js";
import {drawNetwork, networkSize, schemaDescription} from "./kinds/network.js";
import {weightsPanel} from "./kinds/weights.js";
import {plainText} from "./label.js";
import {layout} from "./layout.js";
import type {FigureData, NetworkPanel, Panel} from "./panel.js";
import {element} from "./svg.js";
import {font} from "./theme.js";

/** A panel with axes. */
export type ChartPanel = Exclude<Panel, NetworkPanel>;

/** How a chart is drawn, by its kind. */
export function drawingOf(panel: ChartPanel, data: FigureData, view: View): Drawing {
  switch (panel.kind) {
    case "error":
      return errorPanel(panel, data, view);
    case "weights":
      return weightsPanel(panel, data, view);
    case "learned":
      return learnedPanel(panel, data, view);
    case "function":
      return functionPanel(panel);
  }
}

export interface DrawOptions extends View {
  document: Document;
  /** px, of the view box; the drawing scales to its container */
  width: number;
  /** px; nearly three quarters of the width, if it is not given */
  height?: number | undefined;
  /** makes ids unique on a page that draws the same panel twice */
  idPrefix?: string | undefined;
}

/** The height (px) that goes with a width. */
export function heightOf(panel: Panel, width: number): number {
  return Math.round(width * (panel.kind === "network" ? networkSize.height / networkSize.width : 0.73));
}

/**
 * Draws a panel, at build and in the page alike. Colours and fonts are custom properties with fallbacks (theme.ts), so
 * the drawing follows the page's theme.
 */
export function drawPanel(panel: Panel, data: FigureData, options: DrawOptions): SVGSVGElement {
  const {document, width, height = heightOf(panel, width), idPrefix = "", epochs, epoch} = options;
  const letter = /[a-z]$/.exec(panel.id)?.[0] ?? "";
  const start = {document, panel, letter};
  if (panel.kind === "network")
    return root({...start, width, height, box: networkSize, description: schemaDescription}, [drawNetwork(document)]);

  const drawing = drawingOf(panel, data, {epochs, epoch});
  const places = layout(drawing, width, height);
  const {left, right, top, bottom} = places;
  const clip = `${idPrefix}panel-${panel.id}-clip`;
  const plot = {document, ...places};
  return root({...start, width, height: places.height, box: places, description: drawing.description}, [
    drawTitle(document, letter, panel.title),
    ...drawFrame(document, drawing, places),
    element(document, "clipPath", {id: clip}, [
      element(document, "rect", {x: left, y: top, width: right - left, height: bottom - top})
    ]),
    element(document, "g", {class: "panel-series", "clip-path": `url(#${clip})`}, drawing.inside(plot)),
    element(document, "g", {class: "panel-marks"}, drawing.above(plot))
  ]);
}

interface Root {
  document: Document;
  panel: Panel;
  letter: string;
  width: number;
  height: number;
  /** the size of the view box */
  box: {width: number; height: number};
  description: string;
}

function root({document, panel, letter, width, height, box, description}: Root, children: SVGElement[]): SVGSVGElement {
  const name = plainText(`${letter ? `${letter}: ` : ""}${panel.title}`);
  const attributes = {
    class: `panel-drawing panel-${panel.kind}`,
    "data-panel": panel.id,
    viewBox: `0 0 ${box.width} ${box.height}`,
    width,
    height,
    role: "img",
    fill: "none",
    "font-family": font("sans"),
    style: "font-variant-numeric: tabular-nums"
  };
  return element(document, "svg", attributes, [
    element(document, "title", {}, [name]),
    element(document, "desc", {}, [description]),
    ...children
  ]) as SVGSVGElement;
}
