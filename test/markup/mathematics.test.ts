import {describe, expect, it} from "vitest";
import {elements, FRONT_MATTER, testReport} from "./testReport.js";

const {render} = testReport({here: "$$ a $$ {#eq-1}\n\n$$ b $$ {#eq-own}"});

/** The TeX that KaTeX has set, as its MathML keeps it. */
function tex(markup: string): string[] {
  return [...elements(render(markup)).querySelectorAll("annotation")].map((node) => node.textContent);
}

describe("inline mathematics", () => {
  it.each([
    ["$x$", ["x"]],
    ["a $U_{0,0}$, b $V_i^{(n)}$.", ["U_{0,0}", "V_i^{(n)}"]],
    ["$a * b * c$ and *so* on", ["a * b * c"]],
    ["**bold $x$**", ["x"]],
    ["$\\$5$", ["\\$5"]],
    ["$a\n\\cdot b$", ["a\n\\cdot b"]],
    ["[link $y$](./x)", ["y"]]
  ])("is found in %j", (markup, expected) => {
    expect(tex(markup)).toEqual(expected);
  });

  it.each([
    "It costs $5.",
    "$5 or $6",
    "from $5/$6 on",
    "$ x$ and $x $",
    "a \\$x\\$ b",
    "`$x$`",
    "A $$x$$ within a line",
    "a ${x} b ${y}",
    "$a ${x}",
    "a $",
    "$"
  ])("is not found in %j", (markup) => {
    expect(elements(render(markup)).querySelector(".katex")).toBeNull();
  });

  it("has MathML for those who do not see, and hides the rest from them", () => {
    const html = elements(render("$x^2$"));
    expect(html.querySelector("math")).not.toBeNull();
    expect(html.querySelector(".katex-html")!.getAttribute("aria-hidden")).toBe("true");
  });

  it("keeps punctuation on its line", () => {
    expect(render("($x$), $y$ z")).toMatch(/\(\u2060<span class="formula">.*<\/span>\u2060\), <span class="formula">/);
  });

  it("fails with file, line, the TeX and the reason", () => {
    expect(() => render("Good $x$,\nbad $\\frac{1$.")).toThrow(
      new RegExp(`src/here\\.md:${FRONT_MATTER + 2}: “\\\\frac\\{1” is not valid TeX: .*Unexpected end of input`)
    );
    expect(() => render("$\\nosuch$")).toThrow("Undefined control sequence: \\nosuch");
  });

  it("has a name where it heads a column, and only there", () => {
    const html = elements(render("| $U_{i,0}$ | |\n| - | - |\n| $x$ | 1 |"));
    expect(html.querySelector("th [role=img]")!.getAttribute("aria-label")).toBe("U[i,0]");
    expect(html.querySelector("td [role=img]")).toBeNull();
  });
});

describe("displayed mathematics", () => {
  it.each([
    ["$$ a = b $$", "a = b"],
    ["$$a = b$$", "a = b"],
    ["$$\na\n= b\n$$", "a\n= b"],
    ["$$\na = b $$", "a = b"],
    ["Text\n$$ a = b $$\ntext", "a = b"],
    ["- item\n\n  $$\n  a = b\n  $$", "a = b"],
    ["::: derivation D\n$$ a = b $$\n:::", "a = b"]
  ])("is found in %j", (markup, expected) => {
    expect(tex(markup)).toEqual([expected]);
    expect(elements(render(markup)).querySelector(".katex-display")).not.toBeNull();
  });

  it("has a number and a permalink if it has a label", () => {
    const html = elements(render("$$ a $$ {#eq-1}\n\n$$\nb\n$$ {#eq-own}\n\n$$ c $$"));
    const equations = [...html.querySelectorAll(".equation")];
    expect(equations.map(({id}) => id)).toEqual(["eq-1", "eq-own", ""]);
    expect(equations.map((equation) => equation.querySelector("a")?.textContent)).toEqual(["(1)", "(i)", undefined]);
    expect(equations[0]!.querySelector("a")!.getAttribute("href")).toBe("#eq-1");
  });

  it("fails where it is not closed", () => {
    expect(() => render("Text.\n\n$$\na = b\n\nText.")).toThrow(
      `src/here.md:${FRONT_MATTER + 3}: A displayed equation is not closed`
    );
    expect(() => render("$$ a $$ and more")).toThrow("not closed");
  });

  it("is not what begins with a cell, and not code", () => {
    expect(render("$${x}")).toBe("<p>$${x}</p>\n");
    expect(render("    $$ a $$")).toBe("<pre><code>$$ a $$\n</code></pre>\n");
  });
});
