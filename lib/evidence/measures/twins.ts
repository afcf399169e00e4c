import {column, type History} from "../../model/history.js";
import {plotDistance, plotHeight} from "./alike.js";

/** The names of the three weights of a hidden unit, the bias unit apart. */
export function weightsOfUnit(unit: number): string[] {
  return [`U_${unit}_0`, `U_${unit}_1`, `V_${unit}`];
}

/**
 * How far the hidden units of a run are from being twins: the largest distance between the courses of the same weight of
 * any two of them, as a part of the height of the plot that holds this weight of them all.
 * @param from the first epoch that counts
 * @param units at least two; the bias unit has no twin
 */
export function twinDistance(history: History, from: number, units: readonly number[]): number {
  let largest = 0;
  for (const weight of [0, 1, 2]) {
    const curves = units.map((unit) => column(history, weightsOfUnit(unit)[weight]!));
    const height = plotHeight(...curves);
    for (const [i, curve] of curves.entries())
      for (const other of curves.slice(0, i))
        largest = Math.max(largest, plotDistance(curve.subarray(from), other.subarray(from), height));
  }
  return largest;
}

/** All hidden units but the bias unit. */
export function unitsOf({hidden}: Pick<History, "hidden">): number[] {
  return Array.from({length: hidden - 1}, (_, k) => k);
}
