import {standIns} from "../../experiments/registry.js";
import {DRASTIC, factorBetween} from "../measures/factor.js";
import {largestPairing} from "../measures/pairing.js";
import {correlation, isSameShape} from "../measures/shape.js";
import {unitsOf} from "../measures/twins.js";
import {asFactor, claim, inCount, inLoss, type Claim} from "./claim.js";
import {course, lastTestLoss, type Evidence} from "./evidence.js";
import {F2_EIGHT} from "./measuredRuns.js";

const {figure8R1: R1, figure8R2: R2} = standIns;

/** Whether two curves evolve alike, be one of them upside down, over the epochs that both have. */
function alike(a: Float64Array, b: Float64Array): boolean {
  const length = Math.min(a.length, b.length);
  return isSameShape(Math.abs(correlation(a.subarray(0, length), b.subarray(0, length))));
}

/** How many units of one run can each have a partner of its own in another, all of whose named weights evolve alike. */
function partners(
  evidence: Evidence,
  [run, units]: readonly [string, readonly number[]],
  [other, others]: readonly [string, readonly number[]],
  weights: (unit: number) => readonly string[]
): number {
  const curves = (of: string, list: readonly number[]) =>
    list.map((unit) => weights(unit).map((name) => course(evidence, of, name)));
  const [mine, theirs] = [curves(run, units), curves(other, others)];
  return largestPairing(mine.map((a) => theirs.map((b) => a.every((curve, i) => alike(curve, b[i]!)))));
}

/** How many of the plotted V[k] of R1 have a partner in the standard run, and whether the bias units' are alike. */
export function unitsAlikeInV(evidence: Evidence): {plotted: number; count: number; bias: boolean} {
  const plotted = [3, 4, 5, 6];
  const count = partners(evidence, [R1, plotted], [F2_EIGHT, unitsOf({hidden: 8})], (unit) => [`V_${unit}`]);
  const bias = alike(course(evidence, R1, "V_7"), course(evidence, F2_EIGHT, "V_7"));
  return {plotted: plotted.length, count, bias};
}

/** What the paper says of its two executions with new random numbers; ours are stand-ins. */
export const chanceClaims: readonly Claim[] = [
  claim({
    id: "F8-varies",
    section: "4.2",
    place: "figures 8b and 8c",
    statement:
      "Other random numbers can give very different results: R1 ends at :paper[8a-last], R2 at :paper[8b-last].",
    numbers: ["8a-last", "8a-lowest", "8b-last", "8b-lowest"],
    terms: ["drastic"],
    panels: ["8a", "8b", "8c"],
    page: "randomness",
    runs: [R1, R2],
    unseeded: true,
    measure(evidence) {
      const [one, two] = [R1, R2].map((run) => lastTestLoss(evidence, run)) as [number, number];
      return {
        holds: factorBetween(one, two) >= DRASTIC,
        quantities: {one: inLoss(one), two: inLoss(two), factor: asFactor(factorBetween(one, two))},
        measured:
          "The stand-ins end at {one} and {two}, the one {factor} the other. They were chosen for that; how often it happens is another question."
      };
    }
  }),
  claim({
    id: "F8-V-alike",
    section: "4.2",
    place: "figures 8f and 6i",
    statement: "$V$ evolves alike in R1 and in the standard run, up to a permutation of the units.",
    terms: ["shape"],
    panels: ["8f", "6i"],
    runs: [R1, F2_EIGHT],
    unseeded: true,
    measure(evidence) {
      const {plotted, count, bias} = unitsAlikeInV(evidence);
      return {
        holds: count === plotted && bias,
        quantities: {plotted: inCount(plotted), count: inCount(count), bias: inCount(bias ? 1 : 0)},
        measured:
          "Of the {plotted} plotted units of the stand-in, {count} have a partner of their own in the standard run whose $V_k$ has the same shape, be it upside down; of the one bias unit, {bias}."
      };
    }
  }),
  claim({
    id: "F8-U-alike",
    section: "4.2",
    place: "figures 8d, 8e, 8g and 8h",
    statement: "$U$ evolves alike in R1 and R2, up to exchanged roles and turned signs.",
    terms: ["shape"],
    panels: ["8d", "8g", "8e", "8h"],
    runs: [R1, R2],
    unseeded: true,
    measure(evidence) {
      const plotted = [0, 1, 2, 3];
      const weights = (unit: number) => [`U_${unit}_0`, `U_${unit}_1`];
      const count = partners(evidence, [R1, plotted], [R2, unitsOf({hidden: 8})], weights);
      return {
        holds: count === plotted.length,
        quantities: {plotted: inCount(plotted.length), count: inCount(count)},
        measured:
          "Of the {plotted} plotted units of R1’s stand-in, {count} have a partner of their own in R2’s whose $U_{k,0}$ and $U_{k,1}$ have the same shapes, be they upside down."
      };
    }
  })
];
