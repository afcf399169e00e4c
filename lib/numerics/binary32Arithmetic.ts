import type {Arithmetic} from "./arithmetic.js";
import {binary64Arithmetic} from "./binary64Arithmetic.js";
import {roundedArithmetic} from "./roundedArithmetic.js";

/**
 * IEEE 754 binary32, 24 bits: the result of each binary64 operation is rounded once more, which for + - * / and sqrt is
 * what a single rounding gives (see roundedArithmetic.ts).
 */
export const binary32Arithmetic: Arithmetic<number> = roundedArithmetic(binary64Arithmetic, Math.fround);
