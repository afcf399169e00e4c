import type {RunParameters} from "./parameters.js";

/** About so many times as long as binary64 takes in the kernel. */
const factors = {binary32: 15, "double-double": 100, bits: 70};

/** About how long a run takes, in sums of binary64 over a point and a hidden unit. */
export function runCost({hidden, epochs, trainSize, testSize, arithmetic}: RunParameters): number {
  const factor =
    arithmetic === undefined
      ? 1
      : arithmetic === "binary32" || arithmetic === "double-double"
        ? factors[arithmetic]
        : factors.bits;
  return factor * hidden * epochs * (trainSize + testSize);
}
