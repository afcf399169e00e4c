import {compose, powerOfTwo} from "../numerics/binary64.js";
import {fixedExp, ln2, split} from "../numerics/fixedPoint.js";

/** The numbers that the kernel needs of the exponential function, as lib/model/kernel/memory.ts lays them out. */
export interface KernelConstants {
  /** 1024 / ln 2, and ln 2 / 1024 as a head, a multiple of 2^-43, and a tail */
  steps: Float64Array;
  /** `[1024][2]`, row-major: the bits of 2^(i/1024) less i 2^42, and its relative rest less 7.5 * 2^-65 */
  roots: Float64Array;
}

const BITS = 128;

/** See the error of `low` in lib/model/kernel/logistic.ts. */
const MARGIN = 7.5 * powerOfTwo(-65);

/** Derives the numbers from exact arithmetic, in about a millisecond. */
export function kernelConstants(): KernelConstants {
  const {head, tail} = split(ln2(BITS), BITS + 10, 43);
  const steps = Float64Array.of(compose((1n << 170n) / ln2(100), -60), head, tail);
  const roots = new Float64Array(2048);
  const bits = new BigInt64Array(roots.buffer);
  // Powers of 2^(1/1024): each step adds less than 4 relative units of 2^-128, so the last is good to 2^-116.
  const first = fixedExp(ln2(BITS) >> 10n, BITS);
  for (let i = 0, root = 1n << BigInt(BITS); i < 1024; ++i, root = (root * first) >> BigInt(BITS)) {
    const {head: rounded, tail: rest} = split(root, BITS, 52);
    roots.set([rounded, rest / rounded - MARGIN], 2 * i);
    bits[2 * i] = bits[2 * i]! - (BigInt(i) << 42n);
  }
  return {steps, roots};
}
