import {registry} from "../../experiments/registry.js";
import {run} from "../../experiments/run.js";
import type {History} from "../../model/history.js";
import {chanceClaims} from "./chance.js";
import type {Claim, Finding} from "./claim.js";
import {courseConclusions} from "./courseConclusions.js";
import {evidenceOf, type Evidence, type Records} from "./evidence.js";
import {notebookClaims} from "./notebook.js";
import {randomNumberClaims} from "./randomNumbers.js";
import {halfRateClaims} from "./halfRate.js";
import {largeRateClaims} from "./largeRates.js";
import {largeRateOnF2Claims} from "./largeRatesOnF2.js";
import {longRunClaims} from "./longRuns.js";
import {networkConclusions} from "./networkConclusions.js";
import {otherCourseClaims} from "./otherCourses.js";
import {unitsCostClaims} from "./unitsCost.js";
import {slowRateClaims} from "./slowRate.js";
import {stumbleClaims} from "./stumble.js";
import {twinsOnF2Claims} from "./twinsOnF2.js";
import {unitsOnF1Claims} from "./unitsOnF1.js";
import {unitsOnF2Claims} from "./unitsOnF2.js";
import {comparisons, verdictOf, type Comparison, type Verdict} from "./verdict.js";

/** Every claim of the paper about its experiments, in the paper's order. */
export const ledger: readonly Claim[] = [
  ...notebookClaims,
  ...stumbleClaims,
  ...otherCourseClaims.filter(({section}) => section !== "A"),
  ...largeRateClaims,
  ...slowRateClaims,
  ...unitsOnF1Claims,
  ...unitsCostClaims,
  ...unitsOnF2Claims,
  ...twinsOnF2Claims,
  ...largeRateOnF2Claims,
  ...halfRateClaims,
  ...longRunClaims,
  ...chanceClaims,
  ...randomNumberClaims,
  ...courseConclusions,
  ...networkConclusions,
  ...otherCourseClaims.filter(({section}) => section === "A")
];

/** A claim with what measuring it has come to. */
export type Judgement = Omit<Claim, "measure"> &
  Finding & {
    verdict: Verdict;
    comparisons: Comparison[];
  };

/** What goes with printed digits that are not ours and that no other rounding explains. */
const OUTSIDE =
  "What the paper prints lies outside of what the same run comes to when it is rounded otherwise, as often as that was tried.";

/** Measures a claim. */
export function judge(claim: Claim, evidence: Evidence): Judgement {
  const {measure, ...facts} = claim;
  const finding = measure(evidence);
  const compared = comparisons(claim, evidence);
  const verdict = verdictOf(claim, finding, compared);
  const instead = finding.instead ?? (finding.holds && verdict === "does not hold" ? OUTSIDE : undefined);
  return {...facts, ...finding, ...(instead && {instead}), comparisons: compared, verdict};
}

/** Makes the runs that claims are measured on. */
export async function runsOfClaims(): Promise<Map<string, History>> {
  const named = new Set(ledger.flatMap(({runs}) => runs));
  const histories = new Map<string, History>();
  for (const {id, parameters} of registry) if (named.has(id)) histories.set(id, (await run(parameters)).history);
  return histories;
}

/** Repeats the runs and measures every claim. */
export async function judgedClaims(records: Records): Promise<Judgement[]> {
  const evidence = evidenceOf(await runsOfClaims(), records);
  return ledger.map((claim) => judge(claim, evidence));
}
