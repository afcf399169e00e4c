import {standIns} from "../../experiments/registry.js";
import {weightNames} from "../../model/history.js";
import {log10} from "../../numerics/log10.js";
import {aboutEqual, isSame, plotDistance, plotHeight, VISIBLE} from "../measures/alike.js";
import {DRASTIC} from "../measures/factor.js";
import {firstAtMost, worst} from "../measures/learning.js";
import {largestStep, oscillates, reversalShare, turnShare} from "../measures/oscillation.js";
import {onsetEpoch, unstableSpells} from "../onset.js";
import {asFactor, asShare, claim, inEpochs, inLoss, type Claim} from "./claim.js";
import {course, plottedErrors, printedNumber, summaryOf, testLosses, trainLosses, type Evidence} from "./evidence.js";

const RUN = "f1-h3-rate1-epochs1000";

/** A twentieth of a run: what takes no longer is sharp, or rapid. */
const BRIEF = 1 / 20;

/** How a run goes on within a twentieth of itself after the epoch of its lowest test error. */
export function stumble(evidence: Evidence, run: string): {reversals: number; factor: number} {
  const losses = testLosses(evidence, run);
  const from = summaryOf(evidence, run).lowestTestEpoch;
  const to = Math.min(losses.length - 2, from + Math.round(BRIEF * (losses.length - 1)));
  const reversals = reversalShare(evidence.history(run), from + 1, to);
  return {reversals, factor: worst(losses, from, to) / losses[from]!};
}

