import {expect, it} from "vitest";
import {drawBands, type Bands} from "../../../lib/figures/charts/bands.js";
import {document} from "../syntheticFigure.js";

const epochs = Array.from({length: 41}, (_, epoch) => epoch);
const style = {colour: "ink", dash: undefined} as const;

/** A course, a mark on it, and where the mark's label stands. */
function labelOf(course: (epoch: number) => number, marks: Bands["marks"], index = 0) {
  const values = epochs.map(course);
  const bands: Bands = {
    label: "error",
    scale: "linear",
    bands: [{label: "all", low: values, high: values}],
    courses: [{name: "ours", style, values}],
    marks: marks!,
    window: [0, 40],
    description: "A course."
  };
  const drawing = drawBands({id: "x", letter: "", title: "Title"}, bands, {document, width: 400});
  const label = [...drawing.querySelectorAll(".panel-marks text")][index]!;
  const mark = [...drawing.querySelectorAll(".panel-marks .mark-value")][index]!;
  const [, x, y] = /translate\(([\d.]+),([\d.]+)\)/.exec(mark.getAttribute("transform")!)!;
  const at = (name: string) => Number(label.getAttribute(name));
  return {dx: at("x") - Number(x), dy: at("y") - 4 - Number(y), anchor: label.getAttribute("text-anchor")};
}

const mark = (epoch: number, value: number) => ({epoch, value, label: "paper 0.0144", shape: "paper" as const});

it("stands beside its mark where nothing is in the way", () => {
  expect(labelOf((epoch) => epoch / 40, [mark(5, 0.9)])).toEqual({dx: 8, dy: expect.closeTo(0, 1), anchor: "start"});
  expect(labelOf((epoch) => epoch / 40, [mark(35, 0.1)])).toEqual({dx: -8, dy: expect.closeTo(0, 1), anchor: "end"});
});

it("stands above or below a level course that ends in the mark", () => {
  const {dy} = labelOf((epoch) => (epoch === 3 ? 3 : 1), [mark(40, 1)]);
  expect(Math.abs(dy)).toBeGreaterThan(14);
});

it("keeps clear of the other label", () => {
  const both = [mark(20, 0.8), mark(20, 0.81)];
  const places = [0, 1].map((i) => labelOf(() => 0, both, i));
  expect(places[0]!.anchor !== places[1]!.anchor || Math.abs(places[0]!.dy - places[1]!.dy) > 12).toBe(true);
});
