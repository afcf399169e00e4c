import {formatMeasured} from "../../lib/figures/numberFormat.js";
import {drawGradientPath} from "../../lib/figures/live/gradientPath.js";
import {runsOf} from "./courseCharts.js";
import {labHeight, type LabChart} from "./panel.js";

/** So many arrows are in the table, the last before the epoch that is shown. */
const TABLE_ROWS = 40;

/** The gradients one after the other as arrows in the plane. */
export const pathChart: LabChart = {
  id: "gradient-path",
  title: "Path of the gradients",
  height: labHeight,
  draw(view, {width, height}) {
    const epoch = view.chosen ? view.epoch : undefined;
    const name = {id: "lab-gradient-path", letter: "", title: this.title};
    return drawGradientPath(name, runsOf(view), {epoch}, {document, width, height});
  },
  table({columns, row}) {
    const names = ["gradient_norm", "gradient_angle", "path_x", "path_y"];
    const {epochs} = columns.column("path_x");
    const first = Math.max(0, row - TABLE_ROWS + 1);
    return {
      heads: ["epoch", "norm", "angle to the one before (degrees)", "x", "y"],
      rows: Array.from({length: row - first + 1}, (_, i) => [
        epochs[first + i]!,
        ...names.map((name) => known(columns.column(name).values[first + i]!))
      ]),
      note: `The last ${TABLE_ROWS} arrows before the epoch that is shown.`
    };
  }
};

function known(value: number): string {
  return Number.isNaN(value) ? "" : formatMeasured(value);
}
