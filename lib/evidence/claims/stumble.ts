import {weightNames} from "../../model/history.js";
import {aboutEqual, plotHeight, VISIBLE} from "../measures/alike.js";
import {DRASTIC} from "../measures/factor.js";
import {worst} from "../measures/learning.js";
import {largestStep, oscillates, reversalShare, turnShare} from "../measures/oscillation.js";
import {onsetEpoch, unstableSpells} from "../onset.js";
import {asFactor, asShare, claim, inEpochs, inLoss, type Claim} from "./claim.js";
import {course, printedNumber, summaryOf, testLosses, trainLosses, type Evidence} from "./evidence.js";
import {STUMBLE} from "./measuredRuns.js";

/** A twentieth of a run: what takes no longer is sharp, or rapid. */
export const BRIEF = 1 / 20;

/** How a run goes on after the epoch of its lowest test error. */
interface Stumble {
  /** at which part of the epochs the step of the weights goes back */
  reversals: number;
  /** at which part of them the test error turns */
  turns: number;
  /** how many times its lowest value the test error becomes */
  factor: number;
}

/** How a run goes on within a twentieth of itself after the epoch of its lowest test error. */
export function stumble(evidence: Evidence, run: string): Stumble {
  const losses = testLosses(evidence, run);
  const from = summaryOf(evidence, run).lowestTestEpoch;
  const to = Math.min(losses.length - 2, from + Math.round(BRIEF * (losses.length - 1)));
  const reversals = reversalShare(evidence.history(run), from + 1, to);
  return {reversals, turns: turnShare(losses, from + 1, to), factor: worst(losses, from, to) / losses[from]!};
}

/** What the paper says of the run whose training collapses after hundreds of calm epochs. */
export const stumbleClaims: readonly Claim[] = [
  claim({
    id: "F3-stable",
    section: "4.1",
    place: "figure 3a",
    statement: `With :run[${STUMBLE}] learning looks very stable for about the first :paper[3-smooth] epochs.`,
    numbers: ["3-smooth"],
    terms: ["stable", "alike"],
    panels: ["3a"],
    runs: [STUMBLE],
    measure(evidence) {
      const onset = onsetEpoch(trainLosses(evidence, STUMBLE));
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
    runs: [STUMBLE],
    measure(evidence) {
      const {lowestTestEpoch} = summaryOf(evidence, STUMBLE);
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
    statement: `The lowest test error of :run[${STUMBLE}] is :paper[3a-lowest].`,
    digits: ["3a-lowest", "9-lowest"],
    terms: ["digits"],
    panels: ["3a"],
    runs: [STUMBLE],
    measure(evidence) {
      const {lowestTestLoss} = summaryOf(evidence, STUMBLE);
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
    statement: "After its best epoch learning starts to oscillate, and performance drops sharply.",
    terms: ["oscillates", "drastic"],
    panels: ["3a"],
    runs: [STUMBLE],
    measure(evidence) {
      const {reversals, turns, factor} = stumble(evidence, STUMBLE);
      return {
        holds: oscillates(reversals) && factor >= DRASTIC,
        quantities: {reversals: asShare(reversals), turns: asShare(turns), factor: asFactor(factor)},
        measured:
          "Within a twentieth of the run from its best epoch, the step of the weights goes back at {reversals} of the epochs, and the test error grows to {factor} its lowest value. (The error itself, which grows as the weights swing further, turns at {turns} of these epochs.)"
      };
    }
  }),
  claim({
    id: "F3-last",
    section: "4.1",
    place: "figure 3a",
    statement: `The last test error of :run[${STUMBLE}] is :paper[3a-last].`,
    digits: ["3a-last", "9-last"],
    terms: ["digits"],
    panels: ["3a"],
    runs: [STUMBLE],
    measure(evidence) {
      const {lastTestLoss} = summaryOf(evidence, STUMBLE);
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
    runs: [STUMBLE],
    measure(evidence) {
      const {from = NaN, to = NaN} = unstableSpells(trainLosses(evidence, STUMBLE))[0] ?? {};
      const courses = weightNames(3).map((name) => course(evidence, STUMBLE, name));
      const turns = Math.min(...courses.map((weight) => turnShare(weight, from, to)));
      const step = Math.min(...courses.map((weight) => largestStep(weight, from, to) / plotHeight(weight)));
      return {
        holds: oscillates(turns) && step >= VISIBLE,
        quantities: {from: inEpochs(from), to: inEpochs(to), turns: asShare(turns), step: asShare(step)},
        measured:
          "From epoch {from} to {to} the weight that turns least does so at {turns} of the epochs, and even the one with the smallest steps takes some of {step} of its plot’s height."
      };
    }
  })
];
