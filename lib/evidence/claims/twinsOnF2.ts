import {TOLERANCE, plotHeight} from "../measures/alike.js";
import {asShare, claim, inEpochs, type Claim} from "./claim.js";
import {course, printedNumber, type Evidence} from "./evidence.js";
import {F2_EIGHT} from "./measuredRuns.js";

/** The units whose weights the paper plots, and the sign that unit 1 has to be turned by to be compared. */
const units = [
  {unit: 0, sign: 1},
  {unit: 1, sign: -1},
  {unit: 2, sign: 1},
  {unit: 3, sign: 1}
] as const;

/**
 * How far the plotted weights of U are apart at an epoch, unit 1 with its signs turned: for each two units the larger
 * difference of their two weights, as a part of the height of the plot of each. The smallest and the largest.
 */
export function spreadOfUnits(evidence: Evidence, epoch: number): {least: number; most: number} {
  const differences = new Map<string, number>();
  for (const input of [0, 1]) {
    const plotted = units.map(({unit}) => course(evidence, F2_EIGHT, `U_${unit}_${input}`));
    const height = plotHeight(...plotted);
    const values = plotted.map((curve, i) => units[i]!.sign * curve[epoch]!);
    for (const [i, a] of values.entries())
      for (const [j, b] of values.slice(0, i).entries()) {
        const pair = `${i} ${j}`;
        differences.set(pair, Math.max(differences.get(pair) ?? 0, Math.abs(a - b) / height));
      }
  }
  return {least: Math.min(...differences.values()), most: Math.max(...differences.values())};
}

/** What the paper says of hidden units that come together and part again. */
export const twinsOnF2Claims: readonly Claim[] = [
  claim({
    id: "F6-converge",
    section: "4.2",
    place: "figures 6g and 6h",
    statement: `In the first :paper[6-alike] epochs of :run[${F2_EIGHT}] several weights seem to converge to the same value, $U_{0,0} = U_{2,0} = U_{3,0}$ and $U_{0,1} = U_{2,1} = U_{3,1}$, and $U_{1,0}$ and $U_{1,1}$ to the opposite.`,
    numbers: ["6-alike"],
    terms: ["alike"],
    panels: ["6g", "6h"],
    runs: [F2_EIGHT],
    measure(evidence) {
      const epoch = printedNumber(evidence, "6-alike");
      const {most} = spreadOfUnits(evidence, epoch);
      return {
        holds: most <= TOLERANCE,
        quantities: {epoch: inEpochs(epoch), most: asShare(most)},
        measured:
          "At epoch {epoch} the weights of any two of these units, those of unit 1 with their signs turned, differ by at most {most} of the height of their plots."
      };
    }
  }),
  claim({
    id: "F6-diverge",
    section: "4.2",
    place: "figures 6g and 6h",
    statement: "Later these weights come to differ completely.",
    terms: ["alike"],
    panels: ["6g", "6h"],
    runs: [F2_EIGHT],
    measure(evidence) {
      const {least, most} = spreadOfUnits(evidence, evidence.history(F2_EIGHT).epochs);
      return {
        holds: least > TOLERANCE && most > 1 / 2,
        quantities: {least: asShare(least), most: asShare(most)},
        measured:
          "At the last epoch the weights of two of the four units differ by {least} to {most} of the height of their plots."
      };
    }
  })
];
