import {standardData} from "../../model/dataset.js";
import {DRASTIC} from "../measures/factor.js";
import {fastPhase, isSensible, lateImprovement, learnedShare} from "../measures/learning.js";
import {isStable, onsetEpoch} from "../onset.js";
import {parseRunId} from "../../experiments/parameters.js";
import {asFactor, asShare, claim, inCount, inEpochs, inLoss, type Claim} from "./claim.js";
import {lastTestLoss, printedNumber, summaryOf, testLosses, trainLosses, type Evidence} from "./evidence.js";
import {F2_EIGHT, F2_HALF, F2_SIX, F2_THREE, onF1} from "./measuredRuns.js";

const ON_F1 = [2, 3, 5, 8].map(onF1);

/** The part of its target that a run on standard data has learned after its last epoch. */
export function learnedBy(evidence: Evidence, run: string): number {
  const {target, trainSize, testSize} = parseRunId(run);
  return learnedShare(lastTestLoss(evidence, run), standardData(target, {trainSize, testSize}).test.y);
}

/** Whether an error stagnates: it improves by less, at the end, than the paper says of its own example. */
export function stagnates(evidence: Evidence, losses: ArrayLike<number>): boolean {
  return lateImprovement(losses) < printedNumber(evidence, "long-change");
}

/** What the paper says of f2 with 3, 6 and 8 hidden units at a rate of 0.1. */
export const unitsOnF2Claims: readonly Claim[] = [
  claim({
    id: "F6-h3-underfits",
    section: "4.2",
    place: "figures 6a and 6d",
    statement: `:run[${F2_THREE}] fails to learn $f_2$: fast at first, the error then stagnates, at :paper[6a-last].`,
    digits: ["6a-last", "6a-lowest"],
    terms: ["digits", "learned", "stagnates"],
    panels: ["6a", "6d"],
    runs: [F2_THREE],
    measure(evidence) {
      const losses = testLosses(evidence, F2_THREE);
      const [share, late, fast] = [learnedBy(evidence, F2_THREE), lateImprovement(losses), fastPhase(losses)];
      return {
        holds: !isSensible(share) && stagnates(evidence, losses) && fast >= 0 && fast <= losses.length / 10,
        quantities: {share: asShare(share), late: asShare(late), fast: inEpochs(fast)},
        measured:
          "Nine tenths of the fall of its error are over by epoch {fast}, and over the last fifth of the epochs it improves by {late}. It has learned {share} of the target."
      };
    }
  }),
  claim({
    id: "F6-h-helps",
    section: "4.2",
    place: "figure 6",
    statement: "More hidden units improve the result drastically.",
    terms: ["drastic"],
    panels: ["6a", "6b", "6c"],
    runs: [F2_THREE, F2_SIX, F2_EIGHT],
    measure(evidence) {
      const [three, six, eight] = [F2_THREE, F2_SIX, F2_EIGHT].map((run) => lastTestLoss(evidence, run)) as [
        number,
        number,
        number
      ];
      return {
        holds: three / six >= DRASTIC && three / eight >= DRASTIC,
        quantities: {
          three: inLoss(three),
          six: inLoss(six),
          eight: inLoss(eight),
          least: asFactor(three / Math.max(six, eight))
        },
        measured:
          "The last test error is {three} with $h = 3$, {six} with 6 and {eight} with 8; the first is {least} the others or more."
      };
    }
  }),
  claim({
    id: "F6-h6",
    section: "4.2",
    place: "figure 6b",
    statement: `The last and the lowest test error of :run[${F2_SIX}] are :paper[6b-last] and :paper[6b-lowest].`,
    digits: ["6b-last", "6b-lowest"],
    terms: ["digits"],
    panels: ["6b"],
    runs: [F2_SIX],
    measure: (evidence) => lastAndLowest(evidence, F2_SIX)
  }),
  claim({
    id: "F6-h8",
    section: "4.2",
    place: "figure 6c",
    statement: `The last and the lowest test error of :run[${F2_EIGHT}] are :paper[6c-last] and :paper[6c-lowest]; the text has :paper[f2-h8-lowest] before it oscillates.`,
    digits: ["6c-last", "6c-lowest", "f2-h8-lowest"],
    terms: ["digits"],
    panels: ["6c"],
    runs: [F2_EIGHT],
    measure: (evidence) => lastAndLowest(evidence, F2_EIGHT)
  }),
  claim({
    id: "F6-rate",
    section: "4.2",
    place: "figure 6",
    statement: "A rate of 0.1, at which $f_1$ was learned in a stable way, is too large for $f_2$.",
    terms: ["stable"],
    panels: ["6b", "6c"],
    page: "instability",
    runs: [...ON_F1, F2_SIX, F2_EIGHT, F2_HALF],
    measure(evidence) {
      const onset = (run: string) => onsetEpoch(trainLosses(evidence, run));
      const [six, eight] = [onset(F2_SIX), onset(F2_EIGHT)];
      const calm = [...ON_F1, F2_HALF].filter((run) => isStable(trainLosses(evidence, run))).length;
      return {
        holds: calm === ON_F1.length + 1 && six !== null && eight !== null,
        quantities: {six: inEpochs(six ?? NaN), eight: inEpochs(eight ?? NaN), calm: inCount(calm)},
        measured: `At 0.1 the onset of instability on $f_2$ is at epoch {six} with $h = 6$ and {eight} with $h = 8$. Of four runs on $f_1$ at this rate and :run[${F2_HALF}], {calm} are stable.`
      };
    }
  })
];

function lastAndLowest(evidence: Evidence, run: string) {
  const {lastTestLoss, lowestTestLoss, lowestTestEpoch} = summaryOf(evidence, run);
  const quantities = {
    last: inLoss(lastTestLoss),
    lowest: inLoss(lowestTestLoss),
    epoch: inEpochs(lowestTestEpoch)
  };
  return {
    holds: true,
    quantities,
    measured: "The last test error is {last}, the lowest {lowest}, at epoch {epoch}."
  };
}
