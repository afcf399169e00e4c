import {weightNames, weightsAt, type History} from "../../model/history.js";
import {output} from "../../model/perceptron.js";
import {TOLERANCE, VISIBLE, isSame, plotDistance, plotHeight} from "../measures/alike.js";
import {twinDistance, unitsOf} from "../measures/twins.js";
import {isStable, onsetEpoch} from "../onset.js";
import {asShare, claim, inEpochs, inLoss, type Claim} from "./claim.js";
import {course, everyNth, plottedErrors, summaryOf, trainLosses, type Evidence} from "./evidence.js";
import {SLOW, STUMBLE} from "./measuredRuns.js";

/** How many epochs of the slow run go with one of the fast run. */
const SLOWDOWN = 10;

const interval = Float64Array.from({length: 101}, (_, i) => (i - 50) / 10);

/** How far the slow run's curves are from those of the fast run up to its instability: the error, and the worst weight. */
export function distanceOfRates(evidence: Evidence): {onset: number | null; error: number; weights: number} {
  const onset = onsetEpoch(trainLosses(evidence, STUMBLE));
  const calm = (curve: Float64Array) => curve.subarray(0, onset ?? curve.length);
  const distance = (fast: Float64Array, slow: Float64Array) =>
    plotDistance(calm(fast), calm(everyNth(slow, SLOWDOWN)), plotHeight(fast, slow));
  const weights = weightNames(3).map((name) => distance(course(evidence, STUMBLE, name), course(evidence, SLOW, name)));
  return {
    onset,
    error: distance(plottedErrors(evidence, STUMBLE), plottedErrors(evidence, SLOW)),
    weights: Math.max(...weights)
  };
}

/** The largest difference of a weight of unit 1 from that of unit 0 after the last epoch, as a part of the larger. */
function lastDifference(history: History): number {
  const {U, V} = weightsAt(history, history.epochs);
  const pairs = [
    [U[0]!, U[2]!],
    [U[1]!, U[3]!],
    [V[0]!, V[1]!]
  ] as const;
  return Math.max(...pairs.map(([a, b]) => Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b))));
}

/** What the paper says of the run with a tenth of the learning rate and ten times the epochs. */
export const slowRateClaims: readonly Claim[] = [
  claim({
    id: "F4-same-curve",
    section: "4.1",
    place: "figure 4",
    statement: `A tenth of the learning rate and ten times the epochs, :run[${SLOW}], give approximately the plots of :ref[figure-3], without the instability.`,
    terms: ["alike", "stable"],
    panels: ["4a", "4b", "4c"],
    runs: [STUMBLE, SLOW],
    measure(evidence) {
      const {onset, error, weights} = distanceOfRates(evidence);
      return {
        holds: isStable(trainLosses(evidence, SLOW)) && isSame(error) && isSame(weights),
        quantities: {onset: inEpochs(onset ?? NaN), error: asShare(error), weights: asShare(weights)},
        measured:
          "Up to the onset of the faster run, epoch {onset}, and with ten epochs for one, the curves of the error are {error} of the plot’s height apart, those of each weight {weights} or less."
      };
    }
  }),
  claim({
    id: "F4-last",
    section: "4.1",
    place: "figure 4a",
    statement: `The last test error of :run[${SLOW}] is also its lowest, :paper[4a-last].`,
    digits: ["4a-last", "4a-lowest"],
    terms: ["digits"],
    panels: ["4a"],
    runs: [SLOW],
    measure(evidence) {
      const {lastTestLoss, lowestTestLoss, lowestTestEpoch} = summaryOf(evidence, SLOW);
      return {
        holds: lastTestLoss === lowestTestLoss,
        quantities: {last: inLoss(lastTestLoss), epoch: inEpochs(lowestTestEpoch)},
        measured: "The last test error is {last}; the lowest is that of epoch {epoch}."
      };
    }
  }),
  claim({
    id: "F4-twins",
    section: "4.1",
    place: "figures 4b and 4c",
    statement:
      "The two hidden units have approximately the same weights, $(U_{0,0}, U_{0,1}, V_0) \\approx (U_{1,0}, U_{1,1}, V_1)$: they do the same thing.",
    terms: ["twins", "alike"],
    panels: ["4b", "4c"],
    runs: [SLOW],
    measure(evidence) {
      const history = evidence.history(SLOW);
      const [distance, difference] = [twinDistance(history, 0, unitsOf(history)), lastDifference(history)];
      return {
        holds: isSame(distance) && difference <= TOLERANCE,
        quantities: {distance: asShare(distance), difference: asShare(difference)},
        measured:
          "The courses of their weights are at most {distance} of their plot’s height apart, and at the end each pair differs by {difference} of the larger or less."
      };
    }
  }),
  claim({
    id: "F4-merge",
    section: "4.1",
    statement: "Without $H_1$, and with $V_0$ doubled, the output would be the same.",
    terms: ["visible"],
    panels: ["4b", "4c"],
    runs: [SLOW],
    measure(evidence) {
      const history = evidence.history(SLOW);
      const weights = weightsAt(history, history.epochs);
      const alone = output({...weights, V: Float64Array.of(2 * weights.V[0]!, 0, weights.V[2]!)}, interval);
      const both = output(weights, interval);
      const change = Math.max(...both.map((o, i) => Math.abs(o - alone[i]!))) / plotHeight(both);
      return {
        holds: change < VISIBLE,
        quantities: {change: asShare(change)},
        measured: `Nowhere on the interval does the output change by more than {change} of the height of its curve.`
      };
    }
  })
];
