import {expect, it} from "vitest";
import {directionAt, lastEpoch, sharpnessAt, sharpnessCourse} from "../../lib/evidence/sharpness.js";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {startingPoint} from "../../lib/experiments/startingPoint.js";
import {hessian} from "../../lib/model/hessian.js";
import {weightCount, weightsAt} from "../../lib/model/history.js";

const course = async (id: string) => {
  const parameters = parseRunId(id);
  const {history} = await run(parameters);
  const {train} = startingPoint(parameters);
  return {history, train, course: sharpnessCourse(history, train)};
};

it("has at each epoch the largest curvature of all directions", async () => {
  const {history, train, course: found} = await course("f1-h3-rate1-epochs20-train50-test10");
  expect(lastEpoch(found)).toBe(20);
  const n = weightCount(3);
  for (const epoch of [0, 7, 20]) {
    const matrix = hessian(weightsAt(history, epoch), train);
    const curvature = (d: ArrayLike<number>) => {
      let sum = 0;
      for (let p = 0; p < n; ++p) for (let q = 0; q < n; ++q) sum += d[p]! * matrix[p * n + q]! * d[q]!;
      return sum;
    };
    const sharpness = sharpnessAt(found, epoch);
    expect(curvature(directionAt(found, epoch))).toBeCloseTo(sharpness, 10);
    for (let i = 0; i < n; ++i)
      expect(curvature(Array.from({length: n}, (_, j) => Number(i === j)))).toBeLessThanOrEqual(sharpness + 1e-12);
  }
});

it("is thinned for a long run, and read between its rows", async () => {
  const {course: found} = await course("f1-h2-rate0.1-epochs3000-train5-test1");
  expect(found.every).toBe(3);
  expect(lastEpoch(found)).toBe(3000);
  const [a, b] = [sharpnessAt(found, 1500), sharpnessAt(found, 1503)];
  expect(sharpnessAt(found, 1501)).toBeCloseTo(a + (b - a) / 3, 12);
});

it("ends where a run overflows", async () => {
  const {course: found} = await course("f1-h3-rate5-epochs300-train50-test10");
  expect(lastEpoch(found)).toBeGreaterThan(100);
  expect(lastEpoch(found)).toBeLessThan(300);
  expect(found.sharpness.every(Number.isFinite)).toBe(true);
});
