import type {Arithmetic} from "../numerics/arithmetic.js";
import {exp} from "../numerics/exp.js";
import {sin} from "../numerics/sin.js";
import {parseFormula, type Formula} from "./formula.js";
import {parseFormulaTree} from "./formulaSyntax.js";
import {evaluator} from "./formulaTree.js";

/** The functions that the network learns, on the interval from -5 to 5. */
export type TargetName = "f1" | "f2";

/** f1(x) = e^(x/5), f2(x) = sin(x) (25 - x^2). */
export const targets: Readonly<Record<TargetName, (x: number) => number>> = {
  f1: (x) => exp(x / 5),
  f2: (x) => sin(x) * (-x * x + 25)
};

/** The same functions as formulas. */
const formulas = {f1: "exp(x/5)", f2: "sin(x)*(-x*x+25)"};

const FORMULA = /^f\((.*)\)$/s;

/** The formula that was read last: a run asks for its target several times. */
let latest: Formula | undefined;

/**
 * The function that a run learns: `f1`, `f2`, or `f(FORMULA)` with a formula in its canonical form, such as `f(x^2)`.
 * @throws RangeError with a sentence, if there is no such target
 */
export function targetOf(name: string): (x: number) => number {
  return name === "f1" || name === "f2" ? targets[name] : formulaOf(name).evaluate;
}

/**
 * The same function in another arithmetic, whose operations it takes in the same order.
 * @throws RangeError with a sentence, if there is no such target
 */
export function targetIn<T>(name: string, arithmetic: Arithmetic<T>): (x: T) => T {
  const tree = name === "f1" || name === "f2" ? parseFormulaTree(formulas[name]) : formulaOf(name).tree;
  return evaluator(tree, arithmetic);
}

function formulaOf(name: string): Formula {
  const [, text] = FORMULA.exec(name) ?? [];
  if (text === undefined)
    throw new RangeError(`The target must be f1, f2 or f(…) with a formula in x, such as f(x^2), not “${name}”.`);
  if (latest?.canonical === text) return latest;
  const formula = parseFormula(text);
  if (formula.canonical !== text)
    throw new RangeError(`The target “${name}” must be written as f(${formula.canonical}).`);
  latest = formula;
  return formula;
}
