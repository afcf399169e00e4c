import {round} from "../svg.js";

/** Equal dots, or columns of a height, that stand for some values: a path's `d` and how to draw it. */
export interface DotColumns {
  form: "dots" | "columns";
  /** a round stroke of this width draws the dots, a plain one the columns (px) */
  width: number;
  d: string;
}

/** The diameters (px) that are tried; the largest at which the highest column has room is taken. */
const DIAMETERS = [5, 4, 3, 2.5];

/** The width (px) of a column where there are too many values for dots. */
const COLUMN = 3;

/** A column has this height (px) at least, so that a single value stays visible among many. */
const LEAST = 1.2;

/**
 * A dot plot: values side by side in columns as wide as a dot, and above one another from the base line on. If the highest
 * column has no room, it fills the height as a histogram does. Nothing is smoothed.
 * @param places of the values on the axis (px)
 * @param base the lower edge (px), `height` the room above it (px)
 */
export function dotColumns(places: readonly number[], base: number, height: number): DotColumns {
  for (const size of DIAMETERS) {
    const counts = countsOf(places, size);
    if (Math.max(0, ...counts.values()) * size > height) continue;
    const steps = [...counts].flatMap(([column, count]) =>
      Array.from({length: count}, (_, i) => `M${round((column + 0.5) * size)},${round(base - (i + 0.5) * size)}h0`)
    );
    return {form: "dots", width: size * 0.86, d: steps.join("")};
  }
  const counts = countsOf(places, COLUMN);
  const most = Math.max(...counts.values());
  const columns = [...counts].map(
    ([column, count]) =>
      `M${round((column + 0.5) * COLUMN)},${round(base)}v${round(-Math.max(LEAST, (count / most) * height))}`
  );
  return {form: "columns", width: COLUMN - 0.4, d: columns.join("")};
}

/** How many values each column holds, from left to right. */
function countsOf(places: readonly number[], size: number): Map<number, number> {
  const counts = new Map<number, number>();
  const columns = places.map((place) => Math.floor(place / size)).sort((a, b) => a - b);
  for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  return counts;
}
