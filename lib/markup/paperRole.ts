import {printedDigits, type PaperRow} from "../evidence/printed.js";
import {fragment, type Html} from "./fragment.js";
import {scientificText} from "./numberText.js";
import type {Resolver} from "./resolve.js";

const NO_BREAK_SPACE = "\u00a0";

/** `:paper[KEY]`: a number as the paper prints it. */
export const paperRole: Resolver = ({content}, {report}) => {
  const row = report.paperRow(content);
  return fragment`<span class="paper" title="In the paper: ${row.place}">${printedText(row)}</span>`;
};

/** The paper's number with all its digits and its unit. */
export function printedText({printed, unit}: Pick<PaperRow, "printed" | "unit">): Html {
  const match = /^(-?\d(?:\.(\d+))?)e[+]?(-?\d+)$/.exec(printed);
  const number = match ? scientificText(Number(printed), match[2]?.length ?? 0) : fragment`${printed}`;
  return unit === undefined ? number : fragment`${number}${NO_BREAK_SPACE}${unit}`;
}

/** The format of `:value` that has as many digits as the paper's number; none for whole numbers. */
export function printedFormat(row: PaperRow): string | undefined {
  const {decimals, scientific} = printedDigits(row);
  if (scientific) return `.${decimals}e`;
  return decimals > 0 ? `.${decimals}f` : undefined;
}
