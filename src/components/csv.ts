import {parquetHistory} from "../lib/experiments/parquetHistory.js";
import {csvLines} from "../lib/experiments/table.js";
import {download} from "./download.js";
import {runFile} from "./runFile.js";

/** “CSV”: the run's Parquet file as a table of decimals that give every bit back. */
export async function act(control: HTMLElement): Promise<void> {
  const run = await parquetHistory(await runFile(control.dataset["run"]!));
  download(new Blob([...csvLines(run)], {type: "text/csv"}), `${run.id}.csv`);
}
