import {DRASTIC} from "../measures/factor.js";
import {isSame} from "../measures/alike.js";
import {isLearned, isSensible} from "../measures/learning.js";
import {oscillates} from "../measures/oscillation.js";
import {isStable, onsetEpoch} from "../onset.js";
import {asFactor, asShare, claim, inCount, inEpochs, type Claim} from "./claim.js";
import {lastTestLoss, operationsOf, trainLosses} from "./evidence.js";
import {distanceAt} from "./halfRate.js";
import {distanceOfRates} from "./slowRate.js";
import {stumble} from "./stumble.js";
import {spreadOfUnits} from "./twinsOnF2.js";
import {learnedBy} from "./unitsOnF2.js";
import {F2_EIGHT, F2_HALF, F2_SIX, F2_THREE, SLOW, STUMBLE, onF1} from "./measuredRuns.js";

/** "The first hundreds" of epochs are at least so many. */
const HUNDREDS = 100;

/** The epoch at which the paper looks at weights that seem to have converged. */
const CONVERGED = 300;

/** What the paper concludes about the course of learning, points 1 to 4. */
export const courseConclusions: readonly Claim[] = [
  claim({
    id: "C1",
    section: "5",
    place: "point 1",
    statement: "The first hundreds or thousands of epochs do not predict the following ones.",
    terms: ["stable", "drastic", "alike"],
    panels: ["3a", "6g"],
    page: "instability",
    runs: [STUMBLE, F2_EIGHT],
    measure(evidence) {
      const onset = onsetEpoch(trainLosses(evidence, STUMBLE));
      const {factor} = stumble(evidence, STUMBLE);
      const together = spreadOfUnits(evidence, CONVERGED).most;
      const apart = spreadOfUnits(evidence, evidence.history(F2_EIGHT).epochs).most;
      return {
        holds: onset !== null && onset >= HUNDREDS && factor >= DRASTIC && isSame(together) && apart > 1 / 2,
        quantities: {
          onset: inEpochs(onset ?? NaN),
          factor: asFactor(factor),
          epoch: inEpochs(CONVERGED),
          together: asShare(together),
          apart: asShare(apart)
        },
        measured: `The error of :run[${STUMBLE}] is stable up to epoch {onset} and then grows to {factor} its lowest value. In :run[${F2_EIGHT}] four units are within {together} of each other at epoch {epoch}, and up to {apart} apart at the end.`
      };
    }
  }),
  claim({
    id: "C2",
    section: "5",
    place: "point 2",
    statement: "Parameters that suit one problem, such as $h = 3$ and a rate of 0.1 for $f_1$, may fail on another.",
    terms: ["learned"],
    panels: ["5d", "6a", "6d"],
    runs: [onF1(3), F2_THREE],
    measure(evidence) {
      const [one, two] = [learnedBy(evidence, onF1(3)), learnedBy(evidence, F2_THREE)];
      return {
        holds: isLearned(one) && !isSensible(two),
        quantities: {one: asShare(one), two: asShare(two)},
        measured: "After 1000 epochs {one} of $f_1$ are learned, and {two} of $f_2$."
      };
    }
  }),
  claim({
    id: "C3",
    section: "5",
    place: "point 3",
    statement:
      "For both targets some learning rates are stable at first and then suddenly oscillate; a rate that adapts is needed.",
    terms: ["stable", "oscillates"],
    panels: ["3a", "6b"],
    page: "instability",
    runs: [STUMBLE, F2_SIX, SLOW, F2_HALF],
    measure(evidence) {
      const [one, two] = [STUMBLE, F2_SIX].map((run) => onsetEpoch(trainLosses(evidence, run)));
      const reversals = Math.min(...[STUMBLE, F2_SIX].map((run) => stumble(evidence, run).reversals));
      const calm = [SLOW, F2_HALF].filter((run) => isStable(trainLosses(evidence, run))).length;
      const late = [one, two].every((onset) => onset != null && onset >= HUNDREDS);
      return {
        holds: late && oscillates(reversals) && calm === 2,
        quantities: {
          one: inEpochs(one ?? NaN),
          two: inEpochs(two ?? NaN),
          reversals: asShare(reversals),
          calm: inCount(calm)
        },
        measured: `The onset of instability is at epoch {one} in :run[${STUMBLE}] and {two} in :run[${F2_SIX}]; after their best epochs the steps of both go back at {reversals} of the epochs or more. Of :run[${SLOW}] and :run[${F2_HALF}], at smaller rates, {calm} are stable.`,
        instead:
          "What is measured is that a smaller rate avoids the instability. That one which adapts would, too, is the paper’s advice; it tries none."
      };
    }
  }),
  claim({
    id: "C4",
    section: "5",
    place: "point 4",
    statement:
      "Dividing the rate and multiplying the epochs gives the same curves without the instability, better predictions, and longer training.",
    terms: ["alike", "stable", "better", "cost"],
    panels: ["3a", "4a"],
    runs: [STUMBLE, SLOW, F2_EIGHT, F2_HALF],
    measure(evidence) {
      const [one, two] = [distanceOfRates(evidence).error, distanceAt(evidence, 2)];
      const pairs = [
        [STUMBLE, SLOW],
        [F2_EIGHT, F2_HALF]
      ] as const;
      const better = pairs.filter(([fast, slow]) => lastTestLoss(evidence, slow) < lastTestLoss(evidence, fast)).length;
      const calm = pairs.filter(([, slow]) => isStable(trainLosses(evidence, slow))).length;
      const longer = Math.min(...pairs.map(([a, b]) => operationsOf(evidence, b) / operationsOf(evidence, a)));
      return {
        holds: isSame(one) && isSame(two) && better === 2 && calm === 2 && longer > 1,
        quantities: {
          one: asShare(one),
          two: asShare(two),
          better: inCount(better),
          calm: inCount(calm),
          longer: asFactor(longer)
        },
        measured:
          "Outside the instability the errors of the faster and the slower runs are {one} ($f_1$, ten times) and {two} ($f_2$, twice) of the plot’s height apart. Of the two slower runs {calm} are stable and {better} end lower, for {longer} the work or more."
      };
    }
  })
];
