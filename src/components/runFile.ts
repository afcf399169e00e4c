import {dataFolder} from "./dataFolder.js";
import {fetched} from "./fetched.js";

/**
 * A run's Parquet file, as the site has it.
 * @throws Error with a sentence if it cannot be fetched
 */
export async function runFile(id: string): Promise<ArrayBuffer> {
  return (await fetched(`${dataFolder}/${id}.parquet`, `The data file of ${id}`)).arrayBuffer();
}
