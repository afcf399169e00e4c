import {expect, it} from "vitest";
import {drawSpeed} from "../../lib/figures/speedChart.js";
import {document} from "./syntheticFigure.js";

const training = {
  hidden: [3, 12],
  nanoseconds: {kernel: [4, 4], numpy: [16, 6], native: [1, 2], notebook: [6000, 2400]}
};
const draw = (nanoseconds: object = training.nanoseconds) =>
  drawSpeed({training: {...training, nanoseconds}}, {document, width: 460});
const bars = (drawing: Element, program: string) =>
  [...drawing.querySelectorAll(`[data-program=${program}] .speed-bar`)].map((bar) => {
    const [x, width] = ["x", "width"].map((name) => Number(bar.getAttribute(name)));
    return {from: x!, to: x! + width!};
  });
const text = (element: Element) => element.textContent.replace(/\s+/g, " ");

it("orders the programs from the slowest to the fastest, and names them", () => {
  const rows = [...draw().querySelectorAll("[data-program]")];
  expect(rows.map((row) => row.getAttribute("data-program"))).toEqual(["notebook", "numpy", "kernel", "native"]);
  expect(text(rows[0]!)).toMatch(/notebook.*1500 with h = 3600 with h = 12/);
  expect(text(rows[1]!)).toMatch(/NumPy.*4\.01\.5/);
  expect(text(rows[3]!)).toMatch(/C .*0\.250\.50/);
});

it("draws bars from 1 whose lengths are the logarithms of the ratios", () => {
  const drawing = draw();
  const [one] = bars(drawing, "kernel");
  const length = (program: string, i: number) => {
    const {from, to} = bars(drawing, program)[i]!;
    return to - from;
  };
  for (const program of ["notebook", "numpy"])
    for (const {from} of bars(drawing, program)) expect(from).toBeCloseTo(one!.from, 1);
  for (const {to} of bars(drawing, "native")) expect(to).toBeCloseTo(one!.from, 1);
  expect(length("notebook", 0) / length("numpy", 0)).toBeCloseTo(Math.log(1500) / Math.log(4), 1);
  expect(length("native", 0) / length("native", 1)).toBeCloseTo(2, 1);
});

it("keeps bars and numbers inside, whatever the ratios are", () => {
  for (const numpy of [1e-4, 0.99, 1, 1.01, 30, 1e7]) {
    const drawing = draw({kernel: [1, 1], numpy: [numpy, numpy]});
    for (const {from, to} of [...bars(drawing, "numpy"), ...bars(drawing, "kernel")]) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(460);
    }
    expect(drawing.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
  }
});

it("tells a screen reader what the bars show", () => {
  expect(draw().querySelector("desc")!.textContent).toMatch(
    /with 3 and 12 hidden units, on a logarithmic axis: the notebook.*1500 and 600; NumPy.*4\.0 and 1\.5; .*kernel, 1\.0 and 1\.0; C .*0\.25 and 0\.50\.$/
  );
});

it("refuses to compare with a kernel that was not measured", () => {
  expect(() => draw({numpy: [1, 1]})).toThrow("“kernel” was not measured");
});
