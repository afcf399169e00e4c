import {exp} from "../numerics/exp.js";
import {sin} from "../numerics/sin.js";

/** The functions that the network learns, on the interval from -5 to 5. */
export type TargetName = "f1" | "f2";

/** f1(x) = e^(x/5), f2(x) = sin(x) (25 - x^2). */
export const targets: Readonly<Record<TargetName, (x: number) => number>> = {
  f1: (x) => exp(x / 5),
  f2: (x) => sin(x) * (-x * x + 25)
};

/**
 * The target function of this name.
 * @throws RangeError if there is none
 */
export function targetOf(name: string): (x: number) => number {
  if (name !== "f1" && name !== "f2") throw new RangeError(`The target must be f1 or f2, not “${String(name)}”.`);
  return targets[name];
}
