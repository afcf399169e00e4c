const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A text with its powers of ten in words: screen readers pass over raised digits. */
export function spoken(text: string): string {
  return text.replace(/ × 10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g, (_, minus: string, digits: string) => {
    const exponent = [...digits].map((digit) => SUPERSCRIPTS.indexOf(digit)).join("");
    return ` times ten to the ${minus ? "minus " : ""}${exponent}`;
  });
}
