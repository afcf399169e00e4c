import {dodge} from "../dodge.js";

/** Where a mark with its label is set, above the place of its value. */
export interface MarkPlace {
  /** of the mark itself (px) */
  x: number;
  /** 0 is the uppermost */
  line: number;
  /** whether its label stands left (-1) or right (1) of it */
  side: -1 | 1;
}

interface Room {
  left: number;
  right: number;
  /** of a mark without its label (px) */
  glyph: number;
}

/** A mark may stand this far (px) from its value; if one has to stand further off, all are set in one line more. */
const NEAR = 8;

/** Rather than let a label lie on a line that comes down from above, or marks change places, they are moved this far (px). */
const COVERED = 40;
const CROSSED = 1000;

/**
 * Sets marks with their labels in as few lines as let every mark stand above its value, or nearly.
 * @param values of the marks (px), ascending
 * @param widths that they take with their labels (px)
 */
export function setMarks(
  values: readonly number[],
  widths: readonly number[],
  room: Room
): {lines: number; places: MarkPlace[]} {
  let best: MarkPlace[] = [];
  let least = Infinity;
  for (let lines = 1; lines <= values.length && least > NEAR; ++lines) {
    const places = inLines(lines, values, widths, room);
    const furthest = Math.max(...places.map(({x}, i) => Math.abs(x - values[i]!)));
    if (furthest < least - 1) [best, least] = [places, furthest];
  }
  return {lines: 1 + Math.max(-1, ...best.map(({line}) => line)), places: best};
}

/** Of two neighbours the right one stands higher, so that its line down passes the other's label, if that is on the left. */
function inLines(lines: number, values: readonly number[], widths: readonly number[], room: Room): MarkPlace[] {
  const places: MarkPlace[] = [];
  const above: number[] = [];
  for (let line = 0; line < lines; ++line) {
    const members = values.flatMap((_, i) => (i % lines === lines - 1 - line ? [i] : []));
    const set = inOneLine(
      members.map((i) => values[i]!),
      members.map((i) => widths[i]!),
      room,
      above
    );
    for (const [j, place] of set.entries()) places[members[j]!] = {...place, line};
    above.push(...set.map(({x}) => x));
  }
  return places;
}

/** Of all ways to set the labels left and right of their marks, the one that takes least moving. */
function inOneLine(
  values: readonly number[],
  widths: readonly number[],
  {left, right, glyph}: Room,
  above: readonly number[]
): Omit<MarkPlace, "line">[] {
  let best: Omit<MarkPlace, "line">[] = [];
  let least = Infinity;
  for (let choice = 0; choice < 2 ** values.length; ++choice) {
    const sides = values.map((_, i): MarkPlace["side"] => (choice & (1 << i) ? -1 : 1));
    // From the middle of what a mark and its label take to the mark.
    const toMark = sides.map((side, i) => (-side * (widths[i]! - glyph)) / 2);
    const middles = dodge(
      values.map((value, i) => value - toMark[i]!),
      widths,
      [left + widths[0]! / 2, right - widths.at(-1)! / 2]
    );
    const places = sides.map((side, i) => ({x: middles[i]! + toMark[i]!, side}));
    const moved = places.reduce((sum, {x}, i) => sum + Math.abs(x - values[i]!), 0);
    const crossed = places.filter(({x}, i) => i > 0 && x < places[i - 1]!.x);
    const covered = above.filter((line) => middles.some((at, i) => Math.abs(line - at) < widths[i]! / 2 - glyph));
    const cost = moved + COVERED * covered.length + CROSSED * crossed.length;
    if (cost < least - 1e-9) [best, least] = [places, cost];
  }
  return best;
}
