import {csvLines} from "../lib/experiments/table.js";
import {download} from "./download.js";
import {siteHistory} from "./siteHistory.js";

/** “CSV”: the run's Parquet file as a table of decimals that give every bit back. */
export async function act(control: HTMLElement): Promise<void> {
  const run = await siteHistory(control.dataset["run"]!);
  download(new Blob([...csvLines(run)], {type: "text/csv"}), `${run.id}.csv`);
}
