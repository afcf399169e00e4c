import {isFactor} from "../measures/factor.js";
import {lateImprovement} from "../measures/learning.js";
import {asFactor, asShare, claim, errorsOf, inLoss, type Claim} from "./claim.js";
import {lastTestLoss, summaryOf, testLosses} from "./evidence.js";
import {stagnates} from "./unitsOnF2.js";
import {F2_EIGHT, F2_LONG, F2_TWELVE} from "./measuredRuns.js";

/** What the paper says of long runs on f2. */
export const longRunClaims: readonly Claim[] = [
  claim({
    id: "LONG-stagnates",
    section: "4.2",
    statement: `The error of :run[${F2_LONG}] stagnates: from epoch 8000 to 10,000 it improves by less than :paper[long-change].`,
    numbers: ["long-change"],
    terms: ["stagnates"],
    charts: [errorsOf(F2_LONG)],
    runs: [F2_LONG],
    measure(evidence) {
      const losses = testLosses(evidence, F2_LONG);
      const late = lateImprovement(losses);
      return {
        holds: late >= 0 && stagnates(evidence, losses),
        quantities: {late: asShare(late)},
        measured: "Over these epochs it improves by {late}."
      };
    }
  }),
  claim({
    id: "LONG-last",
    section: "4.2",
    statement: `The last test error of :run[${F2_LONG}] is :paper[long-last].`,
    digits: ["long-last"],
    terms: ["digits"],
    charts: [errorsOf(F2_LONG)],
    runs: [F2_LONG],
    measure(evidence) {
      return {
        holds: true,
        quantities: {last: inLoss(lastTestLoss(evidence, F2_LONG))},
        measured: "The last test error is {last}."
      };
    }
  }),
  claim({
    id: "LONG-h8-limit",
    section: "4.2",
    statement: `The end of :run[${F2_LONG}] is not much better than the :paper[f2-h8-lowest] that a rate of 0.1 had reached before it oscillated, which suggests that $h = 8$ is not enough for $f_2$.`,
    numbers: ["f2-h8-lowest"],
    terms: ["better", "stagnates"],
    panels: ["6c"],
    runs: [F2_LONG, F2_EIGHT, F2_TWELVE],
    measure(evidence) {
      const [long, twelve] = [lastTestLoss(evidence, F2_LONG), lastTestLoss(evidence, F2_TWELVE)];
      const lowest = summaryOf(evidence, F2_EIGHT).lowestTestLoss;
      return {
        holds:
          long < lowest && long > lowest / 2 && stagnates(evidence, testLosses(evidence, F2_LONG)) && twelve < long,
        quantities: {long: inLoss(long), lowest: inLoss(lowest), twelve: inLoss(twelve)},
        measured:
          "The lowest test error at a rate of 0.1 is {lowest}; the error of the long run stagnates at {long}. With $h = 12$ it gets down to {twelve}."
      };
    }
  }),
  claim({
    id: "H12-halves",
    section: "4.2",
    statement: `:run[${F2_TWELVE}] halves the last error of :run[${F2_LONG}].`,
    terms: ["factor"],
    charts: [errorsOf(F2_LONG, F2_TWELVE)],
    runs: [F2_LONG, F2_TWELVE],
    measure(evidence) {
      const [long, twelve] = [lastTestLoss(evidence, F2_LONG), lastTestLoss(evidence, F2_TWELVE)];
      return {
        holds: isFactor(long / twelve, 2),
        quantities: {long: inLoss(long), twelve: inLoss(twelve), ratio: asFactor(long / twelve)},
        measured: "The last test error is {twelve} instead of {long}, which is {ratio} as much."
      };
    }
  })
];
