import {expect, test} from "vitest";
import {standard, type RunParameters} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {openSession} from "../../lib/experiments/session.js";
import {startingPoint} from "../../lib/experiments/startingPoint.js";
import {column} from "../../lib/model/history.js";
import {generator, namedBits} from "../../lib/random/generator.js";

const short: RunParameters = {...standard("f2", 4, 0.1, 250), trainSize: 300, testSize: 40};

test("a session begins at epoch 0 with one record", async () => {
  const session = await openSession(short);
  expect(session.epoch).toBe(0);
  expect((await session.history()).records).toHaveLength(12);
  expect(await session.summary()).toMatchObject({lowestTestEpoch: 0, lowestTrainEpoch: 0});
});

test("a stopped session goes on where it stopped, in the middle of an epoch too", async () => {
  const large = {...standard("f1", 400, 0.001, 3), trainSize: 20_000};
  const session = await openSession(large);
  const controller = new AbortController();
  let pauses = 0;
  const stop = () => void (++pauses === 6 && controller.abort(new Error("enough")));
  await expect(session.advance(3, {signal: controller.signal, onProgress: stop})).rejects.toThrow("enough");
  expect(session.epoch).toBe(1);
  session.setRate(0.002);
  await session.advance(2);
  const rateChanges = [{epoch: 2, rate: 0.002}];
  expect(session.parameters).toEqual({...large, rateChanges});
  expect(await session.digest()).toBe((await run({...large, rateChanges})).digest);
});

test("a session refuses to do two things at once, and what is no number of steps or no rate", async () => {
  const session = await openSession(short);
  const first = session.advance(200, {onProgress: () => {}});
  await expect(session.advance(1)).rejects.toThrow("The session is advancing");
  await first;
  for (const count of [-1, 0.5, NaN]) await expect(session.advance(count)).rejects.toThrow(RangeError);
  await expect(session.advance(1_000_000)).rejects.toThrow("at most 1000000 epochs");
  for (const rate of [0, -1, NaN, Infinity]) expect(() => session.setRate(rate)).toThrow("learning rate must be");
  expect(session.parameters).toEqual({...short, epochs: 200});
});

test.each([
  ["several steps", {...short, epochs: 900, trainSize: 3000}],
  ["a long step", {...standard("f1", 400, 0.001, 4), trainSize: 20_000}]
])("a rate that is set while %s are under way holds from their end on", async (_, planned) => {
  const session = await openSession(planned);
  let calls = 0;
  const onProgress = () => void (++calls <= 4 && session.setRate(planned.learningRate / (1 + calls)));
  await session.advance(planned.epochs, {onProgress});
  const made = session.parameters;
  expect(calls).toBeGreaterThan(4);
  expect(made.rateChanges?.length).toBeGreaterThan(0);
  expect(await session.digest()).toBe((await run(made)).digest);
});

test("a planned change of the rate is made at its epoch, and one that changes nothing is none", async () => {
  const {history} = await run({...short, rateChanges: [{epoch: 100, rate: 0.2}]});
  const before = await run(short);
  const V = (records: typeof history) => column(records, "V_0");
  expect(V(history).slice(0, 101)).toEqual(V(before.history).slice(0, 101));
  const gradient = column(history, "grad_V_0")[100]!;
  expect(V(history)[101]).toBeCloseTo(V(history)[100]! - 0.2 * gradient, 12);
  const same = await run({...short, rateChanges: [{epoch: 100, rate: 0.1}]});
  expect(same.digest).toBe(before.digest);
});

test.each(["standard", "seed-1"])("noise on %s data is that of its stream, on the training targets alone", (data) => {
  const exact = startingPoint({...short, data});
  const found = startingPoint({...short, data, noise: 0.5});
  const {standardNormal} = generator(namedBits("noise", data));
  const y = exact.train.y.map((value) => value + 0.5 * standardNormal());
  expect(found).toEqual({...exact, train: {x: exact.train.x, y}});
});

test("rounding at random changes a run by its name alone", async () => {
  const once = await run({...short, rounding: "a"});
  expect(once.id).toBe("f2-h4-rate0.1-epochs250-train300-test40-rounding.a");
  expect((await run({...short, rounding: "a"})).digest).toBe(once.digest);
  expect((await run({...short, rounding: "b"})).digest).not.toBe(once.digest);
  expect(once.summary.lastTestLoss).toBeCloseTo((await run(short)).summary.lastTestLoss, 10);
});
