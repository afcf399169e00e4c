import {chartHeight, drawChart, drawingRoot} from "./chart.js";
import type {Drawing, View} from "./drawing.js";
import {errorPanel} from "./kinds/error.js";
import {functionPanel} from "./kinds/function.js";
import {learnedPanel} from "./kinds/learned.js";
import {drawNetwork, networkSize, schemaDescription} from "./kinds/network.js";
import {weightsPanel} from "./kinds/weights.js";
import type {FigureData, NetworkPanel, Panel} from "./panel.js";

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
  return panel.kind === "network" ? Math.round((width * networkSize.height) / networkSize.width) : chartHeight(width);
}

/**
 * Draws a panel, at build and in the page alike. Colours and fonts are custom properties with fallbacks (theme.ts), so
 * the drawing follows the page's theme.
 */
export function drawPanel(panel: Panel, data: FigureData, options: DrawOptions): SVGSVGElement {
  const {document, width, height = heightOf(panel, width), idPrefix, epochs, epoch} = options;
  const {id, kind} = panel;
  const title = (panel.kind === "learned" && epoch !== undefined && panel.titleAtEpoch) || panel.title;
  const name = {id, kind, title, letter: /[a-z]$/.exec(id)?.[0] ?? ""};
  if (panel.kind === "network") {
    const root = {size: {width, height}, box: networkSize, description: schemaDescription};
    return drawingRoot(document, name, root, [drawNetwork(document)]);
  }
  return drawChart(name, drawingOf(panel, data, {epochs, epoch}), {document, width, height, idPrefix});
}
