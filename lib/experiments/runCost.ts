import {parseRunId} from "./parameters.js";

/** About how long a run takes, in sums over a point and a hidden unit; for progress over several runs. */
export function runCost(id: string): number {
  const {hidden, epochs, trainSize, testSize} = parseRunId(id);
  return hidden * epochs * (trainSize + testSize);
}
