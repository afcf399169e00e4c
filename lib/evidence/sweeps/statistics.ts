import {valuesOf, type SweepResults} from "./sweepResults.js";

/** The finite values of a column, ascending. */
export function finiteValues(results: SweepResults, column: string): number[] {
  return valuesOf(results, column)
    .filter((value) => value !== null)
    .sort((a, b) => a - b);
}

/** In how many significant digits all values are the same, 17 at the most; 0 if they differ in the first. */
export function digitsInCommon(values: readonly number[]): number {
  let digits = 17;
  while (digits > 0 && values.some((value) => value.toPrecision(digits) !== values[0]!.toPrecision(digits))) --digits;
  return digits;
}

/** The values below and above the widest gap between neighbours, relative to the lower one. */
export function twoGroups(ascending: readonly number[]): [lower: number[], upper: number[]] {
  let at = 1;
  const gap = (i: number) => ascending[i]! / ascending[i - 1]!;
  for (let i = 2; i < ascending.length; ++i) if (gap(i) > gap(at)) at = i;
  return [ascending.slice(0, at), ascending.slice(at)];
}

const PRINTED = /^-?\d+(?:\.(\d+))?(?:e([+-]?\d+))?$/;

/**
 * Whether a number that the paper prints lies within an ensemble: between its least and its largest finite value, give or
 * take half a unit of the last printed digit.
 * @throws RangeError if it is not a number
 */
export function isWithinEnsemble(results: SweepResults, column: string, printed: string): boolean {
  const match = PRINTED.exec(printed);
  if (!match) throw new RangeError(`“${printed}” is no number that could lie in an ensemble.`);
  const [, decimals = "", exponent = "0"] = match;
  const half = Number(`5e${Number(exponent) - decimals.length - 1}`);
  const values = finiteValues(results, column);
  const value = Number(printed);
  return values.length > 0 && value >= values[0]! - half && value <= values.at(-1)! + half;
}
