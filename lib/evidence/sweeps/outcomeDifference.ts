import type {Outcome} from "./outcome.js";
import type {SweepResults} from "./sweepResults.js";

/**
 * How the i-th run of a sweep, made again, differs from the recorded results: the rest of a sentence, or null. Of the
 * bands, which hold all runs, only their edges can be compared: no run's curve leaves them.
 */
export function outcomeDifference({columns, runs, bands}: SweepResults, i: number, outcome: Outcome): string | null {
  const [, digest, ...values] = runs[i]!;
  if (digest !== outcome.digest) return `has the digest ${outcome.digest}… instead of ${digest}…`;
  const at = columns.findIndex((_, j) => values[j] !== outcome.values[j]);
  if (at >= 0) return `has ${columns[at]} ${outcome.values[at]} instead of ${values[at]}`;
  const leaving = bands?.epochs.findIndex((_, j) => !isWithin(outcome.curve[j]!, bands.values[j]!)) ?? -1;
  if (leaving >= 0) return `leaves the recorded bands at epoch ${bands!.epochs[leaving]}`;
  return null;
}

/** Band edges are rounded to six digits. */
const SLACK = 1e-5;

function isWithin(value: number | null, band: readonly (number | null)[]): boolean {
  const [low, high] = [band[0]!, band.at(-1)!];
  if (value === null) return high === null;
  return low !== null && value >= low * (1 - SLACK) && (high === null || value <= high * (1 + SLACK));
}
