import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {parseFormula} from "../../lib/model/formula.js";
import {FORMULA_FUNCTIONS, FORMULA_NAMES, parseFormulaTree} from "../../lib/model/formulaSyntax.js";
import {evaluator, formulaText, type FormulaTree} from "../../lib/model/formulaTree.js";
import {binary64Arithmetic} from "../../lib/numerics/binary64Arithmetic.js";

interface Parts {
  tree: FormulaTree;
  leaf: FormulaTree;
}

/** Any formula, with powers or without. */
function formulas(powers: boolean): fc.Arbitrary<FormulaTree> {
  return fc.letrec<Parts>((part) => {
    const argument = part("tree") as fc.Arbitrary<FormulaTree>;
    const leaf: fc.Arbitrary<FormulaTree> = fc.oneof(
      fc.record({kind: fc.constant("name" as const), name: fc.constantFrom(...FORMULA_NAMES)}),
      fc.record({
        kind: fc.constant("number" as const),
        value: fc.double({min: 0, noNaN: true, noDefaultInfinity: true}).map(Math.abs)
      }),
      fc.record({kind: fc.constant("number" as const), value: fc.nat(100)})
    );
    const inner: fc.Arbitrary<FormulaTree>[] = [
      fc.record({kind: fc.constant("negative" as const), argument}),
      fc.record({kind: fc.constant("call" as const), name: fc.constantFrom(...FORMULA_FUNCTIONS), argument}),
      fc.record({
        kind: fc.constant("operation" as const),
        operator: fc.constantFrom("+" as const, "-" as const, "*" as const, "/" as const),
        left: argument,
        right: argument
      })
    ];
    if (powers)
      inner.push(
        fc.record({
          kind: fc.constant("power" as const),
          base: argument,
          exponent: fc.integer({min: -100, max: 100})
        })
      );
    return {leaf, tree: fc.oneof({depthSize: "medium", withCrossShrink: true}, leaf, ...inner)};
  }).tree;
}

describe("a formula's canonical text", () => {
  it("gives the tree back, and so every bit", () => {
    fc.assert(
      fc.property(formulas(true), (tree) => {
        const text = formulaText(tree);
        expect(text).not.toMatch(/\s/);
        expect(parseFormulaTree(text)).toEqual(tree);
      }),
      {numRuns: 800}
    );
  });

  it("means in the language itself what it means here, bit for bit", () => {
    fc.assert(
      fc.property(formulas(false), fc.double({min: -5, max: 5, noNaN: true}), (tree, x) => {
        const {pi, e, functions} = binary64Arithmetic;
        const known = {x, pi, e, ...functions};
        const program = new Function(...Object.keys(known), `return ${formulaText(tree)}`);
        expect(evaluator(tree, binary64Arithmetic)(x)).toBe(program(...Object.values(known)));
      }),
      {numRuns: 800}
    );
  });

  it("survives spaces and superfluous parentheses", () => {
    const spaced = (tree: FormulaTree): string => {
      switch (tree.kind) {
        case "operation":
          return `( ( ${spaced(tree.left)} )${tree.operator} (${spaced(tree.right)}) )`;
        case "negative":
          return `( - (${spaced(tree.argument)}))`;
        case "power":
          return `(${spaced(tree.base)}) ** ( ${tree.exponent} )`;
        case "call":
          return `${tree.name} (\t${spaced(tree.argument)} )`;
        default:
          return formulaText(tree);
      }
    };
    fc.assert(fc.property(formulas(true), (tree) => void expect(parseFormulaTree(spaced(tree))).toEqual(tree)));
  });
});

describe("parseFormula", () => {
  it("gives a canonical text and finite values, or one sentence, for whatever is typed", () => {
    const pieces = fc.constantFrom(
      ..."x 1 2 0.5 1e3 pi e sin( log( sqrt( exp( ( ) + - * / ^ ** ^2 , . ; ' \" [ ] { } ? : % = ! & $ y constructor".split(
        " "
      ),
      " ",
      "\n",
      "__proto__"
    );
    const typed = fc.oneof(
      fc.array(pieces, {maxLength: 25}).map((parts) => parts.join("")),
      formulas(true).map(formulaText),
      fc.string()
    );
    fc.assert(
      fc.property(typed, (text) => {
        try {
          const {canonical, evaluate} = parseFormula(text);
          expect(parseFormula(canonical).canonical).toBe(canonical);
          expect(canonical.length).toBeLessThanOrEqual(200);
          for (const at of [-5, 0, 5]) expect(evaluate(at)).toSatisfy(Number.isFinite);
        } catch (error) {
          expect(error, text).toBeInstanceOf(RangeError);
          expect((error as Error).message).toMatch(/\.$/);
        }
      }),
      {numRuns: 400}
    );
  });
});
