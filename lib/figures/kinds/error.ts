import {extentOf, snapshotOf} from "../curve.js";
import {drawCursor} from "../cursor.js";
import type {Drawing, Plot, View} from "../drawing.js";
import {cursorOf, drawStop, epochLines, seriesOf, stopOf, windowOf, type EpochSeries} from "../epochs.js";
import type {LegendEntry} from "../legend.js";
import {cross, dot} from "../mark.js";
import {formatEpoch, formatMeasured} from "../numberFormat.js";
import type {EpochPanel, FigureData} from "../panel.js";
import {padded} from "../scales.js";

/** The last and the lowest value of a loss, exact, from the run's summary. */
interface Ends extends EpochSeries {
  lastEpoch: number;
  last: number;
  lowestEpoch: number;
  lowest: number;
}

function endsOf(data: FigureData, series: EpochSeries): Ends {
  const {summary, parameters} = snapshotOf(data, series.run);
  const test = series.column === "test_loss";
  // JSON has null where a number was not finite.
  const last = (test ? summary.lastTestLoss : summary.lastTrainLoss) ?? NaN;
  const lowest = (test ? summary.lowestTestLoss : summary.lowestTrainLoss) ?? NaN;
  const lowestEpoch = test ? summary.lowestTestEpoch : summary.lowestTrainEpoch;
  return {...series, lastEpoch: parameters.epochs, last, lowestEpoch, lowest};
}

function legendOf({label, style, last, lowest, lowestEpoch}: Ends, named: boolean): LegendEntry[] {
  const where = lowestEpoch >= 0 ? `, epoch ${formatEpoch(lowestEpoch)}` : "";
  return [
    ...(named ? [{mark: "line", style, label} as const] : []),
    {mark: "dot", style, label: `last ${formatMeasured(last)}`},
    {mark: "cross", style, label: `lowest ${formatMeasured(lowest)}${where}`}
  ];
}

/** Losses over epochs on a logarithmic axis; a dot marks the last value of each, a cross the lowest. */
export function errorPanel(panel: EpochPanel, data: FigureData, view: View): Drawing {
  const series = seriesOf(panel, data);
  const window = windowOf(panel, data, view);
  const cursor = cursorOf(panel, data, window, view);
  const ends = series.map((one) => endsOf(data, one));
  const stop = stopOf(panel, data);

  const marks = ({document, x, y}: Plot) => {
    const shown = (epoch: number, value: number) => epoch >= window[0] && epoch <= window[1] && value > 0;
    // The first series lies on top; the others' dots are larger, so that none is hidden.
    const dots = ends.map(({style, last, lastEpoch}, i) =>
      shown(lastEpoch, last) ? [dot(document, x(lastEpoch), y(last), style, 3.5 + 1.5 * i)] : []
    );
    const crosses = ends.map(({style, lowest, lowestEpoch}) =>
      shown(lowestEpoch, lowest) ? [cross(document, x(lowestEpoch), y(lowest), style)] : []
    );
    return [...dots.reverse(), ...crosses.reverse()].flat();
  };

  return {
    axes: {
      x: {kind: "epochs", domain: window, label: "epoch"},
      y: {
        kind: panel.scale,
        domain: padded(extentOf(data, [...series, ...panel.axesHold], window), panel.scale),
        label: "error"
      }
    },
    legend: ends.map((end) => legendOf(end, ends.length > 1)),
    highlight: cursor?.epoch,
    labelRoom: 0,
    description: ends.map((end) => describe(end, stop)).join(" "),
    inside: (plot) => epochLines(plot, panel, data, window),
    above: (plot) => [
      ...(stop === undefined ? [] : drawStop(plot, stop)),
      ...marks(plot),
      ...(cursor ? [drawCursor(plot, cursor.epoch, cursor.readings)] : [])
    ]
  };
}

function describe({label, last, lastEpoch, lowest, lowestEpoch}: Ends, stop: number | undefined): string {
  const text = `The ${label} error over ${formatEpoch(lastEpoch)} epochs, on a logarithmic axis:`;
  if (lowestEpoch < 0) return `${text} it is never finite.`;
  const end =
    stop === undefined ? `${formatMeasured(last)} after the last.` : `not finite from epoch ${formatEpoch(stop)} on.`;
  return `${text} lowest ${formatMeasured(lowest)} after epoch ${formatEpoch(lowestEpoch)}, ${end}`;
}
