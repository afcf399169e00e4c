import {dataFolder} from "./dataFolder.js";

/**
 * A run's Parquet file, as the site has it.
 * @throws Error with a sentence if it cannot be fetched
 */
export async function runFile(id: string): Promise<ArrayBuffer> {
  const response = await fetch(`${dataFolder}/${id}.parquet`).catch(() => undefined);
  if (!response?.ok) throw new Error(`The data file of ${id} could not be fetched; try again when you are connected.`);
  return response.arrayBuffer();
}
