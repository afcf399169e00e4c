import type {RunParameters} from "../experiments/parameters.js";

/** A run's tuple as plain text, where there can be no markup: (f1, 3, 0.1, 10000, data seed-7). */
export function plainTuple({target, hidden, learningRate, epochs, data, weights}: RunParameters): string {
  const own = [data === "standard" ? [] : [`data ${data}`], weights === "standard" ? [] : [`weights ${weights}`]];
  return `(${[target, hidden, learningRate, epochs, ...own.flat()].join(", ")})`;
}
