import {standard, runId, type RunParameters} from "./parameters.js";
import type {StandIn} from "./registry.js";
import type {Summary} from "./summary.js";

/** The number of seeds that are tried: seed-1 to seed-200. */
export const CANDIDATES = 200;

/** A run of the paper that took unseeded random numbers: its tuple, and the rows of data/paper.json with its errors. */
export interface UnseededRun {
  parameters: RunParameters;
  lastKey: string;
  lowestKey: string;
}

/** The unseeded runs, by the name of their stand-in. */
export const unseededRuns: Record<StandIn, UnseededRun> = {
  figure3f: {parameters: standard("f1", 3, 1, 1000), lastKey: "3f-last", lowestKey: "3f-lowest"},
  figure8R1: {parameters: standard("f2", 8, 0.1, 1200), lastKey: "8a-last", lowestKey: "8a-lowest"},
  figure8R2: {parameters: standard("f2", 8, 0.1, 1000), lastKey: "8b-last", lowestKey: "8b-lowest"}
};

/** The rule in words, as the site states it. */
export const RULE =
  "Of the seeds seed-1 to seed-200, each naming new data and new initial weights alike, the one whose last and lowest test errors are nearest to the paper's: the product of the two ratios, each taken so that it is at least 1, is smallest.";

/** The ids of the candidates for a stand-in, in the order of their seeds. */
export function candidates({parameters}: UnseededRun): string[] {
  return Array.from({length: CANDIDATES}, (_, i) => {
    const name = `seed-${i + 1}`;
    return runId({...parameters, data: name, weights: name});
  });
}

/** How far a run's errors are from the paper's: 1 if equal, Infinity if the run diverged. */
export function distance(summary: Summary, paper: {last: number; lowest: number}): number {
  return ratio(summary.lastTestLoss, paper.last) * ratio(summary.lowestTestLoss, paper.lowest);
}

function ratio(a: number, b: number): number {
  const quotient = a > b ? a / b : b / a;
  return Number.isFinite(quotient) ? quotient : Infinity;
}

/** The index of the nearest candidate, the first of equals. */
export function nearest(summaries: readonly Summary[], paper: {last: number; lowest: number}): number {
  const distances = summaries.map((summary) => distance(summary, paper));
  return distances.indexOf(Math.min(...distances));
}
