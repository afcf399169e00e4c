import {extentOf, lastDrawable, valueAt} from "../curve.js";
import {drawCursor} from "../cursor.js";
import {dodge} from "../dodge.js";
import type {Drawing, Plot, View} from "../drawing.js";
import {cursorOf, drawStop, epochLines, readingsAt, seriesOf, stopOf, windowOf} from "../epochs.js";
import {label, plainText} from "../label.js";
import {STROKE} from "../mark.js";
import {formatMeasured} from "../numberFormat.js";
import type {EpochPanel, FigureData} from "../panel.js";
import {padded} from "../scales.js";
import {element, round} from "../svg.js";
import {colour, halo, sizes} from "../theme.js";

/** More lines than this are told apart by a legend; fewer by labels at their ends. */
const DIRECT = 12;

/** Weights over epochs on a linear axis; a hidden unit has its colour in U and in V. */
export function weightsPanel(panel: EpochPanel, data: FigureData, view: View): Drawing {
  const series = seriesOf(panel, data);
  const window = windowOf(panel, data, view);
  const cursor = cursorOf(panel, data, window, view);
  const stop = stopOf(panel, data);

  const names = ({document, x, y, top, bottom}: Plot) => {
    const ends = series.map((curve) => {
      const epoch = Math.max(window[0], Math.min(window[1], lastDrawable(data, curve)));
      const value = valueAt(data, curve, epoch);
      return {x: x(epoch) + 1.5, y: Math.max(top, Math.min(bottom, y(Number.isFinite(value) ? value : 0)))};
    });
    const places = dodge(
      ends.map(({y}) => y),
      15,
      [top, stop === undefined ? bottom : bottom - 20]
    );
    return series.map(({label: text, style}, i) =>
      element(document, "g", {class: "series-label"}, [
        element(document, "path", {
          d: `M${round(ends[i]!.x)},${round(ends[i]!.y)}L${round(ends[i]!.x + 8)},${round(places[i]!)}h6`,
          stroke: colour(style.colour),
          "stroke-width": STROKE
        }),
        label(document, text, {
          x: ends[i]!.x + 17,
          y: places[i]! + 3.5,
          size: sizes.text,
          fill: colour("ink"),
          ...halo
        })
      ])
    );
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
