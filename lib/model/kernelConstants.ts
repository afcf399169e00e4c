import {powerOfTwo} from "../numerics/binary64.js";
import {roots, STEP_HEAD, STEP_TAIL, STEPS} from "../numerics/expTable.js";

/** The numbers that the kernel needs of the exponential function, as lib/model/kernel/memory.ts lays them out. */
export interface KernelConstants {
  /** 1024 / ln 2, and ln 2 / 1024 as head and tail */
  steps: Float64Array;
  /** `[1024][2]`, row-major: the bits of 2^(i/1024) less i 2^42, and its relative rest less 7.5 * 2^-65 */
  roots: Float64Array;
}

/** See the error of `low` in lib/model/kernel/logistic.ts. */
const MARGIN = 7.5 * powerOfTwo(-65);

/** Puts the table of exp.ts into the kernel's form. */
export function kernelConstants(): KernelConstants {
  const numbers = new Float64Array(roots.length);
  for (let i = 0; i < roots.length; i += 2) {
    numbers[i] = roots[i]!;
    numbers[i + 1] = roots[i + 1]! / roots[i]! - MARGIN;
  }
  const bits = new BigInt64Array(numbers.buffer);
  for (let i = 0n; i < 1024n; ++i) bits[2 * Number(i)]! -= i << 42n;
  return {steps: Float64Array.of(STEPS, STEP_HEAD, STEP_TAIL), roots: numbers};
}
