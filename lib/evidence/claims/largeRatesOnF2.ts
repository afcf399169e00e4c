import {isSensible} from "../measures/learning.js";
import {oscillates, reversalShare} from "../measures/oscillation.js";
import {onsetEpoch} from "../onset.js";
import {valuesOf} from "../sweeps/sweepResults.js";
import {asShare, claim, errorsOf, inCount, inEpochs, inLoss, type Claim} from "./claim.js";
import {summaryOf, trainLosses} from "./evidence.js";
import {learnedBy} from "./unitsOnF2.js";
import {F2_LEAP, F2_OVERFLOW} from "./measuredRuns.js";

/** What the paper says of f2 at rates that are too large. */
export const largeRateOnF2Claims: readonly Claim[] = [
  claim({
    id: "LR-1.5",
    section: "4.2",
    statement: `:run[${F2_OVERFLOW}] diverges and overflows.`,
    terms: ["overflow"],
    charts: [errorsOf(F2_OVERFLOW)],
    runs: [F2_OVERFLOW],
    measure(evidence) {
      const {firstNonFiniteEpoch} = summaryOf(evidence, F2_OVERFLOW);
      return {
        holds: firstNonFiniteEpoch !== null,
        quantities: {epoch: inEpochs(firstNonFiniteEpoch ?? NaN)},
        measured: "The first epoch without a finite error is {epoch}."
      };
    }
  }),
  claim({
    id: "F7-unstable",
    section: "4.2",
    place: "figure 7",
    statement: `:run[${F2_LEAP}] is highly unstable and still learns something sensible.`,
    terms: ["stable", "oscillates", "learned"],
    panels: ["7a", "7b"],
    runs: [F2_LEAP],
    measure(evidence) {
      const history = evidence.history(F2_LEAP);
      const onset = onsetEpoch(trainLosses(evidence, F2_LEAP));
      const [reversals, share] = [reversalShare(history, 1, history.epochs - 1), learnedBy(evidence, F2_LEAP)];
      return {
        holds: onset !== null && oscillates(reversals) && isSensible(share),
        quantities: {onset: inEpochs(onset ?? NaN), reversals: asShare(reversals), share: asShare(share)},
        measured:
          "The onset of instability is at epoch {onset}, and from first to last the step of the weights goes back at {reversals} of the epochs. At the end {share} of the target are learned."
      };
    }
  }),
  claim({
    id: "F7-values",
    section: "4.2",
    place: "figure 7a",
    statement: `The last and the lowest test error of :run[${F2_LEAP}] are :paper[7a-last] and :paper[7a-lowest].`,
    digits: ["7a-last", "7a-lowest"],
    terms: ["digits"],
    panels: ["7a"],
    runs: [F2_LEAP],
    measure(evidence) {
      const {lastTestLoss: last, lowestTestLoss: lowest} = summaryOf(evidence, F2_LEAP);
      const others = valuesOf(evidence.ensembles[F2_LEAP]!, "lastTestLoss").map((value) => value ?? Infinity);
      return {
        holds: true,
        quantities: {
          last: inLoss(last),
          lowest: inLoss(lowest),
          members: inCount(others.length),
          least: inLoss(Math.min(...others)),
          most: inLoss(Math.max(...others))
        },
        measured: "The last test error is {last}, the lowest {lowest}.",
        instead:
          "The run is unstable from its first steps, so its digits are a draw: rounded otherwise {members} times, it ends anywhere from {least} to {most}."
      };
    }
  })
];
