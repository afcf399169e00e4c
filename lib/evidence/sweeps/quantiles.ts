/** The shares of an ensemble that its quantiles leave below them. */
export const LEVELS = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1] as const;

/**
 * The smallest of the values that at least this share of all do not exceed; for 0 the smallest. It is always one of the
 * values: nothing is interpolated. Null, which stands for what is not finite, counts as larger than all else.
 * @param values at least one
 */
export function quantile(values: readonly (number | null)[], level: number): number | null {
  return sortedQuantile(ascending(values), level);
}

/** Quantiles of an ensemble's curves: for each entry of the curves a value for each of `LEVELS`. */
export function curveQuantiles(curves: readonly (readonly (number | null)[])[]): (number | null)[][] {
  return curves[0]!.map((_, i) => {
    const sorted = ascending(curves.map((curve) => curve[i]!));
    return LEVELS.map((level) => sortedQuantile(sorted, level));
  });
}

function ascending(values: readonly (number | null)[]): (number | null)[] {
  return values.toSorted((a, b) => (a === null ? (b === null ? 0 : 1) : b === null ? -1 : a - b));
}

function sortedQuantile(sorted: readonly (number | null)[], level: number): number | null {
  return sorted[Math.max(0, Math.ceil(level * sorted.length) - 1)]!;
}
