import {expect, test} from "vitest";
import {standard, type RunParameters} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {column, columnNames, recordLength, recordsLength, weightsAt} from "../../lib/model/history.js";
import {standardData} from "../../lib/model/dataset.js";
import {gradient, loss, step} from "../../lib/model/perceptron.js";
import {standardWeights} from "../../lib/model/weights.js";
import {digestOf} from "../../lib/numerics/digest.js";

const short: RunParameters = {...standard("f2", 4, 0.1, 250), trainSize: 300, testSize: 40};

test("the history is that of the readable functions: loss, gradient, step", async () => {
  const {history} = await run({...short, epochs: 3});
  const {train, test} = standardData("f2", {trainSize: 300, testSize: 40});
  let weights = standardWeights(4);
  for (let epoch = 0; epoch <= 3; ++epoch) {
    expect(weightsAt(history, epoch)).toEqual(weights);
    expect(column(history, "test_loss")[epoch]).toBe(loss(weights, test));
    expect(column(history, "train_loss")[epoch]).toBe(loss(weights, train));
    const slope = gradient(weights, train);
    if (epoch < 3) {
      const recorded = [...slope.U, ...slope.V];
      const start = epoch * recordLength(4) + 2 + recorded.length;
      expect([...history.records.subarray(start, start + recorded.length)]).toEqual(recorded);
    }
    weights = step(weights, train, 0.1);
  }
});

test("the digest and its checkpoints are those of the recorded bytes", async () => {
  const {history, digest, checkpoints} = await run(short);
  expect(history.records).toHaveLength(recordsLength(4, 250));
  expect(digest).toBe(digestOf(history.records));
  expect(checkpoints).toEqual([100, 200].map((n) => digestOf(history.records.subarray(0, n * recordLength(4)))));
});

test("listening, and pausing to listen, do not change a bit", async () => {
  const seen: number[] = [];
  const heard = await run(standard("f1", 3, 1, 700), {onProgress: (done) => seen.push(done)});
  expect(heard.digest).toBe((await run(standard("f1", 3, 1, 700))).digest);
  expect(seen.at(-1)).toBe(700);
  expect(seen.length).toBeGreaterThan(1);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

test("a run stops when it is told to", async () => {
  const controller = new AbortController();
  let reached = 0;
  const running = run(standard("f1", 3, 1, 100_000), {
    signal: controller.signal,
    onProgress(done) {
      reached = done;
      controller.abort(new Error("enough"));
    }
  });
  await expect(running).rejects.toThrow("enough");
  expect(reached).toBeLessThan(1000);
  await expect(run(short, {signal: AbortSignal.abort(new Error("never"))})).rejects.toThrow("never");
});

test("the other parameters reach the run", async () => {
  const base = (await run({...short, epochs: 1})).history.records[0];
  const changes: Partial<RunParameters>[] = [{data: "seed-1"}, {weights: "seed-1"}, {weightScale: 10}, {testSize: 41}];
  for (const change of changes) expect((await run({...short, epochs: 1, ...change})).history.records[0]).not.toBe(base);
  const {history} = await run({...short, epochs: 1, weightScale: 10});
  expect(weightsAt(history, 0)).toEqual(standardWeights(4, 10));
});

test("a diverging run goes on to its last epoch, with one pattern for every NaN", async () => {
  const {history, summary} = await run(standard("f1", 3, 5, 300));
  expect(summary.firstNonFiniteEpoch).toBe(193);
  expect(summary.lowestTestEpoch).toBe(0);
  expect(summary.lastTestLoss).toBeNaN();
  const bits = new BigUint64Array(history.records.buffer);
  const patterns = new Set([...bits].filter((_, i) => Number.isNaN(history.records[i])));
  expect([...patterns]).toEqual([0x7ff8000000000000n]);
});

test("columns are named, and unknown ones refused", async () => {
  const {history} = await run({...short, epochs: 2});
  expect(columnNames(2)).toEqual(
    "test_loss train_loss U_0_0 U_0_1 V_0 V_1 grad_U_0_0 grad_U_0_1 grad_V_0 grad_V_1".split(" ")
  );
  expect(column(history, "V_3")).toHaveLength(3);
  expect(column(history, "grad_V_3")).toHaveLength(2);
  expect(() => column(history, "V_4")).toThrow(RangeError);
  expect(() => weightsAt(history, 3)).toThrow(RangeError);
});
