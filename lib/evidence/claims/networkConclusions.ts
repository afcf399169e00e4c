import {standIns} from "../../experiments/registry.js";
import {DRASTIC, factorBetween} from "../measures/factor.js";
import {isSame} from "../measures/alike.js";
import {firstAtMost, isLearned, isSensible, lateImprovement} from "../measures/learning.js";
import {twinDistance, unitsOf} from "../measures/twins.js";
import {groupOf} from "../sweeps/randomnessStudy.js";
import {unitsAlikeInV} from "./chance.js";
import {asFactor, asShare, claim, inCount, inEpochs, inLoss, type Claim} from "./claim.js";
import {lastTestLoss, operationsOf, testLosses} from "./evidence.js";
import {spreadFinding} from "./randomNumbers.js";
import {learnedBy, stagnates} from "./unitsOnF2.js";
import {F2_EIGHT, F2_LONG, F2_THREE, F2_TWELVE, SLOW, onF1} from "./measuredRuns.js";

/** What the paper concludes about networks and chance, points 5 to 7. */
export const networkConclusions: readonly Claim[] = [
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
      const [twinsOfThree, twinsOfFive] = [twins(onF1(3)), twins(onF1(5))];
      const duplicates = Math.max(twinsOfThree, twinsOfFive);
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
          pair: asShare(twinsOfThree),
          five: asShare(twinsOfFive),
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
          "The weights of the units are at most {pair} of their plots’ height apart with $h = 3$, and at most {five} with 5. The error that $h = 8$ has after {h8} epochs is reached after {h2} with $h = 2$, {h3} with 3 and {h5} with 5. On $f_2$ the error ends at {three} with $h = 3$, {eight} with 8 and {twelve} with 12.",
        ...(isSame(duplicates) && isSame(twins(onF1(8)))
          ? {}
          : {
              instead:
                "The units are twins with $h = 3$, and less and less so with more of them: with $h = 5$ up to {five}, with $h = 8$, whose weights the paper does not plot, up to {strays} apart. All that is said of speed and of how far a network gets holds."
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
