import {binary64Arithmetic} from "../numerics/binary64Arithmetic.js";
import {evaluator, type FormulaTree} from "./formulaTree.js";

/** The interval from -5 to 5 is examined in so many steps to each side of 0. */
const STEPS = 1000;
const GRID = Array.from({length: 2 * STEPS + 1}, (_, i) => (5 * (i - STEPS)) / STEPS);

/** A value beside a pole is this much larger than all values of the grid. */
const POLE = 1_000_000;

/**
 * Makes sure that a formula has a finite value at 2001 points from -5 to 5, both ends and 0 among them, and that no divisor
 * which changes its sign in between makes a pole.
 * @throws RangeError with a sentence that says at which x
 */
export function requireFinite(tree: FormulaTree, evaluate: (x: number) => number, text: string): void {
  let largest = 1;
  for (const x of GRID) {
    const y = evaluate(x);
    if (!Number.isFinite(y)) refuse(text, `at x = ${x}`);
    largest = Math.max(largest, Math.abs(y));
  }
  for (const divisor of divisors(tree).map((part) => evaluator(part, binary64Arithmetic)))
    for (const x of zeros(divisor)) {
      const y = Math.abs(evaluate(x));
      if (!(y <= POLE * largest)) refuse(text, `near x = ${Number(x.toPrecision(4))}`);
    }
}

function refuse(text: string, where: string): never {
  throw new RangeError(`“${text}” is not finite ${where}: a target must have a finite value everywhere from -5 to 5.`);
}

/** The factors of all divisors in a formula. */
function divisors(tree: FormulaTree): FormulaTree[] {
  switch (tree.kind) {
    case "negative":
    case "call":
      return divisors(tree.argument);
    case "power":
      return [...divisors(tree.base), ...(tree.exponent < 0 ? factors(tree.base) : [])];
    case "operation": {
      const both = [...divisors(tree.left), ...divisors(tree.right)];
      return tree.operator === "/" ? [...both, ...factors(tree.right)] : both;
    }
    default:
      return [];
  }
}

/** Where one of these is 0, the whole is; a square does not change its sign there, but its base does. */
function factors(tree: FormulaTree): FormulaTree[] {
  switch (tree.kind) {
    case "negative":
      return factors(tree.argument);
    case "power":
      return factors(tree.base);
    case "call":
      return tree.name === "sqrt" || tree.name === "abs" ? factors(tree.argument) : [tree];
    case "operation":
      if (tree.operator === "*") return [...factors(tree.left), ...factors(tree.right)];
      return tree.operator === "/" ? factors(tree.left) : [tree];
    default:
      return [tree];
  }
}

/** The two neighbouring numbers at which a function changes its sign, for each such place between points of the grid. */
function zeros(f: (x: number) => number): number[] {
  const found: number[] = [];
  for (let i = 1; i < GRID.length; ++i) {
    let low = GRID[i - 1]!;
    let high = GRID[i]!;
    const sign = f(low) > 0;
    if (f(low) === 0 || f(high) === 0 || f(high) > 0 === sign) continue;
    for (let middle = (low + high) / 2; middle !== low && middle !== high; middle = (low + high) / 2) {
      if (f(middle) > 0 === sign) low = middle;
      else high = middle;
    }
    found.push(low, high);
  }
  return found;
}
