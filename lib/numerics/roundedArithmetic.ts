import type {Arithmetic, FunctionName} from "./arithmetic.js";

/**
 * An arithmetic of fewer bits: each result of a finer one is rounded.
 *
 * The second rounding does no harm to + - * / and sqrt if 53 >= 2 p + 2, that is for p <= 25 bits: the exact result of two
 * p-bit numbers is then never so close to a midpoint of p-bit numbers, without being it, that rounding to 53 bits
 * first could reach it (S. A. Figueroa, "When is double rounding innocuous?", ACM SIGNUM Newsletter 30, 1995). Elementary
 * functions are rounded twice, by definition.
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
