import {parseRunId} from "../../experiments/parameters.js";
import {curveEpochs, type Outcome} from "./outcome.js";
import {curveQuantiles, LEVELS} from "./quantiles.js";
import type {Sweep} from "./sweep.js";

/** What a sweep has shown: the contents of a file of data/ensembles. */
export interface SweepResults {
  /** the version of this format */
  version: 1;
  sweep: string;
  /** tells the code and the runs that the results come from */
  key: string;
  columns: readonly string[];
  /** what each run came to: its id, the beginning of its digest, and its values in the order of the columns */
  runs: SweepRow[];
  /** the distribution of the test error over the epochs; null where the sweep keeps no curves */
  bands: SweepBands | null;
}

export type SweepRow = readonly [id: string, digest: string, ...values: (number | null)[]];

/** Quantiles of the test error. */
export interface SweepBands {
  epochs: number[];
  levels: readonly number[];
  /** `[epochs][levels]`, to six digits; null for what is not finite */
  values: (number | null)[][];
}

const BAND_DIGITS = 6;

/** Puts the outcomes of a sweep's runs together; they stand in the order of the runs. */
export function sweepResults({name, columns, runs}: Sweep, key: string, outcomes: readonly Outcome[]): SweepResults {
  const curves = outcomes.map(({curve}) => curve);
  const rounded = (value: number | null) => (value === null ? null : Number(value.toPrecision(BAND_DIGITS)));
  return {
    version: 1,
    sweep: name,
    key,
    columns,
    runs: outcomes.map(({digest, values}, i) => [runs[i]!, digest, ...values] as const),
    bands:
      curves[0]!.length === 0
        ? null
        : {
            epochs: curveEpochs(parseRunId(runs[0]!).epochs),
            levels: LEVELS,
            values: curveQuantiles(curves).map((values) => values.map(rounded))
          }
  };
}

/** The results as they are written: JSON with a line for each run, and one for each epoch of the bands. */
export function formatSweepResults({version, sweep, key, columns, runs, bands}: SweepResults): string {
  const lines = (rows: readonly unknown[]) => rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n");
  const head = Object.entries({version, sweep, key, columns}).map(
    ([name, value]) => ` "${name}": ${JSON.stringify(value)},\n`
  );
  const bandText =
    bands === null
      ? "null"
      : `{"epochs": ${JSON.stringify(bands.epochs)}, "levels": ${JSON.stringify(bands.levels)}, "values": [\n${lines(bands.values)}\n ]}`;
  return `{\n${head.join("")} "runs": [\n${lines(runs)}\n ],\n "bands": ${bandText}\n}\n`;
}

/**
 * Reads the results of a sweep.
 * @param source where they come from, for the message
 * @throws Error with one sentence if the text is cut off or holds other results
 */
export function parseSweepResults(text: string, {name, columns, runs}: Sweep, source: string): SweepResults {
  let results: SweepResults;
  try {
    results = JSON.parse(text);
  } catch {
    throw new Error(`${source} is no whole JSON file: restore it from the repository, or run npm run sweep.`);
  }
  const fits =
    results?.version === 1 &&
    results.sweep === name &&
    JSON.stringify(results.columns) === JSON.stringify(columns) &&
    results.runs?.length === runs.length &&
    results.runs.every(([id, digest, ...values], i) => id === runs[i] && digest && values.length === columns.length);
  if (!fits) throw new Error(`${source} holds the results of another sweep: run npm run sweep.`);
  return results;
}

/** One column of all runs, in their order. */
export function valuesOf({columns, runs}: SweepResults, column: string): (number | null)[] {
  const index = columns.indexOf(column);
  if (index < 0) throw new RangeError(`The sweep has no column “${column}”; it has ${columns.join(", ")}.`);
  return runs.map((row) => row[2 + index] as number | null);
}
