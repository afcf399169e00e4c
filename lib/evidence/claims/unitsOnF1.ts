import {isSame} from "../measures/alike.js";
import {isFactor} from "../measures/factor.js";
import {correlation, isSameShape, magnitude} from "../measures/shape.js";
import {twinDistance, unitsOf} from "../measures/twins.js";
import {asCorrelation, asFactor, asShare, claim, inLoss, inWeight, type Claim} from "./claim.js";
import {course, lastTestLoss, type Evidence} from "./evidence.js";
import {onF1} from "./measuredRuns.js";

/** U[0][0], U[0][1] and the bias unit's weight. */
const comparedWeights = (hidden: number) => ["U_0_0", "U_0_1", `V_${hidden - 1}`];

interface Change {
  /** the smallest correlation of the curves of one weight */
  shape: number;
  /** the ratio of magnitudes, to the run with h = 3, for U[0][0], U[0][1] and V[h-1] */
  ratios: [u0: number, u1: number, bias: number];
  /** the same ratios of the weights after the last epoch */
  atEnd: [u0: number, u1: number, bias: number];
}

function changeFromThree(evidence: Evidence, hidden: number): Change {
  const of = (h: number) => comparedWeights(h).map((name) => course(evidence, onF1(h), name));
  const [before, after] = [of(3), of(hidden)];
  const ratios = after.map((curve, i) => magnitude(curve) / magnitude(before[i]!)) as Ratios;
  const atEnd = after.map((curve, i) => curve.at(-1)! / before[i]!.at(-1)!) as Ratios;
  const shape = Math.min(...after.map((curve, i) => correlation(curve, before[i]!)));
  return {shape, ratios, atEnd};
}

type Ratios = Change["ratios"];

const growsLess = ([u0, u1, bias]: Ratios) => bias > 1 && bias < u0 && bias < u1;

const shrinksLess = ([u0, u1, bias]: Ratios) => bias < 1 && bias > u0 && bias > u1;

function changeQuantities({shape, ratios: [u0, u1, bias], atEnd: [u0AtEnd, u1AtEnd, biasAtEnd]}: Change) {
  const factors = {u0, u1, bias, u0AtEnd, u1AtEnd, biasAtEnd};
  const quantities = Object.entries(factors).map(([name, value]) => [name, asFactor(value)] as const);
  return {shape: asCorrelation(shape), ...Object.fromEntries(quantities)};
}

const CHANGE =
  "The correlation of each curve with that of $h = 3$ is {shape} or more. The magnitudes of $U_{0,0}$, $U_{0,1}$ and $V_{h-1}$ are {u0}, {u1} and {bias} those of $h = 3$.";

const CHANGE_AT_END =
  "Only of the magnitudes is it true that $V_{h-1}$ changes less: after the last epoch the same weights are {u0AtEnd}, {u1AtEnd} and {biasAtEnd} those of $h = 3$.";

/** What the paper says of f1 with other numbers of hidden units. */
export const unitsOnF1Claims: readonly Claim[] = [
  claim({
    id: "F5-h2-better",
    section: "4.1",
    place: "figure 5",
    statement: "One hidden unit beside the bias does slightly better than two.",
    terms: ["better"],
    panels: ["5a", "5d"],
    runs: [onF1(2), onF1(3)],
    measure(evidence) {
      const [two, three] = [2, 3].map((h) => lastTestLoss(evidence, onF1(h))) as [number, number];
      return {
        holds: two < three && two > three / 2,
        quantities: {two: inLoss(two), three: inLoss(three)},
        measured: "After 1000 epochs at a rate of 0.1 the test error is {two} with $h = 2$ and {three} with $h = 3$."
      };
    }
  }),
  claim({
    id: "F5-v0-doubles",
    section: "4.1",
    place: "figures 5c and 5f",
    statement: "From $h = 3$ to $h = 2$, $V_0$ almost doubles, to make up for the second unit.",
    terms: ["factor"],
    panels: ["5c", "5f"],
    runs: [onF1(2), onF1(3)],
    measure(evidence) {
      const [two, three] = [2, 3].map((h) => course(evidence, onF1(h), "V_0").at(-1)!) as [number, number];
      const ratio = two / three;
      return {
        holds: isFactor(ratio, 2) && ratio < 2,
        quantities: {two: inWeight(two), three: inWeight(three), ratio: asFactor(ratio)},
        measured: "At the last epoch $V_0$ is {two} with $h = 2$ and {three} with $h = 3$: {ratio} as much."
      };
    }
  }),
  claim({
    id: "F5-shape-up",
    section: "4.1",
    place: "figure 5",
    statement:
      "From $h = 3$ to $h = 2$ the curves of $U_{0,0}$, $U_{0,1}$ and $V_{h-1}$ keep their shape and grow in magnitude, that of $V_{h-1}$ less than the others.",
    terms: ["shape", "magnitude"],
    panels: ["5b", "5c", "5e", "5f"],
    runs: [onF1(2), onF1(3)],
    measure(evidence) {
      const change = changeFromThree(evidence, 2);
      return {
        holds: isSameShape(change.shape) && growsLess(change.ratios),
        quantities: changeQuantities(change),
        measured: CHANGE,
        ...(growsLess(change.atEnd) ? {} : {instead: CHANGE_AT_END})
      };
    }
  }),
  claim({
    id: "F5-shape-down",
    section: "4.1",
    place: "figure 5",
    statement:
      "From $h = 3$ to $h = 5$ the same curves keep their shape and shrink, that of $V_{h-1}$ less than the others.",
    terms: ["shape", "magnitude"],
    panels: ["5e", "5f", "5g", "5h", "5i"],
    runs: [onF1(3), onF1(5)],
    measure(evidence) {
      const change = changeFromThree(evidence, 5);
      return {
        holds: isSameShape(change.shape) && shrinksLess(change.ratios),
        quantities: changeQuantities(change),
        measured: CHANGE,
        ...(shrinksLess(change.atEnd) ? {} : {instead: CHANGE_AT_END})
      };
    }
  }),
  claim({
    id: "F5-twins",
    section: "4.1",
    place: "figures 5g, 5h and 5i",
    statement: "With $h = 5$ all hidden units but the bias learn almost exactly the same thing.",
    terms: ["twins", "alike"],
    panels: ["5g", "5h", "5i"],
    runs: [onF1(5)],
    measure(evidence) {
      const history = evidence.history(onF1(5));
      const distance = twinDistance(history, 0, unitsOf(history));
      return {
        holds: isSame(distance),
        quantities: {distance: asShare(distance)},
        measured:
          "The courses of the same weight of any two units are at most {distance} of their plot’s height apart.",
        ...(isSame(distance)
          ? {}
          : {
              instead:
                "The four units learn much the same thing, but not almost exactly: the distance can be seen in the plots, and it is more than a twentieth of their height."
            })
      };
    }
  })
];
