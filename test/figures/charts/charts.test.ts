import {describe, expect, it} from "vitest";
import {agreement} from "../../../lib/figures/charts/agreement.js";
import {drawBands} from "../../../lib/figures/charts/bands.js";
import {drawDistribution, drawDistributions} from "../../../lib/figures/charts/distribution.js";
import {drawScatter} from "../../../lib/figures/charts/scatter.js";
import {drawStack, stackLayout} from "../../../lib/figures/charts/stack.js";
import {standaloneSvg} from "../../../lib/figures/standaloneSvg.js";
import {document} from "../syntheticFigure.js";
import {charts, distribution, stack} from "./chartCases.js";

const name = {id: "x", letter: "", title: "Title"};
const text = (drawing: Element) => drawing.textContent.replace(/\s+/g, " ");

describe.each(Object.keys(charts))("the chart %s", (which) => {
  const drawings = [280, 330, 700].map((width) => charts[which]!(width));

  it("has a title and a description, and no coordinate that cannot be drawn, at any width", () => {
    for (const drawing of drawings) {
      expect(drawing.getAttribute("role")).toBe("img");
      expect(drawing.querySelector("title")!.textContent).toBe("a: Title, f1");
      expect(drawing.querySelector("desc")!.textContent).not.toBe("");
      expect(drawing.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
      const places = drawing.outerHTML.match(/ (?:d|x|y|cx|cy|r|width|height|transform)="[^"]*"/g)!;
      expect(places.join("")).not.toMatch(/\d\.\d{3,}/);
    }
  });

  it("takes every colour from the theme and can stand alone", () => {
    for (const drawing of drawings) {
      const colours = [...drawing.outerHTML.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, value]) => value!);
      for (const value of colours) expect(value).toMatch(/^(none|var\(--[\w-]+, #[0-9a-f]{6}\))$/);
      expect(standaloneSvg(drawing)).not.toContain("var(");
    }
  });
});

describe("a distribution", () => {
  const drawing = drawDistribution(name, distribution, {document, width: 400});

  it("says how many values there are and how many cannot be shown", () => {
    expect(text(drawing)).toMatch(/new data, h = 3 ?8 runs, 1 not finite/);
    const rows = distribution.rows.map((row) => ({...row, values: [1, 100, 7], marks: []}));
    expect(text(drawDistribution(name, {...distribution, rows}, {document, width: 400}))).toContain(
      "3 runs, 1 beyond the axis"
    );
  });

  it("has a dot for each value, or columns, and a mark for each marked value on the axis", () => {
    const [data, weights] = drawing.querySelectorAll(".distribution-row");
    expect(data!.querySelector(".dots")!.getAttribute("d")!.match(/h0/g)).toHaveLength(7);
    expect(weights!.querySelector(".columns")).not.toBeNull();
    expect(data!.querySelectorAll(".mark-value")).toHaveLength(2);
  });

  it("sets the labels of neighbours on either side, and leads from a mark to its value below all words", () => {
    const values = [1.1, 30, 40];
    const marks = values.map((value) => ({value, label: `paper ${value}`, shape: "paper" as const}));
    for (const width of [280, 400, 640]) {
      const rows = [{name: "data", label: "new data", values, marks}];
      const row = drawDistribution(name, {...distribution, rows}, {document, width});
      const words = [...row.querySelectorAll(".mark-value + text")].map((word) => Number(word.getAttribute("y")));
      for (const line of row.querySelectorAll(".mark-line")) {
        const bend = /V([\d.]+)L/.exec(line.getAttribute("d")!);
        if (bend) expect(Number(bend[1])).toBeGreaterThan(Math.max(...words) + 2);
      }
      const xs = [...row.querySelectorAll(".mark-value")].map((mark) => /translate\(([\d.]+)/.exec(mark.outerHTML)![1]);
      expect(new Set(xs).size).toBe(3);
    }
  });

  it("gives each of several distributions an axis of its own under one title", () => {
    const other = {...distribution, domain: [1, 1000] as const};
    const both = drawDistributions(name, [distribution, other], {document, width: 400});
    expect(both.querySelectorAll(".panel-title")).toHaveLength(1);
    expect(both.querySelectorAll(".distribution-row")).toHaveLength(4);
    const [first, second] = [...both.querySelectorAll(".panel-ticks")].map(({textContent}) => textContent);
    expect(second).not.toBe(first);
    const ids = [...both.querySelectorAll("[id]")].map(({id}) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("tells a screen reader the spread and the marks", () => {
    expect(drawing.querySelector("desc")!.textContent).toMatch(
      /new data, h = 3, 8 runs, 1 not finite: from 1\.0000 to 30\.0000, median 2\.0000; marked: paper 1\.6, ours 1\.61/
    );
  });
});

describe("a stack", () => {
  it("gives all charts the same plot from left to right, and numbers to the lowest axis alone", () => {
    const [upper, lower] = stackLayout(stack, 400);
    expect(upper!.places.left).toBe(lower!.places.left);
    expect(upper!.places.right).toBe(lower!.places.right);
    expect(lower!.offset).toBe(upper!.places.height);
    const layers = drawStack(name, stack, {document, width: 400}).querySelectorAll(".stack-layer");
    expect([...layers].map((layer) => layer.querySelector(".panel-axis-labels")!.textContent)).toEqual([
      "error",
      "epochsharpness λ"
    ]);
  });

  it("draws a moment in every chart and names it once, and reads every course at the cursor", () => {
    const drawing = drawStack(name, stack, {document, width: 400});
    expect(drawing.querySelectorAll("[data-moment=onset]")).toHaveLength(2);
    expect(text(drawing).match(/onset/g)).toHaveLength(1);
    const readings = [...drawing.querySelectorAll(".panel-cursor")].map((cursor) => cursor.textContent);
    expect(readings).toEqual(["0.0476", "3000.0000"]);
  });

  it("draws a threshold across the plot, on an axis that holds it", () => {
    const [, lower] = stackLayout(stack, 400);
    const line = drawStack(name, stack, {document, width: 400}).querySelector(".panel-threshold path")!;
    const at = lower!.places.y(2000);
    expect(line.getAttribute("d")).toContain(`,${Math.round(at * 100) / 100}H`);
    expect(at > lower!.places.top && at < lower!.places.bottom).toBe(true);
  });
});

it("draws points of equal prediction and measurement on the diagonal, and the band of tolerance about it", () => {
  const points = [1, 50, 200].map((x) => ({x, y: x, name: String(x)}));
  const scatter = agreement(
    points,
    {x: {label: "", scale: "linear"}, y: {label: "", scale: "linear"}},
    {relative: 0.05, absolute: 3, label: "within"},
    ""
  );
  expect(scatter.x.domain).toEqual(scatter.y.domain);
  for (const [i, [x, low]] of scatter.band!.low.entries())
    expect(scatter.band!.high[i]![1] - low).toBeCloseTo(2 * Math.max(3, 0.05 * Math.abs(x)), 9);
  const circles = [...drawScatter(name, scatter, {document, width: 300}).querySelectorAll("circle")];
  expect(circles.map((circle) => circle.getAttribute("data-name"))).toEqual(["1", "50", "200"]);
});

describe("bands", () => {
  const draw = (low: number[], high: number[]) =>
    drawBands(
      name,
      {
        label: "error",
        scale: "log",
        window: [0, 4],
        bands: [{label: "all", low, high}],
        courses: [],
        description: "Bands."
      },
      {document, width: 330, height: 200}
    ).querySelector("[data-series=all]")!;
  const points = (path: Element) => {
    let [x, y] = [0, 0];
    const numbers = path
      .getAttribute("d")!
      .match(/-?\d*\.?\d+/g)!
      .map(Number);
    return Array.from(
      {length: numbers.length / 2},
      (_, i) => [(x += numbers[2 * i]!), (y += numbers[2 * i + 1]!)] as const
    );
  };

  it("reach above the plot where some runs have diverged, and end where all have", () => {
    const whole = points(draw([1, 1, 1, 1, 1], [2, 2, 2, 2, 2]));
    const some = points(draw([1, 1, 1, 1, 1], [2, 2, Infinity, Infinity, Infinity]));
    const all = points(draw([1, 1, 1, Infinity, Infinity], [2, 2, Infinity, Infinity, Infinity]));
    const right = Math.max(...whole.map(([x]) => x));
    expect(Math.max(...some.map(([x]) => x))).toBe(right);
    expect(Math.min(...some.map(([, y]) => y))).toBeLessThan(47);
    expect(Math.max(...all.map(([x]) => x))).toBeLessThan(right - 100);
    expect(some).toHaveLength(10);
    expect(all).toHaveLength(6);
  });
});
