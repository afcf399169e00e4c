import {isFactor} from "../measures/factor.js";
import {lateImprovement} from "../measures/learning.js";
import {asFactor, asShare, claim, errorsOf, inLoss, type Claim} from "./claim.js";
import {lastTestLoss, summaryOf, testLosses} from "./evidence.js";
import {stagnates} from "./unitsOnF2.js";

const FULL = "f2-h8-rate0.1-epochs1200";
const LONG = "f2-h8-rate0.05-epochs10000";
const TWELVE = "f2-h12-rate0.05-epochs10000";

/** What the paper says of long runs on f2. */
export const longRunClaims: readonly Claim[] = [
  claim({
    id: "LONG-stagnates",
    section: "4.2",
    statement: `The error of :run[${LONG}] stagnates: from epoch 8000 to 10,000 it improves by less than :paper[long-change].`,
    numbers: ["long-change"],
    terms: ["stagnates"],
    charts: [errorsOf(LONG)],
    runs: [LONG],
    measure(evidence) {
      const losses = testLosses(evidence, LONG);
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
    statement: `The last test error of :run[${LONG}] is :paper[long-last].`,
    digits: ["long-last"],
    terms: ["digits"],
    charts: [errorsOf(LONG)],
    runs: [LONG],
    measure(evidence) {
      return {
        holds: true,
        quantities: {last: inLoss(lastTestLoss(evidence, LONG))},
        measured: "The last test error is {last}."
      };
    }
  }),
  claim({
    id: "LONG-h8-limit",
    section: "4.2",
    statement: `The end of :run[${LONG}] is not much better than the :paper[f2-h8-lowest] that a rate of 0.1 had reached before it oscillated, which suggests that $h = 8$ is not enough for $f_2$.`,
    numbers: ["f2-h8-lowest"],
    terms: ["better", "stagnates"],
    panels: ["6c"],
    runs: [LONG, FULL, TWELVE],
    measure(evidence) {
      const [long, twelve] = [lastTestLoss(evidence, LONG), lastTestLoss(evidence, TWELVE)];
      const lowest = summaryOf(evidence, FULL).lowestTestLoss;
      return {
        holds: long < lowest && long > lowest / 2 && stagnates(evidence, testLosses(evidence, LONG)) && twelve < long,
        quantities: {long: inLoss(long), lowest: inLoss(lowest), twelve: inLoss(twelve)},
        measured:
          "The lowest test error at a rate of 0.1 is {lowest}; the error of the long run stagnates at {long}. With $h = 12$ it gets down to {twelve}."
      };
    }
  }),
  claim({
    id: "H12-halves",
    section: "4.2",
    statement: `:run[${TWELVE}] halves the last error of :run[${LONG}].`,
    terms: ["factor"],
    charts: [errorsOf(LONG, TWELVE)],
    runs: [LONG, TWELVE],
    measure(evidence) {
      const [long, twelve] = [lastTestLoss(evidence, LONG), lastTestLoss(evidence, TWELVE)];
      return {
        holds: isFactor(long / twelve, 2),
        quantities: {long: inLoss(long), twelve: inLoss(twelve), ratio: asFactor(long / twelve)},
        measured: "The last test error is {twelve} instead of {long}, which is {ratio} as much."
      };
    }
  })
];
