import type {Arithmetic, FunctionName} from "./arithmetic.js";

/**
 * An arithmetic of p bits: each result of binary64 is rounded once more. Math.fround makes it IEEE 754 binary32.
 *
 * For p <= 25 bits the second rounding does no harm to + - * / and sqrt, as 53 >= 2 p + 2: the exact result of two p-bit
 * numbers is then never so close to a midpoint of p-bit numbers, without being it, that rounding to 53 bits first could
 * reach it (S. A. Figueroa, "When is double rounding innocuous?", ACM SIGNUM Newsletter 30, 1995). With more bits, and in
 * elementary functions, it is part of the definition: a result is within 1/2 + 2^(p-54) units of the last place.
 */
export function roundedArithmetic(finer: Arithmetic<number>, round: (x: number) => number): Arithmetic<number> {
  const functions = Object.entries(finer.functions).map(([name, f]) => [name, (a: number) => round(f(a))] as const);
  return {
    of: round,
    toNumber: (a) => a,
    pi: round(finer.pi),
    e: round(finer.e),
    negative: (a) => -a,
    add: (a, b) => round(a + b),
    subtract: (a, b) => round(a - b),
    multiply: (a, b) => round(a * b),
    divide: (a, b) => round(a / b),
    functions: Object.fromEntries(functions) as Record<FunctionName, (a: number) => number>
  };
}
