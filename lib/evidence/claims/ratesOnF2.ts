import {isSame, plotDistance, plotHeight} from "../measures/alike.js";
import {isFactor} from "../measures/factor.js";
import {isSensible, lateImprovement} from "../measures/learning.js";
import {oscillates, reversalShare} from "../measures/oscillation.js";
import {isStable, onsetEpoch, unstableSpells} from "../onset.js";
import {valuesOf} from "../sweeps/sweepResults.js";
import {asFactor, asShare, claim, inCount, inEpochs, inLoss, type Claim} from "./claim.js";
import {
  lastTestLoss,
  plottedErrors,
  printedNumber,
  summaryOf,
  testLosses,
  trainLosses,
  type Evidence
} from "./evidence.js";
import {learnedBy, stagnates} from "./unitsOnF2.js";

const LEAP = "f2-h8-rate1-epochs1000";
const OVERFLOW = "f2-h8-rate1.5-epochs1000";
const FULL = "f2-h8-rate0.1-epochs1200";
const HALF = "f2-h8-rate0.05-epochs2400";
const LONG = "f2-h8-rate0.05-epochs10000";
const TWELVE = "f2-h12-rate0.05-epochs10000";

/** The epochs of a run that are in no spell of its instability. */
function calmEpochs(evidence: Evidence, run: string): number[] {
  const losses = trainLosses(evidence, run);
  const spells = unstableSpells(losses);
  const isCalm = (epoch: number) => spells.every(({from, to}) => epoch < from || epoch > to);
  return [...losses.keys()].filter(isCalm);
}

/** How far the error of the run at half the rate is from that of the full rate when each of its epochs is to last so long. */
export function distanceAt(evidence: Evidence, slowdown: number): number {
  const [full, half] = [plottedErrors(evidence, FULL), plottedErrors(evidence, HALF)];
  const epochs = calmEpochs(evidence, FULL).filter((epoch) => Math.round(slowdown * epoch) < half.length);
  const at = (curve: Float64Array, times: number) => epochs.map((epoch) => curve[Math.round(times * epoch)]!);
  return plotDistance(at(full, 1), at(half, slowdown), plotHeight(full, half));
}

/** The slowdown, in steps of a twentieth from 1 to 3, at which the two curves are nearest. */
export function bestSlowdown(evidence: Evidence): number {
  const candidates = Array.from({length: 41}, (_, i) => 1 + i / 20);
  const distances = candidates.map((slowdown) => distanceAt(evidence, slowdown));
  return candidates[distances.indexOf(Math.min(...distances))]!;
}

/** What the paper says of f2 at other learning rates. */
export const ratesOnF2Claims: readonly Claim[] = [
  claim({
    id: "LR-1.5",
    section: "4.2",
    statement: `:run[${OVERFLOW}] diverges and overflows.`,
    terms: ["overflow"],
    runs: [OVERFLOW],
    measure(evidence) {
      const {firstNonFiniteEpoch} = summaryOf(evidence, OVERFLOW);
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
    statement: `:run[${LEAP}] is highly unstable and still learns something sensible.`,
    terms: ["stable", "oscillates", "learned"],
    panels: ["7a", "7b"],
    runs: [LEAP],
    measure(evidence) {
      const history = evidence.history(LEAP);
      const onset = onsetEpoch(trainLosses(evidence, LEAP));
      const [reversals, share] = [reversalShare(history, 1, history.epochs - 1), learnedBy(evidence, LEAP)];
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
    statement: "The last and the lowest test error of this run are :paper[7a-last] and :paper[7a-lowest].",
    digits: ["7a-last", "7a-lowest"],
    terms: ["digits"],
    panels: ["7a"],
    runs: [LEAP],
    measure(evidence) {
      const {lastTestLoss: last, lowestTestLoss: lowest} = summaryOf(evidence, LEAP);
      const others = valuesOf(evidence.ensembles[LEAP]!, "lastTestLoss").map((value) => value ?? Infinity);
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
  }),
  claim({
    id: "HALF-rate",
    section: "4.2",
    statement: `At half the rate, 0.05 for 0.1, $h = 8$ learns the same, smoothly and :paper[half-rate-slowdown] times slower.`,
    numbers: ["half-rate-slowdown"],
    terms: ["alike", "stable", "factor"],
    panels: ["6c"],
    runs: [FULL, HALF],
    measure(evidence) {
      const printed = printedNumber(evidence, "half-rate-slowdown");
      const [distance, slowdown] = [distanceAt(evidence, printed), bestSlowdown(evidence)];
      const half = trainLosses(evidence, HALF);
      return {
        holds: isSame(distance) && isFactor(slowdown, printed) && isStable(half),
        quantities: {distance: asShare(distance), slowdown: asFactor(slowdown)},
        measured: `Outside the spells in which the faster run is unstable, the errors of :run[${FULL}] and, with two epochs for one, of :run[${HALF}] are {distance} of the plot’s height apart. They are nearest when the slower one is taken to be {slowdown} slower.`
      };
    }
  }),
  claim({
    id: "LONG-stagnates",
    section: "4.2",
    statement: `The error of :run[${LONG}] stagnates: from epoch 8000 to 10,000 it improves by less than :paper[long-change].`,
    numbers: ["long-change"],
    terms: ["stagnates"],
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
    statement: "Its last test error is :paper[long-last].",
    digits: ["long-last"],
    terms: ["digits"],
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
    statement: `That is not much better than the :paper[f2-h8-lowest] that a rate of 0.1 had reached before it oscillated, which suggests that $h = 8$ is not enough for $f_2$.`,
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
    statement: `:run[${TWELVE}] halves that error.`,
    terms: ["factor"],
    runs: [LONG, TWELVE],
    measure(evidence) {
      const [long, twelve] = [lastTestLoss(evidence, LONG), lastTestLoss(evidence, TWELVE)];
      return {
        holds: isFactor(long / twelve, 2),
        quantities: {long: inLoss(long), twelve: inLoss(twelve), ratio: asFactor(long / twelve)},
        measured: "The last test error is {twelve} instead of {long}; the latter is {ratio} as much."
      };
    }
  })
];
