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

/** Between which values of a column the members of an ensemble lie; what is not finite counts as Infinity. */
export function extentOf(results: SweepResults, column: string): {least: number; most: number} {
  const values = valuesOf(results, column).map((value) => value ?? Infinity);
  return {least: Math.min(...values), most: Math.max(...values)};
}
