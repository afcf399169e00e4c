import {readFileSync} from "node:fs";
import {parquetRecords} from "../experiments/parquetHistory.js";
import type {History} from "../model/history.js";
import {digestOf} from "../numerics/digest.js";

/** What a run's Parquet file holds. */
export interface ReadHistory {
  id: string;
  /** computed from the numbers, whatever the file says of itself */
  digest: string;
  history: History;
}

/** Reads a run's Parquet file. The task of a worker thread. */
export default async function readHistory(path: string): Promise<ReadHistory> {
  const {id, history} = await parquetRecords(new Uint8Array(readFileSync(path)).buffer);
  return {id, digest: digestOf(history.records), history};
}
