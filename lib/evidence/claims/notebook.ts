import {allEqual} from "../engineMatrix.js";
import {asFactor, claim, inCount, inSeconds, shownOn, type Claim} from "./claim.js";
import {operationsOf, printedNumber, type Evidence} from "./evidence.js";
import {SLOW, onF1} from "./measuredRuns.js";

/** What the benchmark found the notebook's way to take for 1000 epochs (s); NaN where it was not measured. */
function benchmarkSeconds({benchmark: {training}}: Evidence, hidden: number): number {
  const nanoseconds = training.nanoseconds.notebook?.[training.hidden.indexOf(hidden)] ?? NaN;
  return (nanoseconds * hidden * 1000 * 1000) / 1e9;
}

/** How many different results a run has under the measured CPU kernels. */
function differentResults({kernels}: Evidence): number {
  const results = kernels.rows.map(({runs}) => JSON.stringify(runs));
  return new Set(results).size;
}

/** What the paper says of its notebook. */
export const notebookClaims: readonly Claim[] = [
  claim({
    id: "TIME",
    section: "3",
    statement:
      "Training takes about :paper[notebook-time-h3] for 1000 epochs with $h = 3$, about :paper[notebook-time-h8] with $h = 8$, and time in proportion to the epochs.",
    numbers: ["notebook-time-h3", "notebook-time-h8"],
    terms: ["cost"],
    charts: [shownOn("speed", "figure-speed")],
    page: "speed",
    runs: [onF1(3), SLOW, onF1(8)],
    measure(evidence) {
      const count = (run: string) => operationsOf(evidence, run);
      const [perTenfold, perUnits] = [count(SLOW) / count(onF1(3)), count(onF1(8)) / count(onF1(3))];
      const [three, eight] = [3, 8].map((h) => benchmarkSeconds(evidence, h)) as [number, number];
      const printed = printedNumber(evidence, "notebook-time-h8") / printedNumber(evidence, "notebook-time-h3");
      return {
        holds: perTenfold === 10 && perUnits > 1,
        quantities: {
          operations: inCount(count(onF1(3))),
          perTenfold: asFactor(perTenfold),
          perUnits: asFactor(perUnits),
          printed: asFactor(printed),
          grown: asFactor(eight / three),
          three: inSeconds(three),
          eight: inSeconds(eight)
        },
        measured:
          "By the definition of a run, 1000 epochs with $h = 3$ take {operations} arithmetic operations. Ten times the epochs take {perTenfold} as many, exactly. With $h = 8$, the same number of epochs takes {perUnits} as many. On the machine of our benchmark, which is not the author’s, the notebook’s way takes {three} and {eight}.",
        instead:
          "Seconds belong to a machine; what can be compared is how they grow from $h = 3$ to 8: {printed} in the paper, {grown} in our benchmark. Both are far below {perUnits}, for most of the time goes into handling one point after another in Python, whatever the number of units."
      };
    }
  }),
  claim({
    id: "EXACT",
    section: "3",
    statement:
      "With the standard random numbers the experiments are deterministic and give exactly the same results on any machine.",
    terms: ["digits"],
    charts: [shownOn("reproducibility", "table-kernels")],
    page: "implementation",
    runs: [],
    measure(evidence) {
      const {engines, kernels} = evidence;
      const results = differentResults(evidence);
      return {
        holds: results === 1,
        quantities: {
          kernels: inCount(kernels.rows.length),
          results: inCount(results),
          engines: inCount(engines.engines.length),
          equal: inCount(engines.engines.filter(allEqual).length)
        },
        measured:
          "The notebook’s own code, with the same seeds and the same libraries on one machine, has {results} different results under {kernels} choices of CPU kernels.",
        instead:
          "A seed fixes the random numbers and not the rounding. Runs that stay stable agree to every printed digit; past the onset of instability a difference in the last binary digit decides the curve. With the rounding fixed as well, as it is here, {equal} of {engines} engines give every bit of every run that they were asked for."
      };
    }
  })
];
