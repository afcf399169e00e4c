import type {RandomSource} from "../sweeps/randomnessSweep.js";
import {groupOf, randomnessClaimHolds, type RandomnessClaim, type SpreadComparison} from "../sweeps/randomnessStudy.js";
import {claim, inCount, inDecades, shownOn, type Claim, type Finding} from "./claim.js";
import type {Evidence} from "./evidence.js";

/** Runs that differ in the random numbers of one source. */
type Side = SpreadComparison["more"];

const sourceWords: Readonly<Record<RandomSource, string>> = {
  data: "new data",
  weights: "new initial weights",
  both: "new data and new initial weights"
};

function words({source, weightScale}: Side): string {
  return weightScale === 1 ? sourceWords[source] : `${sourceWords[source]} that are ${weightScale} times as large`;
}

/** What measuring has come to whether one spread is larger than another: of several comparisons, that which says it least. */
export function spreadFinding({randomness: study}: Evidence, id: RandomnessClaim): Finding {
  const {more, less, difference} = study.comparisons[id].reduce((a, b) =>
    b.difference.own.low < a.difference.own.low ? b : a
  );
  const spread = (side: Side) => groupOf(study, side.source, side.weightScale).spread.own.value;
  const {low, high} = difference.own;
  const holds = randomnessClaimHolds(study, id);
  const instead =
    high < 0
      ? `It is the other way round: ${words(less)} matter more.`
      : "So many runs cannot tell the two spreads apart: their difference may be 0.";
  return {
    holds,
    quantities: {
      runs: inCount(groupOf(study, more.source, more.weightScale).errors.own.length),
      more: inDecades(spread(more)),
      less: inDecades(spread(less)),
      low: inDecades(low),
      high: inDecades(high)
    },
    measured: `Any two of {runs} runs with ${words(more)} differ in their last error by a factor of {more} on the average, any two with ${words(less)} by a factor of {less}. The ratio of the two factors is {low} to {high}, with a confidence of 95 %.`,
    ...(holds ? {} : {instead})
  };
}

/** The last errors of all runs with initial weights of the paper’s size. */
const CHART = shownOn("randomness", "figure-randomness-1");

/** What the paper says of data against initial weights. */
export const randomNumberClaims: readonly Claim[] = [
  claim({
    id: "RAND-data",
    section: "4.2",
    statement: "The randomness of the data sets matters more than that of the initial weights.",
    terms: ["impact"],
    charts: [CHART],
    page: "randomness",
    runs: [],
    measure: (evidence) => spreadFinding(evidence, "RAND-data")
  }),
  claim({
    id: "RAND-both",
    section: "4.2",
    statement: "New data and new initial weights together matter significantly more than either alone.",
    terms: ["impact"],
    charts: [CHART],
    page: "randomness",
    runs: [],
    measure: (evidence) => spreadFinding(evidence, "RAND-both")
  }),
  claim({
    id: "RAND-init-size",
    section: "4.2",
    place: "footnote 5",
    statement: "The initial weights are small; the randomness of larger ones would matter more.",
    terms: ["impact"],
    charts: [CHART, shownOn("randomness", "figure-randomness-10-100")],
    page: "randomness",
    runs: [],
    measure: (evidence) => spreadFinding(evidence, "RAND-init-size")
  })
];
