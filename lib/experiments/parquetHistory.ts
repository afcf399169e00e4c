import {parquetMetadata, parquetRead, type DecodedArray, type FileMetaData} from "hyparquet";
import {columnNames, recordLength, recordsLength, type History} from "../model/history.js";
import {digestOf} from "../numerics/digest.js";
import {parseRunId, type RunParameters} from "./parameters.js";

/** What a run's Parquet file holds. */
export interface ParquetRun {
  id: string;
  parameters: RunParameters;
  history: History;
  digest: string;
}

/**
 * Reads the full history back from the file that `parquet` wrote, every bit of it.
 * @throws Error with one sentence if the file is cut off, is not that of a run, or its numbers have another digest than
 * the one that it names
 */
export async function parquetHistory(file: ArrayBuffer): Promise<ParquetRun> {
  const recorded = await parquetRecords(file);
  if (digestOf(recorded.history.records) !== recorded.digest)
    throw new Error(
      `The numbers in the Parquet file of ${recorded.id} are not those of its digest: download it again.`
    );
  return recorded;
}

/**
 * Reads what the file holds, whether or not its numbers have the digest that it names: to find out what was changed.
 * @throws Error with one sentence if the file is cut off or is not that of a run
 */
export async function parquetRecords(file: ArrayBuffer): Promise<ParquetRun> {
  const metadata = metadataOf(file);
  const {id, digest} = Object.fromEntries(metadata.key_value_metadata?.map(({key, value}) => [key, value]) ?? []);
  if (!id || !digest) throw new Error("The Parquet file names no run: download it again from the page of its run.");
  const parameters = parseRunId(id);
  const {hidden, epochs} = parameters;
  const stride = recordLength(hidden);
  const offsets = new Map(columnNames(hidden).map((name, i) => [name, i]));
  const records = new Float64Array(recordsLength(hidden, epochs));
  let found = 0;

  function place(name: string, from: number, values: DecodedArray): void {
    const offset = offsets.get(name);
    if (offset === undefined) return;
    for (let i = 0; i < values.length; ++i) {
      const at = (from + i) * stride + offset;
      if (at >= records.length || typeof values[i] !== "number") continue;
      records[at] = values[i] as number;
      ++found;
    }
  }

  await parquetRead({
    file,
    metadata,
    onChunk: ({columnName, columnData, rowStart}) => place(columnName, rowStart, columnData)
  }).catch((error: unknown) => {
    throw new Error(`The Parquet file of ${id} cannot be read: download it again.`, {cause: error});
  });
  if (found !== records.length)
    throw new Error(
      `The Parquet file of ${id} holds ${found} numbers instead of ${records.length}: download it again.`
    );
  return {id, parameters, history: {hidden, epochs, records}, digest};
}

function metadataOf(file: ArrayBuffer): FileMetaData {
  try {
    return parquetMetadata(file);
  } catch (error) {
    throw new Error("The Parquet file is not whole: download it again.", {cause: error});
  }
}
