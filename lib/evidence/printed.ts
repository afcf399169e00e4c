/** A number that the paper prints: a row of data/paper.json, which data/README.md explains. */
export interface PaperRow {
  key: string;
  place: string;
  /** the id of the run that the number belongs to; null when nobody can repeat that run */
  run: string | null;
  /** what was measured: a quantity of `:value`, or a name of its own */
  quantity: string;
  /** the number with all the digits that the paper prints, such as `0.0144`, `755` or `2.7e4` */
  printed: string;
  unit?: string;
}

const NUMBER = /^-?\d+(?:\.(\d+))?(e[+-]?\d+)?$/;

/**
 * How many decimals a number of the paper has, and whether it is written with a power of ten.
 * @throws RangeError if it is no number
 */
export function printedDigits({key, printed}: Pick<PaperRow, "key" | "printed">): {
  decimals: number;
  scientific: boolean;
} {
  const match = NUMBER.exec(printed);
  if (!match) throw new RangeError(`The paper's “${key}” is “${printed}”, which is no number to compare with.`);
  return {decimals: match[1]?.length ?? 0, scientific: match[2] !== undefined};
}

/** A measured number with as many digits as the paper prints. */
function spelled(value: number, row: Pick<PaperRow, "key" | "printed">): string {
  const {decimals, scientific} = printedDigits(row);
  return scientific ? value.toExponential(decimals) : value.toFixed(decimals);
}

/** Whether a measured number, with as many digits as the paper prints, reads as the paper prints it. */
export function agrees(value: number, row: Pick<PaperRow, "key" | "printed">): boolean {
  return spelled(value, row).replace("e+", "e") === row.printed.replace("e+", "e");
}

/** Whether a printed number lies between two, which are rounded to its digits first. */
export function isBetween(
  row: Pick<PaperRow, "key" | "printed">,
  {least, most}: {least: number; most: number}
): boolean {
  const printed = Number(row.printed);
  return Number(spelled(least, row)) <= printed && printed <= Number(spelled(most, row));
}
