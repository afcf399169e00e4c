import {expect, test} from "vitest";
import {standard} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {parseSnapshot, snapshot, withSeries} from "../../lib/experiments/snapshot.js";
import {weightsAt} from "../../lib/model/history.js";

const short = await run({...standard("f2", 3, 0.1, 60), trainSize: 200});
const longer = await run({...standard("f2", 3, 0.1, 250), trainSize: 20});

test("a snapshot survives its JSON", () => {
  const made = snapshot(short);
  expect(parseSnapshot(JSON.stringify(made), short.id)).toEqual(made);
  expect(made.weights.last.U).toEqual([...weightsAt(short.history, 60).U]);
  expect(made.milestones.map(({epoch}) => epoch)).toEqual([0, 1, 2, 5, 10, 20, 50]);
  expect(made.milestones[3]!.V).toEqual([...weightsAt(short.history, 5).V]);
  expect(made.weights.lowest.epoch).toBe(short.summary.lowestTestEpoch);
  expect(Object.keys(made.series)).toEqual("test_loss train_loss U_0_0 U_0_1 U_1_0 U_1_1 V_0 V_1 V_2".split(" "));
});

test("it keeps the beginnings of the checkpoints, and a figure's data have none", () => {
  const made = snapshot(longer);
  expect(made.checkpoints).toHaveLength(2);
  longer.checkpoints.forEach((whole, i) => expect(whole.startsWith(made.checkpoints[i]!)).toBe(true));
  expect(made.checkpoints[0]).toMatch(/^[0-9a-f]{16}$/);
  expect(withSeries(made, []).checkpoints).toEqual([]);
});

test("a snapshot that is cut off, of another format or of another run is refused", () => {
  const json = JSON.stringify(snapshot(short));
  expect(() => parseSnapshot(json.slice(0, -10), short.id)).toThrow(/not whole/);
  expect(() => parseSnapshot(json.replace('"version":2', '"version":1'), short.id)).toThrow(/another format/);
  expect(() => parseSnapshot("null", short.id)).toThrow(/another format/);
  expect(() => parseSnapshot(json, "f2-h3-rate0.1-epochs61")).toThrow(/is that of f2-h3/);
});

test("it can be cut to the curves that a figure draws", () => {
  const cut = withSeries(snapshot(short), ["V_0"]);
  expect(Object.keys(cut.series)).toEqual(["V_0"]);
  expect(() => withSeries(snapshot(short), ["V_9"])).toThrow(RangeError);
});
