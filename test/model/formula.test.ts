import {describe, expect, it, test} from "vitest";
import {parseFormula} from "../../lib/model/formula.js";
import {targetOf, targets} from "../../lib/model/target.js";

describe("a formula", () => {
  it.each([
    ["sin(x) * x^2", "sin(x)*x^2"],
    [" -x**2 + 1 ", "-x^2+1"],
    ["−x", "-x"],
    ["+x", "x"],
    ["(-x)^2", "(-x)^2"],
    ["--x", "-(-x)"],
    ["x--x", "x-(-x)"],
    ["x - (x - 1)", "x-(x-1)"],
    ["(x - x) - 1", "x-x-1"],
    ["1 - -x*x", "1-(-x)*x"],
    ["2*(x*3)", "2*(x*3)"],
    ["x*-x", "x*(-x)"],
    ["(x^2)^3", "(x^2)^3"],
    ["2^(-1)", "2^-1"],
    ["x^-0 + .5 + 5. + 1E2", "x^0+0.5+5+100"],
    ["1e21 * x", "1e+21*x"],
    ["abs(x)^3/tanh(e+pi)", "abs(x)^3/tanh(e+pi)"]
  ])("“%s” is written %s", (text, canonical) => {
    expect(parseFormula(text).canonical).toBe(canonical);
    expect(parseFormula(canonical).canonical).toBe(canonical);
  });

  it("puts a power before a sign, and a sign before a product", () => {
    expect(parseFormula("-x^2").evaluate(3)).toBe(-9);
    expect(parseFormula("(-x)^2").evaluate(3)).toBe(9);
    expect(parseFormula("-x*x").tree).toMatchObject({kind: "operation", left: {kind: "negative"}});
  });

  it("takes a power as products from left to right", () => {
    const x = 1.8;
    expect(parseFormula("x^5").evaluate(x)).toBe(x * x * x * x * x);
    expect(parseFormula("x^5").evaluate(x)).not.toBe(x * x * (x * x * x));
    expect(parseFormula("(x+6)^-3").evaluate(x)).toBe(1 / ((x + 6) * (x + 6) * (x + 6)));
    expect(parseFormula("x^0").evaluate(0)).toBe(1);
  });

  it.each(["tanh(1/(x-1/3))", "exp(-1/x^2)", "sin(x)/(x^2+1)", "log((x-1/3)^2+1)", "1"])("may be %s", (text) => {
    expect(parseFormula(text).canonical).toBe(text);
  });

  it.each([
    ["", "is empty"],
    ["()", "is empty"],
    ["2x", "write 2*x, not 2x"],
    ["2 x", "write 2*x, not 2 x"],
    ["x+", "ends too early"],
    ["sin(x", "ends too early"],
    ["x)", "“)” at character 2"],
    ["x%2", "“%” at character 2"],
    ["x<1", "“<” at character 2"],
    ["sin", "write sin(x)"],
    ["sin()", "sin takes one number"],
    ["sin(x, 2)", "sin takes one number"],
    ["y", "“y” is not known"],
    ["tan(x)", "“tan” is not known"],
    ["x(2)", "“x” is not a function"],
    ["x^0.5", "must be a whole number"],
    ["x^x", "must be a whole number"],
    ["x^2^3", "must be a whole number"],
    ["x^101", "must be a whole number"],
    ["1e999", "1e999 is too large"],
    ["'x'", "not 'x'"],
    ["x.y", "Only numbers"],
    ["[x]", "Only numbers"],
    ["x ? 1 : 2", "Only numbers"],
    ["x.constructor('x')", "Only numbers"],
    ["1/x", "not finite at x = 0:"],
    ["log(x)", "not finite at x = -5:"],
    ["sqrt(4.99-x)", "not finite at x = 4.995:"],
    ["exp(exp(x))*exp(600)", "not finite at x = 4.7:"],
    ["1/(x-1/3)", "not finite near x = 0.3333:"],
    ["x*(x*sqrt(abs(x-pi)))^-2", "not finite at x = 0:"],
    ["1/(2*sqrt(abs(x-pi))/e)", "not finite near x = 3.142:"],
    ["x+".repeat(100) + "x", "this one has 201"]
  ])("“%s” is refused: %s", (text, reason) => {
    expect(() => parseFormula(text)).toThrow(RangeError);
    expect(() => parseFormula(text)).toThrow(reason);
  });
});

test("targets are f1, f2 and formulas in canonical form", () => {
  for (const x of [-5, -1.3, 0, 0.7, 5]) {
    expect(targetOf("f1")(x)).toBe(targets.f1(x));
    expect(targetOf("f2")(x)).toBe(targets.f2(x));
    expect(targetOf("f(exp(x/5))")(x)).toBe(targets.f1(x));
    expect(targetOf("f(sin(x)*(-x*x+25))")(x)).toBe(targets.f2(x));
  }
  expect(() => targetOf("f3")).toThrow("must be f1, f2 or f(…)");
  expect(() => targetOf("f()")).toThrow("is empty");
  expect(() => targetOf("f( x )")).toThrow("must be written as f(x)");
  expect(() => targetOf("f(x**2)")).toThrow("must be written as f(x^2)");
});