/** What the paper says of the run whose training collapses after hundreds of calm epochs. */
export const stumbleClaims: readonly Claim[] = [
  claim({
    id: "F3-stable",
    section: "4.1",
    place: "figure 3a",
    statement: `With :run[${RUN}] learning looks very stable for about the first :paper[3-smooth] epochs.`,
    numbers: ["3-smooth"],
    terms: ["stable", "alike"],
    panels: ["3a"],
    runs: [RUN],
    measure(evidence) {
      const onset = onsetEpoch(trainLosses(evidence, RUN));
      return {
        holds: onset !== null && aboutEqual(onset, printedNumber(evidence, "3-smooth")),
        quantities: {onset: inEpochs(onset ?? NaN)},
        measured: "The onset of instability is at epoch {onset}."
      };
    }
  }),
  claim({
    id: "F3-best-epoch",
    section: "4.1",
    place: "figure 3",
    statement: "The network does best after :paper[3c-epoch] epochs; then it begins to oscillate.",
    digits: ["3c-epoch", "3-onset", "notebook-lowest-test"],
    numbers: ["notebook-lowest-train", "notebook-lowest-gradient"],
    terms: ["digits"],
    panels: ["3a"],
    runs: [RUN],
    measure(evidence) {
      const {lowestTestEpoch} = summaryOf(evidence, RUN);
      return {
        holds: true,
        quantities: {best: inEpochs(lowestTestEpoch)},
        measured: "The test error is lowest at epoch {best}."
      };
    }
  }),
  claim({
    id: "F3-lowest",
    section: "4.1",
    place: "figure 3a",
    statement: "The lowest test error of this run is :paper[3a-lowest].",
    digits: ["3a-lowest", "9-lowest"],
    terms: ["digits"],
    panels: ["3a"],
    runs: [RUN],
    measure(evidence) {
      const {lowestTestLoss} = summaryOf(evidence, RUN);
      return {
        holds: true,
        quantities: {lowest: inLoss(lowestTestLoss)},
        measured: "The lowest test error is {lowest}."
      };
    }
  }),
  claim({
    id: "F3-oscillates",
    section: "4.1",
    place: "figure 3a",
    statement: "After its best epoch the error starts to oscillate, and performance drops sharply.",
    terms: ["oscillates", "drastic"],
    panels: ["3a"],
    runs: [RUN],
    measure(evidence) {
      const {reversals, factor} = stumble(evidence, RUN);
      return {
        holds: oscillates(reversals) && factor >= DRASTIC,
        quantities: {reversals: asShare(reversals), factor: asFactor(factor)},
        measured:
          "Within a twentieth of the run from its best epoch, the step of the weights goes back at {reversals} of the epochs, and the test error grows to {factor} its lowest value."
      };
    }
  }),
  claim({
    id: "F3-last",
    section: "4.1",
    place: "figure 3a",
    statement: "The last test error of this run is :paper[3a-last].",
    digits: ["3a-last", "9-last"],
    terms: ["digits"],
    panels: ["3a"],
    runs: [RUN],
    measure(evidence) {
      const {lastTestLoss} = summaryOf(evidence, RUN);
      return {holds: true, quantities: {last: inLoss(lastTestLoss)}, measured: "The last test error is {last}."};
    }
  }),
  claim({
    id: "F3-weights",
    section: "4.1",
    place: "figures 3d and 3e",
    statement: "The oscillation can be seen in the plots of $U$ and of $V$, too.",
    terms: ["oscillates", "visible"],
    panels: ["3d", "3e"],
    runs: [RUN],
    measure(evidence) {
      const {from = NaN, to = NaN} = unstableSpells(trainLosses(evidence, RUN))[0] ?? {};
      const courses = weightNames(3).map((name) => course(evidence, RUN, name));
      const turns = Math.min(...courses.map((weight) => turnShare(weight, from, to)));
      const step = Math.min(...courses.map((weight) => largestStep(weight, from, to) / plotHeight(weight)));
      return {
        holds: oscillates(turns) && step >= VISIBLE,
        quantities: {from: inEpochs(from), to: inEpochs(to), turns: asShare(turns), step: asShare(step)},
        measured:
          "From epoch {from} to {to} every weight turns at {turns} of the epochs or more, in steps that reach {step} of its plot’s height or more."
      };
    }
  }),
  claim({
    id: "F3-random",
    section: "4.1",
    place: "figure 3f",
    statement: "With new data and new initial weights the error has the same kind of curve and another course.",
    numbers: ["3f-last", "3f-lowest"],
    terms: ["stable", "oscillates", "drastic", "alike"],
    panels: ["3f"],
    runs: [standIns.figure3f, RUN],
    unseeded: true,
    measure(evidence) {
      const onset = onsetEpoch(trainLosses(evidence, standIns.figure3f));
      const {reversals, factor} = stumble(evidence, standIns.figure3f);
      const distance = plotDistance(plottedErrors(evidence, standIns.figure3f), plottedErrors(evidence, RUN));
      const sameKind = onset !== null && onset >= 100 && oscillates(reversals) && factor >= DRASTIC;
      return {
        holds: sameKind && !isSame(distance),
        quantities: {
          onset: inEpochs(onset ?? NaN),
          reversals: asShare(reversals),
          factor: asFactor(factor),
          distance: asShare(distance)
        },
        measured:
          "The stand-in is stable up to epoch {onset}, then goes back at {reversals} of the epochs while its error grows to {factor} its lowest value. Its curve is {distance} of the plot’s height away from that of the standard numbers."
      };
    }
  }),
  claim({
    id: "LR-2",
    section: "4.1",
    statement: "With :run[f1-h3-rate2-epochs1000] the error grows rapidly to :paper[rate2-last].",
    digits: ["rate2-last"],
    terms: ["digits", "drastic"],
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
    runs: ["f1-h3-rate5-epochs1000"],
    measure(evidence) {
      const {firstNonFiniteEpoch} = summaryOf(evidence, "f1-h3-rate5-epochs1000");
      return {
        holds: firstNonFiniteEpoch !== null,
        quantities: {epoch: inEpochs(firstNonFiniteEpoch ?? NaN)},
        measured: "The first epoch without a finite error is {epoch}."
      };
    }
  }),
  claim({
    id: "F9-no-overfit",
    section: "A",
    place: "figure 9",
    statement:
      "The error on the training set follows a curve similar to that on the test set, so the drop in performance is no overfitting.",
    terms: ["alike", "drastic"],
    panels: ["9"],
    runs: [RUN],
    measure(evidence) {
      const distance = plotDistance(plottedErrors(evidence, RUN), trainLosses(evidence, RUN).map(log10));
      const losses = trainLosses(evidence, RUN);
      const lowest = summaryOf(evidence, RUN).lowestTrainEpoch;
      const factor = worst(losses, lowest, losses.length - 1) / losses[lowest]!;
      return {
        holds: isSame(distance) && factor >= DRASTIC,
        quantities: {distance: asShare(distance), factor: asFactor(factor)},
        measured:
          "The two curves are {distance} of the plot’s height apart, and the training error, too, grows to {factor} its lowest value."
      };
    }
  })
];
