import {expect, test} from "vitest";
import {standard, type RunParameters} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {
  column,
  columnNames,
  epochOf,
  recordLength,
  recordsLength,
  rowCount,
  weightCount,
  weightsAt
} from "../../lib/model/history.js";
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

test("a run stops in the middle of an epoch, too", async () => {
  const controller = new AbortController();
  const seen: number[] = [];
  const running = run(
    {...standard("f2", 400, 0.1, 5), trainSize: 20_000},
    {
      signal: controller.signal,
      onProgress(done) {
        seen.push(done);
        if (seen.length === 3) controller.abort(new Error("enough"));
      }
    }
  );
  await expect(running).rejects.toThrow("enough");
  expect(seen).toEqual([0, 0, 0]);
});

test.each([2, 7, 50, 100, 125, 249, 250, 1000])(
  "a history thinned to every %ith epoch is the full one's",
  async (every) => {
    const full = await run(short);
    const {history, digest, checkpoints, summary} = await run(short, {every});
    expect({digest, checkpoints, summary}).toEqual({
      digest: full.digest,
      checkpoints: full.checkpoints,
      summary: full.summary
    });
    const length = recordLength(4);
    const rows = rowCount(history);
    expect(rows).toBe(Math.ceil(250 / every) + 1);
    expect(history.records).toHaveLength(rows * length - weightCount(4));
    for (let row = 0; row < rows; ++row) {
      const epoch = epochOf(history, row);
      expect(history.records.slice(row * length, (row + 1) * length)).toEqual(
        full.history.records.slice(epoch * length, (epoch + 1) * length)
      );
      expect(weightsAt(history, epoch)).toEqual(weightsAt(full.history, epoch));
    }
    expect(epochOf(history, rows - 1)).toBe(250);
    expect(() => weightsAt(history, 1)).toThrow(/was not kept/);
  }
);

test("a history that does not fit is refused, and said how to thin it", async () => {
  const large = standard("f1", 1000, 0.1, 1_000_000);
  await expect(run(large)).rejects.toThrow(/keep every 45th epoch/);
  await expect(run(large, {every: 0})).rejects.toThrow(RangeError);
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
