import type {View} from "./drawing.js";
import {drawingOf, heightOf, type ChartPanel} from "./drawPanel.js";
import {layout, type Layout} from "./layout.js";
import {LEAST_WINDOW} from "./leastWindow.js";
import type {FigureData} from "./panel.js";

type Window = readonly [number, number];

/** The scales and places of a panel as `drawPanel` draws it with the same options, in px of its view box. */
export function panelLayout(
  panel: ChartPanel,
  data: FigureData,
  {width, height = heightOf(panel, width), ...view}: View & {width: number; height?: number | undefined}
): Layout {
  return layout(drawingOf(panel, data, view), width, height);
}

/** The whole epoch nearest to a coordinate (px of the view box), within the plot. */
export function epochAt({x, left, right}: Layout, coordinate: number): number {
  return Math.round(x.invert(Math.max(left, Math.min(right, coordinate))));
}

/**
 * A window of epochs scaled about an epoch, which keeps its place as far as the full window allows.
 * @param factor below 1 zooms in, above 1 out; 1 makes the window whole, and no smaller than a reader may zoom to
 */
export function zoomed([from, to]: Window, full: Window, factor: number, about: number): [number, number] {
  const most = full[1] - full[0];
  const length = Math.round(Math.max(Math.min(LEAST_WINDOW, most), Math.min(most, (to - from) * factor)));
  const share = to > from ? (about - from) / (to - from) : 0;
  const start = Math.round(Math.max(full[0], Math.min(full[1] - length, about - share * length)));
  return [start, start + length];
}
