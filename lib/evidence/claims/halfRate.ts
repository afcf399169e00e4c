import {isSame, plotDistance, plotHeight} from "../measures/alike.js";
import {isFactor} from "../measures/factor.js";
import {isStable, unstableSpells} from "../onset.js";
import {asFactor, asShare, claim, type Claim} from "./claim.js";
import {plottedErrors, printedNumber, trainLosses, type Evidence} from "./evidence.js";
import {F2_EIGHT, F2_HALF} from "./measuredRuns.js";

/** The epochs of a run that are in no spell of its instability. */
function calmEpochs(evidence: Evidence, run: string): number[] {
  const losses = trainLosses(evidence, run);
  const spells = unstableSpells(losses);
  const isCalm = (epoch: number) => spells.every(({from, to}) => epoch < from || epoch > to);
  return [...losses.keys()].filter(isCalm);
}

/** How far the error of the run at half the rate is from that of the full rate when each of its epochs is to last so long. */
export function distanceAt(evidence: Evidence, slowdown: number): number {
  const [full, half] = [plottedErrors(evidence, F2_EIGHT), plottedErrors(evidence, F2_HALF)];
  const epochs = calmEpochs(evidence, F2_EIGHT).filter((epoch) => Math.round(slowdown * epoch) < half.length);
  const at = (curve: Float64Array, times: number) => epochs.map((epoch) => curve[Math.round(times * epoch)]!);
  return plotDistance(at(full, 1), at(half, slowdown), plotHeight(full, half));
}

/** The slowdown, in steps of a twentieth from 1 to 3, at which the two curves are nearest. */
function bestSlowdown(evidence: Evidence): number {
  const candidates = Array.from({length: 41}, (_, i) => 1 + i / 20);
  const distances = candidates.map((slowdown) => distanceAt(evidence, slowdown));
  return candidates[distances.indexOf(Math.min(...distances))]!;
}

/** What the paper says of f2 at half the rate. */
export const halfRateClaims: readonly Claim[] = [
  claim({
    id: "HALF-rate",
    section: "4.2",
    statement: `At half the rate, 0.05 for 0.1, $h = 8$ learns the same, smoothly and :paper[half-rate-slowdown] times slower.`,
    numbers: ["half-rate-slowdown"],
    terms: ["alike", "stable", "factor"],
    panels: ["6c"],
    runs: [F2_EIGHT, F2_HALF],
    measure(evidence) {
      const printed = printedNumber(evidence, "half-rate-slowdown");
      const [distance, slowdown] = [distanceAt(evidence, printed), bestSlowdown(evidence)];
      const half = trainLosses(evidence, F2_HALF);
      return {
        holds: isSame(distance) && isFactor(slowdown, printed) && isStable(half),
        quantities: {distance: asShare(distance), slowdown: asFactor(slowdown)},
        measured: `Outside the spells in which the faster run is unstable, the errors of :run[${F2_EIGHT}] and, with two epochs for one, of :run[${F2_HALF}] are {distance} of the plot’s height apart. They are nearest when the slower one is taken to be {slowdown} slower.`
      };
    }
  })
];
