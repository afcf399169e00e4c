import {plainText} from "../../lib/figures/label.js";
import {drawLiveNetwork, networkHeight} from "../../lib/figures/live/liveNetwork.js";
import {formatMeasured} from "../../lib/figures/numberFormat.js";
import {columnLabel} from "../../lib/figures/theme.js";
import {weightNames} from "../../lib/model/history.js";
import type {LabChart} from "./panel.js";
import {weightsIn} from "./view.js";

/** The network, each weight as a line. */
export const networkChart: LabChart = {
  id: "network",
  title: "The network and its weights",
  height: (width, hidden) => networkHeight(hidden, width),
  draw({columns, row, epoch, weight}, {width, height}) {
    const name = {id: "lab-network", letter: "", title: this.title};
    const network = {weights: weightsIn(columns, row), epoch, selected: weight ?? undefined};
    return drawLiveNetwork(name, network, {document, width, height});
  },
  table({columns, row, pins, epoch}) {
    const names = weightNames(columns.hidden);
    const value = (from: typeof columns, at: number, name: string) =>
      weightNames(from.hidden).includes(name) ? formatMeasured(from.column(name).values[at]!) : "";
    return {
      heads: ["weight", "value", ...pins.map(({letter}) => `in ${letter}`)],
      rows: names.map((name) => [
        plainText(columnLabel(name)),
        value(columns, row, name),
        ...pins.map((pin) => value(pin.columns, pin.columns.rowAt(epoch), name))
      ])
    };
  }
};
