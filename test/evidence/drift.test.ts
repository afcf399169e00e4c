import {expect, test} from "vitest";
import {DRIFT_RUN, driftOf, NUDGE, nudgedHistory} from "../../lib/evidence/drift.js";
import {parseRunId, standard} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {column, weightsAt} from "../../lib/model/history.js";
import {step} from "../../lib/model/perceptron.js";
import {standardData} from "../../lib/model/dataset.js";
import {nextAbove} from "../../lib/numerics/nextAbove.js";

const {history, parameters} = await run(parseRunId(DRIFT_RUN));
const nudged = nudgedHistory(DRIFT_RUN, history, NUDGE);
const {error, difference} = driftOf(history, nudged);

test("a nudge moves one weight of one epoch to the next number, and training goes on from there", () => {
  const [before, after] = [weightsAt(history, NUDGE.epoch), weightsAt(nudged, NUDGE.epoch)];
  expect(NUDGE).toEqual({epoch: 1, weight: 5});
  expect([...after.U]).toEqual([...before.U]);
  expect([...after.V]).toEqual([before.V[0], nextAbove(before.V[1]!), before.V[2]]);
  expect(weightsAt(nudged, 0)).toEqual(weightsAt(history, 0));
  const {train} = standardData(parameters.target, parameters);
  expect(weightsAt(nudged, 2)).toEqual(step(after, train, parameters.learningRate));
});

test("the difference is the largest of any weight, the errors are those of the two courses", () => {
  expect([...error[0]]).toEqual([...column(history, "test_loss")]);
  expect([...error[1]]).toEqual([...column(nudged, "test_loss")]);
  for (const epoch of [0, 1, 2, 300, 776, 1000]) {
    const [one, other] = [weightsAt(history, epoch), weightsAt(nudged, epoch)];
    const differences = [...one.U, ...one.V].map((weight, i) => Math.abs(weight - [...other.U, ...other.V][i]!));
    expect(difference[epoch]).toBe(Math.max(...differences));
  }
});

test("what the page says of it holds", () => {
  expect(difference[1]).toBeLessThan(3e-16);
  for (let epoch = 1; epoch <= 550; ++epoch) expect(difference[epoch]).toBeLessThan(1e-14);
  const growth = difference[700]! / difference[600]!;
  expect(growth).toBeGreaterThan(5e5);
  expect(growth).toBeLessThan(2e6);
  for (let epoch = 0; epoch <= 700; ++epoch) expect(error[1][epoch]! / error[0][epoch]!).toBeCloseTo(1, 4);
  expect(Math.max(...difference)).toBeGreaterThan(0.1);
});

test("a weight that is moved before the first step is rounded away by it, or by the next", async () => {
  const {id, history} = await run({...parameters, epochs: 2});
  for (let weight = 0; weight < 7; ++weight)
    expect(weightsAt(nudgedHistory(id, history, {epoch: 0, weight}), 2)).toEqual(weightsAt(history, 2));
});

test("courses of different runs are not compared", async () => {
  const other = await run({...standard("f1", 3, 1, 10), trainSize: 5, testSize: 2});
  expect(() => driftOf(history, other.history)).toThrow(RangeError);
});
