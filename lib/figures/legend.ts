import {label, labelWidth} from "./label.js";
import {mark, type Mark} from "./mark.js";
import {element} from "./svg.js";
import {colour, sizes, type LineStyle} from "./theme.js";

/** A sample of a line or mark, and what it stands for. */
export interface LegendEntry {
  mark: Mark;
  style: LineStyle;
  /** markup of label.ts */
  label: string;
}

const SAMPLE = {line: 22, dot: 9, cross: 9, band: 16} as const;
const GAP = 5;
const BETWEEN = 13;

export const LEGEND_ROW = 17;

function entryWidth({mark, label}: LegendEntry): number {
  return SAMPLE[mark] + GAP + labelWidth(label, sizes.text);
}

function rowWidth(row: readonly LegendEntry[]): number {
  return row.reduce((sum, entry) => sum + entryWidth(entry), BETWEEN * (row.length - 1));
}

/** More entries than this in a group are set in columns. */
const MANY = 6;

/**
 * Sets entries in rows: each group starts a row and goes on in the next where it is too wide.
 * @param first the width (px) left in the first row, `width` that of all others
 */
export function legendRows(groups: readonly (readonly LegendEntry[])[], first: number, width: number): LegendEntry[][] {
  const rows: LegendEntry[][] = [];
  for (const group of groups) {
    if (group.length > MANY) {
      const column = Math.max(...group.map(entryWidth)) + BETWEEN;
      const count = Math.max(1, Math.floor((first + BETWEEN) / column));
      for (let i = 0; i < group.length; i += count) rows.push(group.slice(i, i + count));
      continue;
    }
    let row: LegendEntry[] = [];
    for (const entry of group) {
      const available = rows.length === 0 ? first : width;
      if (row.length > 0 && rowWidth([...row, entry]) > available) {
        rows.push(row);
        row = [];
      }
      row.push(entry);
    }
    if (row.length > 0) rows.push(row);
  }
  return rows;
}

/** Draws rows of entries, flush right at `right` (px), the first on the base line `y`; long rows in columns. */
export function drawLegend(
  document: Document,
  rows: readonly (readonly LegendEntry[])[],
  right: number,
  y: number
): SVGElement {
  const columns = rows.length > 0 && rows.flat().every((entry) => entry.mark === "line") && rows.flat().length > MANY;
  const column = Math.max(0, ...rows.flat().map(entryWidth));
  const children = rows.flatMap((row, i) => {
    const base = y + i * LEGEND_ROW;
    let x = right - (columns ? rows[0]!.length * (column + BETWEEN) - BETWEEN : rowWidth(row));
    return row.flatMap((entry) => {
      const start = x;
      const sample = SAMPLE[entry.mark];
      x += (columns ? column : entryWidth(entry)) + BETWEEN;
      return [
        mark(document, entry.mark, start, base - 4, entry.style, sample),
        label(document, entry.label, {x: start + sample + GAP, y: base, size: sizes.text, fill: colour("ink")})
      ];
    });
  });
  return element(document, "g", {class: "panel-legend"}, children);
}
