/** From this factor on a change is a drastic one, a drop a sharp one, results are very different: a power of ten. */
export const DRASTIC = 10;

/** Whether a factor is that of the words doubles, halves, two times, five times: rounded to a whole number it is this. */
export function isFactor(ratio: number, factor: number): boolean {
  return Math.round(ratio) === factor;
}

/** By which factor two positive numbers differ; at least 1. */
export function factorBetween(a: number, b: number): number {
  return a > b ? a / b : b / a;
}
