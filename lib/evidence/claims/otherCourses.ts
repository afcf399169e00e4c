import {standIns} from "../../experiments/registry.js";
import {log10} from "../../numerics/log10.js";
import {isSame, plotDistance} from "../measures/alike.js";
import {DRASTIC} from "../measures/factor.js";
import {worst} from "../measures/learning.js";
import {oscillates} from "../measures/oscillation.js";
import {onsetEpoch} from "../onset.js";
import {asFactor, asShare, claim, inEpochs, type Claim} from "./claim.js";
import {plottedErrors, summaryOf, trainLosses} from "./evidence.js";
import {stumble} from "./stumble.js";
import {STUMBLE} from "./measuredRuns.js";

/** What the paper sets beside the run that stumbles: another with new random numbers, and its training error. */
export const otherCourseClaims: readonly Claim[] = [
  claim({
    id: "F3-random",
    section: "4.1",
    place: "figure 3f",
    statement: "With new data and new initial weights the error has the same kind of curve and another course.",
    numbers: ["3f-last", "3f-lowest"],
    terms: ["stable", "oscillates", "drastic", "alike"],
    panels: ["3f"],
    runs: [standIns.figure3f, STUMBLE],
    unseeded: true,
    measure(evidence) {
      const onset = onsetEpoch(trainLosses(evidence, standIns.figure3f));
      const {reversals, factor} = stumble(evidence, standIns.figure3f);
      const distance = plotDistance(plottedErrors(evidence, standIns.figure3f), plottedErrors(evidence, STUMBLE));
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
    id: "F9-no-overfit",
    section: "A",
    place: "figure 9",
    statement:
      "The error on the training set follows a curve similar to that on the test set, so the drop in performance is no overfitting.",
    terms: ["alike", "drastic"],
    panels: ["9"],
    runs: [STUMBLE],
    measure(evidence) {
      const distance = plotDistance(plottedErrors(evidence, STUMBLE), trainLosses(evidence, STUMBLE).map(log10));
      const losses = trainLosses(evidence, STUMBLE);
      const lowest = summaryOf(evidence, STUMBLE).lowestTrainEpoch;
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
