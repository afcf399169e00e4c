import {columnNames, epochOf, recordLength, rowCount, type History} from "../model/history.js";
import type {Run} from "./run.js";

/**
 * The history as CSV, line by line: a header, then a row for each epoch that it keeps, with `epoch` and the columns of
 * `columnNames`. Numbers are the shortest decimals that give the bits back; the last epoch's gradients are empty.
 */
export function* csvLines({parameters, history}: Pick<Run, "parameters" | "history">): Generator<string> {
  const names = columnNames(parameters.hidden);
  yield `epoch,${names.join(",")}\n`;
  for (const [epoch, record] of records(history)) {
    const blanks = ",".repeat(names.length - record.length);
    yield `${epoch},${record.join(",")}${blanks}\n`;
  }
}

/**
 * The run as one JSON object, in pieces: id, parameters, summary, digest, `every` if the history is thinned, the columns'
 * names and the records in the columns' order. A number that is not finite is the string "NaN", "Infinity" or "-Infinity".
 */
export function* jsonPieces({id, parameters, summary, digest, history}: Run): Generator<string> {
  const {every} = history;
  const head = JSON.stringify({id, parameters, summary, digest, every, columns: columnNames(parameters.hidden)}, spell);
  yield `${head.slice(0, -1)},"records":[\n`;
  for (const [epoch, record] of records(history))
    yield `${JSON.stringify([...record], spell)}${epoch < history.epochs ? "," : ""}\n`;
  yield "]}\n";
}

function* records(history: History): Generator<[epoch: number, record: Float64Array]> {
  const length = recordLength(history.hidden);
  const rows = rowCount(history);
  for (let row = 0; row < rows; ++row)
    yield [epochOf(history, row), history.records.subarray(row * length, (row + 1) * length)];
}

function spell(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
