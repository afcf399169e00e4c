import {expect, it} from "vitest";
import {label, labelWidth, plainText} from "../../lib/figures/label.js";
import {document} from "./syntheticFigure.js";

interface Span {
  text: string;
  italic: boolean;
  /** px below the base line, from all the shifts before */
  below: number;
}

function spansOf(markup: string, size = 10): Span[] {
  let below = 0;
  return [...label(document, markup, {x: 0, y: 0, size}).childNodes].map((node) => {
    const span = node.nodeType === 1 ? (node as Element) : null;
    below += Number(span?.getAttribute("dy") ?? 0);
    return {text: node.textContent ?? "", italic: span?.getAttribute("font-style") === "italic", below};
  });
}

it("sets letters of mathematics in italics and lowers indices", () => {
  expect(spansOf("Weights $U_{0,1}$, end")).toEqual([
    {text: "Weights ", italic: false, below: 0},
    {text: "U", italic: true, below: 0},
    {text: "0,1", italic: false, below: 2.2},
    {text: ", end", italic: false, below: 0}
  ]);
});

it("raises exponents, keeps names upright, writes a minus sign, and comes back to the base line", () => {
  expect(spansOf("$\\exp(-x^2)$ 10⁻³")).toEqual([
    {text: "exp", italic: false, below: 0},
    {text: "(−", italic: false, below: 0},
    {text: "x", italic: true, below: 0},
    {text: "2", italic: false, below: -3.6},
    {text: ")", italic: false, below: 0},
    {text: " 10", italic: false, below: 0},
    {text: "−3", italic: false, below: -3.6}
  ]);
  const indexed = spansOf("$V_{h-1}$ and $k$");
  expect(indexed.map(({text}) => text).join("")).toBe("Vh−1 and k");
  expect(indexed.at(-1)!.below).toBe(0);
});

it("reads labels out without markup", () => {
  expect(plainText("Weights $U_{k,0}$, $k < 4$, $h = 8$")).toBe("Weights U[k,0], k < 4, h = 8");
  expect(plainText("$f_2(x) = \\sin(x) · (-x^2 + 25)$")).toBe("f2(x) = sin(x) · (-x^2 + 25)");
});

it("estimates widths from the advance widths of the font, indices smaller", () => {
  expect(labelWidth("last 0.0128", 100)).toBe(25 + 50 + 42 + 34 + 20 + 6 * 50 - 50 + 25);
  expect(labelWidth("$V_{1}$", 100)).toBeCloseTo(51 + 0.74 * 50, 9);
  expect(labelWidth("", 12)).toBe(0);
});
