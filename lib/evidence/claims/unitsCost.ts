import {claim, errorsOf, inCount, inLoss, shownOn, type Claim} from "./claim.js";
import {operationsOf, summaryOf} from "./evidence.js";
import {onF1} from "./measuredRuns.js";

/** Where the paper prints the last errors again, as the lowest ones too. */
const alsoPrinted = {
  2: ["5a-last", "5a-lowest"],
  3: ["5-caption-h3", "5d-last", "5d-lowest"],
  5: ["5-caption-h5"],
  8: []
};

/** What the paper says of the price of more hidden units. */
export const unitsCostClaims: readonly Claim[] = [
  ...([2, 3, 5, 8] as const).map((hidden) =>
    claim({
      id: `E1000-h${hidden}`,
      section: "4.1",
      statement: `After 1000 epochs of :run[${onF1(hidden)}] the test error is :paper[h${hidden}-last].`,
      digits: [`h${hidden}-last`, ...alsoPrinted[hidden]],
      terms: ["digits"],
      panels: {2: ["5a"], 3: ["5d"], 5: [], 8: []}[hidden],
      charts: hidden > 3 ? [errorsOf(onF1(hidden))] : [],
      runs: [onF1(hidden)],
      measure(evidence) {
        const {lastTestLoss} = summaryOf(evidence, onF1(hidden));
        return {holds: true, quantities: {last: inLoss(lastTestLoss)}, measured: "The last test error is {last}."};
      }
    })
  ),
  claim({
    id: "H-cost",
    section: "4.1",
    statement: "With more hidden units each epoch costs more: there are more weights to compute with and to update.",
    terms: ["cost"],
    charts: [shownOn("speed", "figure-speed")],
    page: "speed",
    runs: [2, 3, 5, 8].map(onF1),
    measure(evidence) {
      const counts = [2, 3, 5, 8].map((h) => operationsOf(evidence, onF1(h)) / 1000);
      return {
        holds: counts.every((count, i) => i === 0 || count > counts[i - 1]!),
        quantities: Object.fromEntries(["two", "three", "five", "eight"].map((name, i) => [name, inCount(counts[i]!)])),
        measured:
          "By the definition of a run, the arithmetic operations of an epoch number {two} with $h = 2$, {three} with 3, {five} with 5 and {eight} with 8."
      };
    }
  })
];
