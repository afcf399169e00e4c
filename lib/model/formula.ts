import {binary64Arithmetic} from "../numerics/binary64Arithmetic.js";
import {requireFinite} from "./finiteFormula.js";
import {parseFormulaTree} from "./formulaSyntax.js";
import {evaluator, formulaText, type FormulaTree} from "./formulaTree.js";

/** A function of x that somebody wrote down. */
export interface Formula {
  /** its one text: reading it again gives the same tree, so the same bits; no spaces, at most 200 characters */
  readonly canonical: string;
  /** its value in binary64, every operation and function correctly rounded */
  readonly evaluate: (x: number) => number;
  readonly tree: FormulaTree;
}

/** The most characters of a formula; it bounds the depth, too. */
export const MAX_FORMULA = 200;

/**
 * Reads a formula over x, numbers, pi, e, + - * /, powers with whole exponents, parentheses, signs, and sqrt, abs, exp,
 * log, log1p, sin, cos and tanh.
 * @throws RangeError with one sentence, if it cannot be read or is not finite everywhere from -5 to 5
 */
export function parseFormula(text: string): Formula {
  requireLength(text.trim());
  const tree = parseFormulaTree(text.trim());
  const canonical = formulaText(tree);
  requireLength(canonical);
  const evaluate = evaluator(tree, binary64Arithmetic);
  requireFinite(tree, evaluate, canonical);
  return {canonical, evaluate, tree};
}

function requireLength(text: string): void {
  if (text.length <= MAX_FORMULA) return;
  throw new RangeError(`A formula may have ${MAX_FORMULA} characters, and this one has ${text.length}: shorten it.`);
}
