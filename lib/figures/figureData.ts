import {withSeries, type Snapshot} from "../experiments/snapshot.js";
import type {FigureEntry} from "./catalogue.js";
import type {FigureData} from "./panel.js";

/** What a figure is drawn from: the snapshots of its runs, cut to the curves that it shows. */
export function figureData({id, panels}: FigureEntry, snapshot: (run: string) => Snapshot): FigureData {
  const columns = new Map<string, Set<string>>();
  const need = (run: string, names: readonly string[]) => {
    if (!columns.has(run)) columns.set(run, new Set());
    for (const name of names) columns.get(run)!.add(name);
  };
  for (const panel of panels) {
    for (const run of panel.runs) need(run, "columns" in panel ? panel.columns : []);
    if ("axesHold" in panel) for (const held of panel.axesHold) need(held.run, "column" in held ? [held.column] : []);
  }
  const runs = [...columns].map(([run, names]) => [run, withSeries(snapshot(run), names)] as const);
  return {figure: id, runs: Object.fromEntries(runs)};
}
