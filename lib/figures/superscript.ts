const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
const PLAIN = "0123456789−";

/** A whole number in Unicode's superscript digits, as ⁻³. */
export function superscript(value: number): string {
  const digits = String(Math.abs(value)).replace(/\d/g, (digit) => RAISED[Number(digit)]!);
  return `${value < 0 ? "⁻" : ""}${digits}`;
}

/** Superscript digits as those that stand on the line. */
export function lowered(raised: string): string {
  return [...raised].map((digit) => PLAIN[RAISED.indexOf(digit)]!).join("");
}

/** The pieces of a text: the first, third, … as they are, and between them the superscript digits, lowered. */
export function cutAtRaised(text: string): string[] {
  return text.split(/([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)/).map((piece, i) => (i % 2 ? lowered(piece) : piece));
}
