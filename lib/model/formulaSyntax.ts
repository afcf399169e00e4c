import jsep from "jsep";
import type {FunctionName} from "../numerics/arithmetic.js";
import type {FormulaTree} from "./formulaTree.js";

/** The greatest exponent of a power. */
const MAX_EXPONENT = 100;

/** The names that formulas may use. */
export const FORMULA_NAMES = ["x", "pi", "e"] as const;
export const FORMULA_FUNCTIONS: readonly FunctionName[] = ["sqrt", "abs", "exp", "log", "log1p", "sin", "cos", "tanh"];

const KNOWN = `a formula may use x, pi, e and the functions ${FORMULA_FUNCTIONS.join(", ")}`;
const ELEMENTS = "Only numbers, x, pi, e, + - * / ^, parentheses and functions make a formula";

/** jsep, set up for arithmetic: no other operators, no literal names, and parentheses that leave a trace. */
jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
for (const operator of ["+", "-"]) jsep.addUnaryOp(operator);
for (const [operator, precedence] of Object.entries({"+": 1, "-": 1, "*": 2, "/": 2}))
  jsep.addBinaryOp(operator, precedence);
for (const operator of ["^", "**"]) jsep.addBinaryOp(operator, 3, true);
jsep.hooks.add("gobble-token", function (scope) {
  if (this.char !== "(") return;
  const argument = this.gobbleGroup();
  if (argument) scope.node = {type: "Group", argument};
});

type SyntaxNode = jsep.CoreExpression | {type: "Group"; argument: jsep.Expression};

/**
 * Reads a formula. A sign binds more loosely than a power and more tightly than a product: -x^2 is -(x^2), and -x*x is
 * (-x)*x. `**` may stand for ^, and the minus sign of typesetting for the hyphen.
 * @throws RangeError with a sentence that says what is wrong
 */
export function parseFormulaTree(text: string): FormulaTree {
  let node;
  try {
    node = jsep(text.replaceAll("−", "-"));
  } catch (error) {
    throw new RangeError(syntaxMessage(text, error as Error & {index?: number}), {cause: error});
  }
  return convert(node);
}

function syntaxMessage(text: string, {index, message}: Error & {index?: number}): string {
  if (message.startsWith("Variable names cannot"))
    return `“${text}” is not a formula: an operator is missing after the number before character ${(index ?? 0) + 1}; write 2*x, not 2x.`;
  if (index === undefined || index >= text.length) return `“${text}” is not a formula yet: it ends too early.`;
  return `“${text}” is not a formula: “${text[index]}” at character ${index + 1} does not belong there.`;
}

function convert(expression: jsep.Expression): FormulaTree {
  const node = expression as SyntaxNode;
  switch (node.type) {
    case "Group":
      return convert(node.argument);
    case "Literal":
      return {kind: "number", value: numberOf(node)};
    case "Identifier":
      return {kind: "name", name: nameOf(node)};
    case "UnaryExpression": {
      const argument = convert(node.argument);
      return node.operator === "-" ? {kind: "negative", argument} : argument;
    }
    case "BinaryExpression": {
      const {operator, left, right} = node;
      if (operator === "^" || operator === "**") return power(left, right);
      return {
        kind: "operation",
        operator: operator as "+" | "-" | "*" | "/",
        left: convert(left),
        right: convert(right)
      };
    }
    case "CallExpression":
      return call(node);
    case "Compound":
      throw new RangeError(
        node.body.length === 0
          ? "The formula is empty: write one in x, such as sin(x)*x^2."
          : "The formula has parts with no operator between them: write 2*x, not 2 x, and sin(x), not sin x."
      );
    default:
      throw new RangeError(`${ELEMENTS}.`);
  }
}

/** jsep lets a sign bind first; here the signs before a base without parentheses are put before the power. */
function power(left: jsep.Expression, right: jsep.Expression): FormulaTree {
  const node = left as SyntaxNode;
  if (node.type === "UnaryExpression") {
    const argument = power(node.argument, right);
    return node.operator === "-" ? {kind: "negative", argument} : argument;
  }
  return {kind: "power", base: convert(left), exponent: exponentOf(convert(right))};
}

function exponentOf(tree: FormulaTree): number {
  const exponent =
    tree.kind === "number"
      ? tree.value
      : tree.kind === "negative" && tree.argument.kind === "number"
        ? 0 - tree.argument.value
        : NaN;
  if (Number.isInteger(exponent) && Math.abs(exponent) <= MAX_EXPONENT) return exponent;
  throw new RangeError(
    `The exponent of a power must be a whole number from -${MAX_EXPONENT} to ${MAX_EXPONENT}, as in x^3; for others take sqrt, or exp and log.`
  );
}

function numberOf({value, raw}: jsep.Literal): number {
  if (typeof value !== "number") throw new RangeError(`${ELEMENTS}, not ${raw}.`);
  if (value !== Infinity) return value;
  throw new RangeError(`The number ${raw} is too large: the largest is about 1.8e308.`);
}

function nameOf({name}: jsep.Identifier): "x" | "pi" | "e" {
  const known = FORMULA_NAMES.find((candidate) => candidate === name);
  if (known) return known;
  if (FORMULA_FUNCTIONS.some((candidate) => candidate === name))
    throw new RangeError(`“${name}” is a function and needs its argument in parentheses: write ${name}(x).`);
  throw new RangeError(`“${name}” is not known: ${KNOWN}.`);
}

function call({callee, arguments: values}: jsep.CallExpression): FormulaTree {
  if (callee.type !== "Identifier") throw new RangeError(`${ELEMENTS}.`);
  const {name: called} = callee as jsep.Identifier;
  const name = FORMULA_FUNCTIONS.find((candidate) => candidate === called);
  if (name === undefined) {
    const variable = FORMULA_NAMES.find((candidate) => candidate === called);
    if (variable) throw new RangeError(`“${variable}” is not a function: write a product as ${variable}*(…).`);
    throw new RangeError(`“${called}” is not known: ${KNOWN}.`);
  }
  const [argument, ...more] = values;
  if (argument === undefined || more.length > 0) throw new RangeError(`${name} takes one number: write ${name}(x).`);
  return {kind: "call", name, argument: convert(argument)};
}
