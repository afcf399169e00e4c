import {parquetWriteBuffer} from "hyparquet-writer";
import {column, columnNames, epochOf, rowCount} from "../model/history.js";
import type {Run} from "./run.js";

/** The version of this library, as package.json has it (a test compares them). */
export const LIBRARY_VERSION = "1.0.0";

/**
 * The history as a Parquet file: one row for each epoch that it keeps, the columns `epoch` (32-bit integer) and those of
 * `columnNames` (binary64, bits kept; the last epoch's gradients are null, for no step follows). The metadata hold the
 * run's id, its parameters (JSON), digest and the library's version.
 */
export function parquet({id, parameters, history, digest}: Run): ArrayBuffer {
  const rows = rowCount(history);
  const epoch = {
    name: "epoch",
    data: Int32Array.from({length: rows}, (_, row) => epochOf(history, row)),
    type: "INT32" as const,
    nullable: false
  };
  const columns = columnNames(parameters.hidden).map((name) => {
    const values = column(history, name);
    const recorded = values.length === rows;
    return {
      name,
      data: recorded ? values : [...values, null],
      type: "DOUBLE" as const,
      nullable: !recorded,
      encoding: "BYTE_STREAM_SPLIT" as const
    };
  });
  return parquetWriteBuffer({
    columnData: [epoch, ...columns],
    statistics: false,
    rowGroupSize: rows,
    createdBy: "basic-neural-network-reproduced",
    kvMetadata: [
      {key: "id", value: id},
      {key: "parameters", value: JSON.stringify(parameters)},
      {key: "digest", value: digest},
      {key: "version", value: LIBRARY_VERSION}
    ]
  });
}
