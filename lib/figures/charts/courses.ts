import type {Point} from "../curve.js";
import {drawCursor} from "../cursor.js";
import {decimate, firstFrom, type EpochValues} from "../decimate.js";
import type {Drawing, Plot} from "../drawing.js";
import {drawEndLabels, endLabelRoom, type LineEnd} from "../endLabels.js";
import type {LegendEntry} from "../legend.js";
import {line} from "../line.js";
import {formatMeasured, type Tick} from "../numberFormat.js";
import {extentOfValues, padded} from "../scales.js";
import type {LineStyle} from "../theme.js";
import {drawMoment, drawMomentLabels, drawThreshold, thresholdRoom, type Moment, type Threshold} from "./rules.js";

/** A line over epochs. */
export interface Course extends EpochValues {
  /** for `data-series`, such as `train_loss` */
  name: string;
  /** what the cursor calls it, in markup of label.ts */
  label?: string | undefined;
  /** where its label stands; without it in the legend */
  named?: "legend" | "end" | "nowhere";
  style: LineStyle;
  /** for `data-run` */
  run?: string | undefined;
  /** whether NaN says that there is no value at an epoch, rather than one that is not finite: then none is read there */
  gaps?: boolean;
}

/** Lines over epochs on one vertical axis, and what they are to be compared with. */
export interface Courses {
  /** what the vertical axis shows, in markup of label.ts */
  label: string;
  scale: "linear" | "log";
  courses: readonly Course[];
  /** horizontal lines, such as 2/η; the axis holds them */
  thresholds?: readonly Threshold[];
  /** vertical lines, such as an onset */
  moments?: readonly Moment[];
  /** the vertical axis; without one it holds all courses and thresholds */
  domain?: readonly [number, number];
  /** the values at its grid lines, in place of round ones */
  ticks?: readonly Tick[];
  /** what a screen reader says */
  description: string;
}

/** Which epochs are shown, and in how many columns of pixels. */
export interface EpochView {
  window: readonly [number, number];
  /** px: a course is cut to so many columns */
  width: number;
  /** the epoch of the cursor */
  epoch?: number | undefined;
}

/** The value at the last epoch up to this one that a course has; undefined before its first. */
function valueUpTo({values, epochs}: EpochValues, epoch: number): number | undefined {
  return values[firstFrom(epochs, 0, values.length, epoch, true) - 1];
}

/** More values than this cannot be written beside a cursor. */
const READINGS = 12;

/** Lines over epochs; the last lies on top. */
export function coursesDrawing(chart: Courses, {window, width, epoch}: EpochView): Drawing {
  const {courses, scale, thresholds = [], moments = []} = chart;
  const points = courses.map((course) => decimate(course, window, Math.max(1, Math.round(width))));
  const held = [...points.flat().map(([, value]) => value), ...thresholds.map(({value}) => value)];
  const inside = epoch !== undefined && epoch >= window[0] && epoch <= window[1];
  const entries = courses.flatMap(({label, style, named = "legend"}): LegendEntry[] =>
    label && named === "legend" ? [{mark: "line", style, label}] : []
  );
  const ended = courses.flatMap(({label, named}, i) => (label && named === "end" ? [i] : []));
  const ends = ({x, y, top, bottom}: Plot) =>
    ended.flatMap((i): LineEnd[] => {
      const end = points[i]!.findLast(([at, value]) => at <= window[1] && Number.isFinite(y(value)));
      if (!end) return [];
      const place = Math.max(top, Math.min(bottom, y(end[1])));
      return [{x: x(end[0]) + 1.5, y: place, label: courses[i]!.label!, style: courses[i]!.style}];
    });
  const cursor = (plot: Plot) => {
    const named = courses.filter(({named}) => named !== "nowhere");
    const readings = named.flatMap((course) => {
      const value = valueUpTo(course, epoch!);
      const none = value === undefined || (course.gaps && Number.isNaN(value));
      return none ? [] : [{...course, label: course.label ?? "", value}];
    });
    return drawCursor(plot, epoch!, readings.length > READINGS ? [] : readings);
  };
  return {
    axes: {
      x: {kind: "epochs", domain: window, label: "epoch"},
      y: {
        kind: scale,
        domain: chart.domain ?? padded(extentOfValues(held, scale), scale),
        label: chart.label,
        ...(chart.ticks ? {ticks: chart.ticks} : {})
      }
    },
    legend: entries.length > 1 ? [entries] : [],
    highlight: inside ? epoch : undefined,
    labelRoom: Math.max(endLabelRoom(ended.map((i) => courses[i]!.label!)), thresholdRoom(thresholds)),
    description: chart.description,
    inside: (plot) => [
      ...moments.flatMap((moment) => drawMoment(plot, moment)),
      ...courses.map(({style, name, run}, i) =>
        line(plot, drawable(points[i]!, scale), style, {"data-series": name, "data-run": run})
      )
    ],
    above: (plot) => [
      ...thresholds.map((threshold) => drawThreshold(plot, threshold)),
      ...drawMomentLabels(plot, moments),
      ...drawEndLabels(plot.document, ends(plot), [plot.top, plot.bottom]),
      ...(inside ? [cursor(plot)] : [])
    ]
  };
}

/** What a screen reader is told of a course: where it begins, ends, and between what it lies. */
export function courseInWords({values}: EpochValues): string {
  const finite = Array.from(values).filter(Number.isFinite);
  if (finite.length === 0) return "never finite";
  const [least, most] = [finite.reduce((a, b) => Math.min(a, b)), finite.reduce((a, b) => Math.max(a, b))];
  return `from ${formatMeasured(values[0]!)} to ${formatMeasured(values[values.length - 1]!)}, between ${formatMeasured(least)} and ${formatMeasured(most)}`;
}

function drawable(points: Point[], scale: "linear" | "log"): Point[] {
  return scale === "log" ? points.map(([epoch, value]) => [epoch, value > 0 ? value : NaN]) : points;
}
