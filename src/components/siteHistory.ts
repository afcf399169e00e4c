import {parquetRecords, type ParquetRun} from "../lib/experiments/parquetHistory.js";
import {dataFolder} from "./dataFolder.js";

/**
 * The full history of a run from the site's Parquet file.
 * @throws Error with a sentence if it cannot be fetched or read
 */
export async function siteHistory(id: string): Promise<ParquetRun> {
  const response = await fetch(`${dataFolder}/${id}.parquet`).catch(() => undefined);
  if (!response?.ok) throw new Error(`The data file of ${id} could not be fetched; try again when you are connected.`);
  return parquetRecords(await response.arrayBuffer());
}
