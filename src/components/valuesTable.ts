import {valueAt} from "../lib/figures/curve.js";
import {curvesOf, reached} from "../lib/figures/epochs.js";
import type {EpochPanel, FigureData} from "../lib/figures/panel.js";
import {make} from "./dom.js";

/**
 * Puts the values of all curves of a figure at an epoch below its summary, one row a run and curve. Where the reader's
 * own run is at hand they are exact, in the fewest digits that give the bits back.
 */
export function valuesTable(details: HTMLDetailsElement, panels: EpochPanel[], data: FigureData, epoch: number): void {
  const curves = new Map(panels.flatMap(curvesOf).map((curve) => [`${curve.run} ${curve.column}`, curve]));
  const rows = [...curves.values()].map((curve) => {
    const at = reached(data, curve.run, epoch);
    const value = valueAt(data, curve, at);
    const text = data.exact?.[curve.run] ? String(value) : `≈ ${Number(value.toPrecision(3))}`;
    return make(
      "tr",
      {},
      make("td", {}, curve.run),
      make("td", {}, String(at)),
      make("th", {scope: "row"}, curve.column),
      make("td", {class: "number"}, text)
    );
  });
  const heads = ["run", "epoch", "column", "value"].map((name) => make("th", {scope: "col"}, name));
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows));
  details.querySelector(".figure-table")?.remove();
  details.append(make("div", {class: "figure-table", tabindex: 0, role: "region", "aria-label": "Values"}, table));
}
