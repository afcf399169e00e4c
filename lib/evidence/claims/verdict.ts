import type {Summary} from "../../experiments/summary.js";
import {agrees, isBetween, type PaperRow} from "../printed.js";
import {extentOf} from "../sweeps/statistics.js";
import type {Claim, Finding} from "./claim.js";
import {summaryOf, type Evidence} from "./evidence.js";

/** What a claim has come to, best first. */
export const verdicts = ["exact", "holds", "within rounding", "cannot be repeated", "does not hold"] as const;

export type Verdict = (typeof verdicts)[number];

/** What each verdict means. */
export const meanings: Readonly<Record<Verdict, string>> = {
  exact: "The statement holds, and our numbers have all the digits that the paper prints.",
  holds: "What the statement says was measured, and is so.",
  "within rounding":
    "The statement holds, and the paper’s digits are not ours, but they lie among those of the same run rounded otherwise.",
  "cannot be repeated":
    "The paper’s run had random numbers that nobody can draw again; runs that stand in for it show what they can.",
  "does not hold": "What was measured is not what the statement says."
};

/** A number of the paper beside ours. */
export interface Comparison {
  key: string;
  measured: number;
  /** whether all printed digits are ours too */
  same: boolean;
  /** where they are not: the least and the most that the run comes to when it is rounded otherwise, and how often it was */
  ensemble: {least: number; most: number; members: number} | null;
  /** whether the paper's number lies among those of the ensemble */
  within: boolean;
}

/** Compares the digits that the paper prints with ours. */
export function comparisons({digits}: Pick<Claim, "digits">, evidence: Evidence): Comparison[] {
  return digits.map((key) => {
    const row = evidence.paper.find((candidate) => candidate.key === key);
    if (!row?.run) throw new RangeError(`“${key}” of data/paper.json is no number of a run that can be repeated.`);
    const measured = summaryOf(evidence, row.run)[row.quantity as keyof Summary] ?? NaN;
    const same = agrees(measured, row);
    const ensemble = same ? null : ensembleOf(row, evidence);
    return {key, measured, same, ensemble, within: ensemble !== null && isBetween(row, ensemble)};
  });
}

/** What the members of a run's ensemble come to. */
function ensembleOf({run, quantity}: PaperRow, {ensembles}: Evidence): Comparison["ensemble"] {
  const results = ensembles[run!];
  if (!results) return null;
  return {...extentOf(results, quantity), members: results.runs.length};
}

/** The verdict on a claim. */
export function verdictOf(
  {unseeded}: Pick<Claim, "unseeded">,
  {holds}: Finding,
  compared: readonly Comparison[]
): Verdict {
  if (unseeded) return "cannot be repeated";
  if (!holds) return "does not hold";
  if (compared.length === 0) return "holds";
  if (compared.every(({same}) => same)) return "exact";
  return compared.every(({same, within}) => same || within) ? "within rounding" : "does not hold";
}
