import {expect, test} from "vitest";
import {notebookSeconds, ratios, type Benchmark} from "../../lib/evidence/benchmark.js";
import {paperRuns} from "../../lib/experiments/registry.js";

const training = (nanoseconds: Benchmark["training"]["nanoseconds"]) => ({training: {hidden: [3, 8], nanoseconds}});

test("a ratio says how many times as long one program takes as another, by hidden units", () => {
  const measured = training({numpy: [8, 9], kernel: [2, 3]});
  expect(ratios(measured, "numpy", "kernel")).toEqual([4, 3]);
  expect(ratios(measured, "kernel", "numpy")).toEqual([0.25, 1 / 3]);
  expect(() => ratios(measured, "native", "kernel")).toThrow("“native” was not measured");
  expect(() => ratios(measured, "kernel", "notebook")).toThrow("“notebook” was not measured");
});

test("the notebook's time is that of all runs, by a line through its times for a point", () => {
  // 300 + 100 h nanoseconds for each point and epoch
  const times = training({notebook: [600 / 3, 1100 / 8]});
  const expected = paperRuns.reduce((sum, {parameters: {hidden, epochs, trainSize}}) => {
    return sum + (300 + 100 * hidden) * epochs * trainSize * 1e-9;
  }, 0);
  expect(notebookSeconds(times)).toBeCloseTo(expected, 9);
  expect(notebookSeconds(training({kernel: [1, 1]}))).toBeNull();
});
