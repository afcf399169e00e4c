import type {Drawing} from "./drawing.js";
import {labelWidth} from "./label.js";
import {LEGEND_ROW, legendRows, type LegendEntry} from "./legend.js";
import {epochTicks, linearTicks, logTicks, type Tick} from "./numberFormat.js";
import {scaleOf, type Axis, type Scale} from "./scales.js";
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
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
  /** whether the numbers and the name of the horizontal axis stand below the plot */
  foot: boolean;
  /** the legend's entries, row by row */
  legend: LegendEntry[][];
  /** where the legend ends */
  legendRight: number;
  /** the base line of the vertical axis's label and of the legend's first row */
  legendBase: number;
}

const TITLE = 22;
const LEFT = 46;
/** px, right of a plot and of its labels */
export const RIGHT = 16;
const BOTTOM = 38;

/** Room (px) above a plot that has neither a legend nor a name on its vertical axis. */
const BARE = 8;

/** What a chart shares with others above or below it. */
export interface Stacking {
  /** whether the title stands above it */
  head: boolean;
  /** whether the horizontal axis has its numbers and its name below it */
  foot: boolean;
  /** the plot starts no further left (px) */
  left: number;
  /** room (px) right of the plot, if that is more than the drawing's own */
  labelRoom: number;
}

const alone: Stacking = {head: true, foot: true, left: 0, labelRoom: 0};

/** The round values of an axis of this length (px), about `spacing` px apart. */
function ticksOf({kind, domain, ticks}: Axis, length: number, spacing: number): readonly Tick[] {
  if (ticks) return ticks;
  const count = Math.max(2, Math.floor(length / spacing));
  if (kind === "log") return logTicks(domain, count);
  return kind === "epochs" ? epochTicks(domain, count) : linearTicks(domain, count);
}

/**
 * Panels of equal size get equal places, so that small multiples line up, unless numbers with powers of ten need more room.
 * A legend of several rows makes a panel higher than `height` (px) and leaves the plot its size.
 */
export function layout(
  drawing: Drawing,
  width: number,
  height: number,
  {head, foot, left: least, labelRoom: shared}: Stacking = alone
): Layout {
  const {axes} = drawing;
  const labelRoom = Math.max(shared, drawing.labelRoom);
  const room = width - RIGHT - labelWidth(axes.y.label, sizes.text) - 16;
  const legend = legendRows(drawing.legend, room, width - RIGHT);
  const legendBase = (head ? TITLE : 0) + 15;
  const more = LEGEND_ROW * Math.max(0, legend.length - 1);
  const bare = legend.length === 0 && axes.y.label === "";
  const [top, bottom] = [
    (bare ? legendBase - 15 + BARE : legendBase + 10) + more,
    height - (foot ? BOTTOM : BARE) + more
  ];
  const yTicks = ticksOf(axes.y, bottom - top, 34);
  const [left, right] = [
    Math.max(
      least,
      axes.y.ticks?.length === 0 ? 1 : LEFT,
      ...yTicks.map(({text}) => Math.ceil(labelWidth(text, sizes.tick)) + 9)
    ),
    width - RIGHT - labelRoom
  ];
  const xTicks = ticksOf(axes.x, right - left, 56);
  const [x, y] = [scaleOf(axes.x, [left, right]), scaleOf(axes.y, [bottom, top])];
  return {
    width,
    height: height + more,
    left,
    right,
    top,
    bottom,
    x,
    y,
    xTicks,
    yTicks,
    foot,
    legend,
    legendRight: width - RIGHT,
    legendBase
  };
}
