/** Where two texts first differ, and a little of what stands there in each. */
export interface TextDifference {
  /** counted from 1 */
  line: number;
  a: string;
  b: string;
}

const BEFORE = 12;
const AFTER = 24;

/** The first place in which two texts differ; null if they are the same. */
export function textDifference(a: string, b: string): TextDifference | null {
  if (a === b) return null;
  let at = 0;
  while (at < a.length && a[at] === b[at]) ++at;
  const line = a.slice(0, at).split("\n").length;
  return {line, a: excerpt(a, at), b: excerpt(b, at)};
}

/** What stands around a place on its own line; nothing where the text is at its end. */
function excerpt(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf("\n", at - 1) + 1, at - BEFORE);
  const end = text.indexOf("\n", at);
  return text.slice(start, Math.min(end < 0 ? text.length : end, at + AFTER)).trim();
}
