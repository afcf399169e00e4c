import {extentOf, lastDrawable, valueAt} from "../curve.js";
import {drawCursor} from "../cursor.js";
import type {Drawing, Plot, View} from "../drawing.js";
import {drawEndLabels, type LineEnd} from "../endLabels.js";
import {cursorOf, drawStop, epochLines, readingsAt, seriesOf, stopOf, windowOf} from "../epochs.js";
import {plainText} from "../label.js";
import {formatMeasured} from "../numberFormat.js";
import type {EpochPanel, FigureData} from "../panel.js";
import {padded} from "../scales.js";

/** More lines than this are told apart by a legend; fewer by labels at their ends. */
const DIRECT = 12;

/** Weights over epochs on a linear axis; a hidden unit has its colour in U and in V. */
export function weightsPanel(panel: EpochPanel, data: FigureData, view: View): Drawing {
  const series = seriesOf(panel, data);
  const window = windowOf(panel, data, view);
  const cursor = cursorOf(panel, data, window, view);
  const stop = stopOf(panel, data);

  const names = ({document, x, y, top, bottom}: Plot) => {
    const ends = series.map((curve): LineEnd => {
      const epoch = Math.max(window[0], Math.min(window[1], lastDrawable(data, curve)));
      const value = valueAt(data, curve, epoch);
      const height = y(Number.isFinite(value) ? value : 0);
      return {...curve, x: x(epoch) + 1.5, y: Math.max(top, Math.min(bottom, height))};
    });
    return drawEndLabels(document, ends, [top, stop === undefined ? bottom : bottom - 20]);
  };
  const direct = series.length <= DIRECT;
  return {
    axes: {
      x: {kind: "epochs", domain: window, label: "epoch"},
      y: {
        kind: panel.scale,
        domain: padded(extentOf(data, [...series, ...panel.axesHold], window), panel.scale),
        label: "weight"
      }
    },
    legend: direct ? [] : [series.map(({label, style}) => ({mark: "line", style, label}))],
    highlight: cursor?.epoch,
    labelRoom: direct ? 34 : 0,
    description: describe(panel, data, window, stop),
    inside: (plot) => epochLines(plot, panel, data, window),
    above: (plot) => [
      ...(stop === undefined ? [] : drawStop(plot, stop)),
      ...(direct ? names(plot) : []),
      ...(cursor ? [drawCursor(plot, cursor.epoch, cursor.readings)] : [])
    ]
  };
}

function describe(
  panel: EpochPanel,
  data: FigureData,
  [from, to]: readonly [number, number],
  stop: number | undefined
): string {
  const readings = readingsAt(panel, data, to);
  const what = `The weights ${readings.map(({label}) => plainText(label)).join(", ")} over the epochs ${from} to ${to}.`;
  if (stop !== undefined && stop <= to) return `${what} They are not finite from epoch ${stop} on.`;
  const ends = readings.map(({label, value}) => `${plainText(label)} ${formatMeasured(value)}`);
  return `${what} At the end: ${ends.join(", ")}.`;
}
