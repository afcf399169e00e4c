import type {Arithmetic, FunctionName} from "../numerics/arithmetic.js";

/** A formula in one variable, x, as it is evaluated. */
export type FormulaTree =
  | {kind: "number"; value: number}
  | {kind: "name"; name: "x" | "pi" | "e"}
  | {kind: "negative"; argument: FormulaTree}
  | {kind: "operation"; operator: "+" | "-" | "*" | "/"; left: FormulaTree; right: FormulaTree}
  | {kind: "power"; base: FormulaTree; exponent: number}
  | {kind: "call"; name: FunctionName; argument: FormulaTree};

const OPERATIONS = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide"} as const;

/**
 * The function that a formula stands for, in any arithmetic: each operation rounds once, left to right. The power b^n is
 * the product b * b * … * b of n factors from left to right, b^0 is 1, and b^-n is 1 / b^n.
 */
export function evaluator<T>(tree: FormulaTree, arithmetic: Arithmetic<T>): (x: T) => T {
  switch (tree.kind) {
    case "number": {
      const value = arithmetic.of(tree.value);
      return () => value;
    }
    case "name": {
      if (tree.name === "x") return (x) => x;
      const value = arithmetic[tree.name];
      return () => value;
    }
    case "negative": {
      const argument = evaluator(tree.argument, arithmetic);
      return (x) => arithmetic.negative(argument(x));
    }
    case "operation": {
      const operation = arithmetic[OPERATIONS[tree.operator]];
      const left = evaluator(tree.left, arithmetic);
      const right = evaluator(tree.right, arithmetic);
      return (x) => operation(left(x), right(x));
    }
    case "power":
      return power(evaluator(tree.base, arithmetic), tree.exponent, arithmetic);
    case "call": {
      const f = arithmetic.functions[tree.name];
      const argument = evaluator(tree.argument, arithmetic);
      return (x) => f(argument(x));
    }
  }
}

function power<T>(base: (x: T) => T, exponent: number, {of, multiply, divide}: Arithmetic<T>): (x: T) => T {
  const one = of(1);
  if (exponent === 0) return () => one;
  const product = (x: T) => {
    const b = base(x);
    let p = b;
    for (let i = 1; i < Math.abs(exponent); ++i) p = multiply(p, b);
    return p;
  };
  return exponent > 0 ? product : (x) => divide(one, product(x));
}

/** How tightly a formula's outermost part binds: sums, products, signs, powers, and what needs no parentheses. */
const SUM = 1;
const PRODUCT = 2;
const SIGN = 3;
const POWER = 4;
const ATOM = 5;

function binding(tree: FormulaTree): number {
  if (tree.kind === "operation") return tree.operator === "+" || tree.operator === "-" ? SUM : PRODUCT;
  return tree.kind === "negative" ? SIGN : tree.kind === "power" ? POWER : ATOM;
}

/**
 * A formula's canonical text: no spaces, no parentheses but those that decide and those of a sign that would follow an
 * operator, numbers in their shortest form.
 */
export function formulaText(tree: FormulaTree): string {
  return textOf(tree, SUM, true);
}

/**
 * @param least what binds less than this gets parentheses
 * @param first whether the text begins the formula, or what is in parentheses: there a sign needs none
 */
function textOf(tree: FormulaTree, least: number, first: boolean): string {
  if (binding(tree) < least || (tree.kind === "negative" && !first)) return `(${formulaText(tree)})`;
  switch (tree.kind) {
    case "number":
      return String(tree.value);
    case "name":
      return tree.name;
    case "negative":
      return `-${textOf(tree.argument, POWER, false)}`;
    case "operation": {
      const own = binding(tree);
      return `${textOf(tree.left, own, first)}${tree.operator}${textOf(tree.right, own + 1, false)}`;
    }
    case "power":
      return `${textOf(tree.base, ATOM, false)}^${tree.exponent}`;
    case "call":
      return `${tree.name}(${formulaText(tree.argument)})`;
  }
}
