import type {Verdict} from "../evidence/claims/verdict.js";
import {fragment, raw, type Html} from "./fragment.js";

/** A sign for each verdict, strokes within 12 by 12 in a frame: told apart by form, not by colour. */
const strokes: Readonly<Record<Verdict, string>> = {
  exact: "M2 4.2h8M2 7.8h8",
  holds: "M2 6.6 4.8 9.4 10 2.8",
  "within rounding": "M1.8 5q2.1-2.4 4.2-.9t4.2-.9M1.8 8.8q2.1-2.4 4.2-.9t4.2-.9",
  "cannot be repeated": "M10.2 6A4.2 4.2 0 1 1 1.8 6A4.2 4.2 0 1 1 10.2 6z",
  "does not hold": "M2.6 2.6l6.8 6.8M9.4 2.6 2.6 9.4"
};

/** The sign of a verdict, without a name: its surroundings say it in words. */
export function verdictSign(verdict: Verdict): Html {
  return fragment`<svg class="verdict-sign" viewBox="-3 -3 18 18" width="12" height="12" aria-hidden="true"><rect x="-2" y="-2" width="16" height="16" rx="4"/><path d="${raw(strokes[verdict])}"/></svg>`;
}

/** A verdict as a word of a class or attribute: `does-not-hold`. */
export function verdictName(verdict: Verdict): string {
  return verdict.replace(/ /g, "-");
}
