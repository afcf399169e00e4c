import type {Drawing} from "./drawing.js";
import {labelWidth} from "./label.js";
import {LEGEND_ROW, legendRows, type LegendEntry} from "./legend.js";
import {scaleOf, type Scale} from "./scales.js";
import {sizes} from "./theme.js";

/** The places of a panel's parts, in px of its nominal size. */
export interface Layout {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: Scale;
  y: Scale;
  /** the legend's entries, row by row */
  legend: LegendEntry[][];
  /** where the legend ends */
  legendRight: number;
  /** the base line of the vertical axis's label and of the legend's first row */
  legendBase: number;
}

const TITLE = 22;
const LEFT = 46;
const RIGHT = 16;
const BOTTOM = 38;

/**
 * Panels of equal size get equal places, so that small multiples line up. A legend of several rows makes a panel higher
 * than `height` (px) and leaves the plot its size.
 */
export function layout(drawing: Drawing, width: number, height: number): Layout {
  const {axes, labelRoom} = drawing;
  const room = width - RIGHT - labelWidth(axes.y.label, sizes.text) - 16;
  const legend = legendRows(drawing.legend, room, width - RIGHT);
  const legendBase = TITLE + 15;
  const [left, right] = [LEFT, width - RIGHT - labelRoom];
  const more = LEGEND_ROW * Math.max(0, legend.length - 1);
  const [top, bottom] = [legendBase + 10 + more, height - BOTTOM + more];
  const [x, y] = [scaleOf(axes.x, [left, right]), scaleOf(axes.y, [bottom, top])];
  return {width, height: height + more, left, right, top, bottom, x, y, legend, legendRight: width - RIGHT, legendBase};
}
