import {DRASTIC} from "../measures/factor.js";
import {firstAtMost} from "../measures/learning.js";
import {claim, errorsOf, inEpochs, inLoss, type Claim} from "./claim.js";
import {summaryOf, testLosses} from "./evidence.js";
import {BRIEF} from "./stumble.js";

/** What the paper says of f1 at rates that are too large. */
export const largeRateClaims: readonly Claim[] = [
  claim({
    id: "LR-2",
    section: "4.1",
    statement: "With :run[f1-h3-rate2-epochs1000] the error grows rapidly to :paper[rate2-last].",
    digits: ["rate2-last"],
    terms: ["digits", "drastic"],
    charts: [errorsOf("f1-h3-rate2-epochs1000")],
    runs: ["f1-h3-rate2-epochs1000"],
    measure(evidence) {
      const losses = testLosses(evidence, "f1-h3-rate2-epochs1000");
      const last = losses.at(-1)!;
      const reached = firstAtMost(
        losses.map((loss) => -loss),
        -last / DRASTIC
      );
      return {
        holds: last >= DRASTIC * losses[0]! && reached >= 0 && reached <= BRIEF * (losses.length - 1),
        quantities: {first: inLoss(losses[0]!), last: inLoss(last), reached: inEpochs(reached)},
        measured: "The test error grows from {first} to {last}; a tenth of that is passed by epoch {reached}."
      };
    }
  }),
  claim({
    id: "LR-5",
    section: "4.1",
    statement: "With :run[f1-h3-rate5-epochs1000] there is an overflow.",
    terms: ["overflow"],
    charts: [errorsOf("f1-h3-rate5-epochs1000")],
    runs: ["f1-h3-rate5-epochs1000"],
    measure(evidence) {
      const {firstNonFiniteEpoch} = summaryOf(evidence, "f1-h3-rate5-epochs1000");
      return {
        holds: firstNonFiniteEpoch !== null,
        quantities: {epoch: inEpochs(firstNonFiniteEpoch ?? NaN)},
        measured: "The first epoch without a finite error is {epoch}."
      };
    }
  })
];
