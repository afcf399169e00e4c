import {lowered} from "../../lib/figures/superscript.js";

/** A text with its powers of ten in words: screen readers pass over raised digits. */
export function spoken(text: string): string {
  return text.replace(
    / × 10([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)/g,
    (_, exponent: string) => ` times ten to the ${lowered(exponent).replace("−", "minus ")}`
  );
}
