import {standIns} from "../../experiments/registry.js";
import {DRASTIC, factorBetween} from "../measures/factor.js";
import {isSame} from "../measures/alike.js";
import {firstAtMost, isLearned, isSensible, lateImprovement} from "../measures/learning.js";
import {oscillates} from "../measures/oscillation.js";
import {twinDistance, unitsOf} from "../measures/twins.js";
import {isStable, onsetEpoch} from "../onset.js";
import {groupOf} from "../sweeps/randomnessStudy.js";
import {unitsAlikeInV} from "./chance.js";
import {asFactor, asShare, claim, inCount, inEpochs, inLoss, type Claim} from "./claim.js";
import {lastTestLoss, operationsOf, testLosses, trainLosses} from "./evidence.js";
import {distanceAt} from "./ratesOnF2.js";
import {spreadFinding} from "./randomNumbers.js";
import {distanceOfRates} from "./slowRate.js";
import {stumble} from "./stumble.js";
import {spreadOfUnits} from "./twinsOnF2.js";
import {learnedBy, stagnates} from "./unitsOnF2.js";

const STUMBLE = "f1-h3-rate1-epochs1000";
const SLOW = "f1-h3-rate0.1-epochs10000";
const onF1 = (hidden: number) => `f1-h${hidden}-rate0.1-epochs1000`;
const F2_THREE = "f2-h3-rate0.1-epochs1000";
const F2_SIX = "f2-h6-rate0.1-epochs1000";
const F2_EIGHT = "f2-h8-rate0.1-epochs1200";
const F2_HALF = "f2-h8-rate0.05-epochs2400";
const F2_LONG = "f2-h8-rate0.05-epochs10000";
const F2_TWELVE = "f2-h12-rate0.05-epochs10000";

/** "The first hundreds" of epochs are at least so many. */
const HUNDREDS = 100;

/** The epoch at which the paper looks at weights that seem to have converged. */
const CONVERGED = 300;

/** What the paper concludes. */
export const conclusionClaims: readonly Claim[] = [
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
  }),
  claim({
    id: "C5",
    section: "5",
    place: "point 5",
    statement:
      "On $f_1$ hidden units duplicate each other. Few units learn fast and underfit; more learn slower and get further.",
    terms: ["twins", "learned", "stagnates"],
    panels: ["5e", "5g", "6a", "6c"],
    runs: [onF1(2), onF1(3), onF1(5), onF1(8), F2_THREE, F2_LONG, F2_TWELVE],
    measure(evidence) {
      const twins = (run: string) => {
        const history = evidence.history(run);
        return twinDistance(history, 0, unitsOf(history));
      };
      const duplicates = Math.max(twins(onF1(3)), twins(onF1(5)));
      const level = lastTestLoss(evidence, onF1(8));
      const epochs = [2, 3, 5, 8].map((h) => firstAtMost(testLosses(evidence, onF1(h)), level));
      const slower = epochs.every((epoch, i) => i === 0 || epoch > epochs[i - 1]!);
      const errors = [F2_THREE, F2_LONG, F2_TWELVE].map((run) => lastTestLoss(evidence, run));
      const further = errors.every((error, i) => i === 0 || error < errors[i - 1]!);
      const [h2, h3, h5, h8] = epochs.map(inEpochs) as [ReturnType<typeof inEpochs>, ...ReturnType<typeof inEpochs>[]];
      const stuck = stagnates(evidence, testLosses(evidence, F2_THREE));
      return {
        holds: isSame(duplicates) && slower && further && stuck && !isSensible(learnedBy(evidence, F2_THREE)),
        quantities: {
          duplicates: asShare(duplicates),
          strays: asShare(twins(onF1(8))),
          h2,
          h3: h3!,
          h5: h5!,
          h8: h8!,
          three: inLoss(errors[0]!),
          eight: inLoss(errors[1]!),
          twelve: inLoss(errors[2]!)
        },
        measured:
          "With $h = 3$ and 5 the weights of the units are at most {duplicates} of their plots’ height apart. The error that $h = 8$ has after {h8} epochs is reached after {h2} with $h = 2$, {h3} with 3 and {h5} with 5. On $f_2$ the error ends at {three} with $h = 3$, {eight} with 8 and {twelve} with 12.",
        ...(isSame(twins(onF1(8)))
          ? {}
          : {
              instead:
                "With $h = 8$, whose weights the paper does not plot, the units are no twins any more: they are up to {strays} apart."
            })
      };
    }
  }),
  claim({
    id: "C6",
    section: "5",
    place: "point 6",
    statement:
      "The course varies much from one execution to another, the data matter more than the initial weights, and yet the executions resemble each other.",
    terms: ["drastic", "impact", "shape"],
    panels: ["6i", "8f"],
    page: "randomness",
    runs: [standIns.figure8R1, F2_EIGHT],
    measure(evidence) {
      const {own} = groupOf(evidence.randomness, "both", 1).errors;
      const factor = factorBetween(Math.min(...own), Math.max(...own));
      const {holds, quantities} = spreadFinding(evidence, "RAND-data");
      const {plotted, count, bias} = unitsAlikeInV(evidence);
      return {
        holds: factor >= DRASTIC && holds && count === plotted && bias,
        quantities: {
          runs: inCount(own.length),
          factor: asFactor(factor),
          low: quantities["low"]!,
          high: quantities["high"]!,
          plotted: inCount(plotted),
          count: inCount(count)
        },
        measured:
          "Of {runs} executions with new data and new weights the worst ends at {factor} the error of the best. The spread with new data alone is, with a confidence of 95 %, {low} to {high} powers of ten larger than with new weights alone. Of {plotted} plotted units of the stand-in for R1, {count} have a partner in the standard run whose $V_k$ has the same shape."
      };
    }
  }),
  claim({
    id: "C7",
    section: "5",
    place: "point 7",
    statement:
      "The networks learn reasonable approximations, but $f_2$ needs more units and those more epochs: the method is slow.",
    terms: ["learned", "better", "stagnates", "cost"],
    panels: ["4a", "6f"],
    runs: [SLOW, F2_LONG, F2_TWELVE],
    measure(evidence) {
      const [one, two] = [learnedBy(evidence, SLOW), learnedBy(evidence, F2_LONG)];
      const late = lateImprovement(testLosses(evidence, F2_TWELVE));
      const stuck = stagnates(evidence, testLosses(evidence, F2_LONG));
      const further = lastTestLoss(evidence, F2_TWELVE) < lastTestLoss(evidence, F2_LONG);
      return {
        holds:
          isLearned(one) && isLearned(two) && stuck && further && !stagnates(evidence, testLosses(evidence, F2_TWELVE)),
        quantities: {
          one: asShare(one),
          two: asShare(two),
          late: asShare(late),
          operations: inCount(operationsOf(evidence, F2_TWELVE))
        },
        measured: `{one} of $f_1$ and, with $h = 8$, {two} of $f_2$ are learned. :run[${F2_LONG}] stagnates; :run[${F2_TWELVE}] gets further and after {operations} arithmetic operations still improves, by {late} over its last fifth.`
      };
    }
  })
];
