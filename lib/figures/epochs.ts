import {lastDrawable, pointsOf, snapshotOf, valueAt} from "./curve.js";
import type {Plot, View} from "./drawing.js";
import {label, labelWidth} from "./label.js";
import {line} from "./line.js";
import {formatEpoch} from "./numberFormat.js";
import type {Curve, EpochPanel, FigureData} from "./panel.js";
import {element, round} from "./svg.js";
import {colour, columnLabel, columnStyle, halo, sizes, type LineStyle} from "./theme.js";

/** A panel's curves in the order of its legend. */
export function curvesOf({runs, columns}: EpochPanel): Curve[] {
  return runs.flatMap((run) => columns.map((column) => ({run, column})));
}

/** The first and last epoch that a panel shows: the view's window, or the panel's, or the longest run on its axes. */
export function windowOf(panel: EpochPanel, data: FigureData, {epochs}: View): readonly [number, number] {
  const runs = [...panel.runs, ...panel.axesHold.map(({run}) => run)];
  return epochs ?? panel.epochs ?? [0, Math.max(...runs.map((run) => epochsOf(data, run)))];
}

/** The last epoch of a run. */
function epochsOf(data: FigureData, run: string): number {
  return snapshotOf(data, run).parameters.epochs;
}

/** The epoch of a run that a cursor at `epoch` means: a shorter run stays at its end. */
export function reached(data: FigureData, run: string, epoch: number): number {
  return Math.max(0, Math.min(epochsOf(data, run), Math.round(epoch)));
}

/** A series of a panel: its curve, with the label and the line that it has everywhere. */
export interface EpochSeries extends Curve {
  /** markup of label.ts */
  label: string;
  style: LineStyle;
}

/** A panel's series in the order of its legend. */
export function seriesOf(panel: EpochPanel, data: FigureData): EpochSeries[] {
  return curvesOf(panel).map(({run, column}) => ({
    run,
    column,
    label: columnLabel(column),
    style: columnStyle(column, snapshotOf(data, run).parameters.hidden)
  }));
}

/** What a panel's series show at an epoch. */
export interface Reading extends EpochSeries {
  /** the epoch it was read at: a run that ends before the cursor is read at its end */
  epoch: number;
  /** NaN where the run's value is not finite */
  value: number;
}

/** The values of a panel's series at an epoch, in the order of its legend. */
export function readingsAt(panel: EpochPanel, data: FigureData, epoch: number): Reading[] {
  return seriesOf(panel, data).map((series) => {
    const at = reached(data, series.run, epoch);
    return {...series, epoch: at, value: valueAt(data, series, at)};
  });
}

/** A panel's cursor: its epoch and what the series show there. */
export interface Cursor {
  epoch: number;
  readings: Reading[];
}

/** The cursor of a panel, if the view has one and its epoch lies in the window. */
export function cursorOf(
  panel: EpochPanel,
  data: FigureData,
  window: readonly [number, number],
  {epoch}: View
): Cursor | undefined {
  if (epoch === undefined) return undefined;
  const readings = readingsAt(panel, data, epoch);
  const at = Math.max(...readings.map((reading) => reading.epoch));
  return at >= window[0] && at <= window[1] ? {epoch: at, readings} : undefined;
}

/** The lines of a panel over a window of epochs. */
export function epochLines(
  plot: Plot,
  panel: EpochPanel,
  data: FigureData,
  window: readonly [number, number]
): SVGElement[] {
  return seriesOf(panel, data).map((series) =>
    line(plot, pointsOf(data, series, window), series.style, {
      "data-series": series.column,
      "data-run": series.run,
      "data-panel": panel.id
    })
  );
}

/** The first epoch at which a curve of the panel has no finite value; undefined if all reach their run's end. */
export function stopOf(panel: EpochPanel, data: FigureData): number | undefined {
  const stops = curvesOf(panel)
    .map((curve) => ({stop: lastDrawable(data, curve) + 1, epochs: epochsOf(data, curve.run)}))
    .filter(({stop, epochs}) => stop <= epochs);
  return stops.length > 0 ? Math.min(...stops.map(({stop}) => stop)) : undefined;
}

/** Marks the epoch where a run stops having finite values. */
export function drawStop({document, x, left, right, top, bottom}: Plot, stop: number): SVGElement[] {
  const at = x(stop);
  if (at < left || at > right) return [];
  const text = `not finite from epoch ${formatEpoch(stop)}`;
  const flip = at + labelWidth(text, sizes.text) + 6 > right;
  return [
    element(document, "g", {class: "panel-stop", "data-epoch": String(stop)}, [
      element(document, "path", {
        d: `M${round(at)},${top}V${bottom}`,
        stroke: colour("muted"),
        "stroke-dasharray": "2 3"
      }),
      label(document, text, {
        x: flip ? at - 6 : at + 6,
        y: bottom - 8,
        "text-anchor": flip ? "end" : "start",
        size: sizes.text,
        fill: colour("muted"),
        ...halo
      })
    ])
  ];
}
