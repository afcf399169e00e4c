import {parseSnapshot, type Snapshot} from "../lib/experiments/snapshot.js";
import {drawPanel} from "../lib/figures/drawPanel.js";
import {errorOf, sharing} from "../lib/figures/panelBuilders.js";
import {plainTuple} from "../lib/markup/runName.js";
import {fetched} from "./fetched.js";

/** The nominal width (px) of a panel, as in most figures. */
const WIDTH = 330;

/**
 * Draws the test errors of runs from their data, a panel each, on axes that hold all of them.
 * @param prefix makes the ids of these drawings unique on the page
 * @param folder the address of the site's data
 * @throws Error with a sentence if the data cannot be fetched
 */
export async function errorPanels(runs: readonly string[], prefix: string, folder: string): Promise<SVGSVGElement[]> {
  const snapshots = await Promise.all(runs.map((id) => fetchSnapshot(id, folder)));
  const ids = runs.map((_, i) => `${prefix}error-${i + 1}`);
  const panels = snapshots.map(({id, parameters}, i) =>
    errorOf(ids[i]!, id, `Test error of ${plainTuple(parameters).replace(/\bf([12])\b/, "$$f_$1$$")}`)
  );
  const data = {figure: "", runs: Object.fromEntries(snapshots.map((snapshot) => [snapshot.id, snapshot]))};
  return sharing(panels, ids).map((panel) => drawPanel(panel, data, {document, width: WIDTH}));
}

async function fetchSnapshot(id: string, folder: string): Promise<Snapshot> {
  const response = await fetched(`${folder}/${id}.json`, `The data of ${id}`);
  return parseSnapshot(await response.text(), id);
}
