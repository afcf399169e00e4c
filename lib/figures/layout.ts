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
  xTicks: Tick[];
  yTicks: Tick[];
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

/** The round values of an axis of this length (px), about `spacing` px apart. */
function ticksOf({kind, domain}: Axis, length: number, spacing: number): Tick[] {
  const count = Math.max(2, Math.floor(length / spacing));
  if (kind === "log") return logTicks(domain, count);
  return kind === "epochs" ? epochTicks(domain, count) : linearTicks(domain, count);
}

/**
 * Panels of equal size get equal places, so that small multiples line up, unless numbers with powers of ten need more room.
 * A legend of several rows makes a panel higher than `height` (px) and leaves the plot its size.
 */
export function layout(drawing: Drawing, width: number, height: number): Layout {
  const {axes, labelRoom} = drawing;
  const room = width - RIGHT - labelWidth(axes.y.label, sizes.text) - 16;
  const legend = legendRows(drawing.legend, room, width - RIGHT);
  const legendBase = TITLE + 15;
  const more = LEGEND_ROW * Math.max(0, legend.length - 1);
  const [top, bottom] = [legendBase + 10 + more, height - BOTTOM + more];
  const yTicks = ticksOf(axes.y, bottom - top, 34);
  const [left, right] = [
    Math.max(LEFT, ...yTicks.map(({text}) => Math.ceil(labelWidth(text, sizes.tick)) + 9)),
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
    legend,
    legendRight: width - RIGHT,
    legendBase
  };
}
