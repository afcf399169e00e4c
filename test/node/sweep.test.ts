import {MessageChannel} from "node:worker_threads";
import {transferableSymbol} from "piscina";
import {expect, test} from "vitest";
import {standard, type RunParameters} from "../../lib/experiments/parameters.js";
import {run, type Run} from "../../lib/experiments/run.js";
import makeRun from "../../lib/node/runWorker.js";
import {sweep} from "../../lib/node/sweep.js";

const some = [3, 8, 2, 5].map((hidden): RunParameters => ({...standard("f2", hidden, 0.1, 120), trainSize: 50}));

test("a sweep gives the runs in the order of the parameters", async () => {
  const parts: number[] = [];
  const found = await sweep(some, (run) => run, {onProgress: (part) => parts.push(part)});
  expect(found).toEqual(await Promise.all(some.map((parameters) => run(parameters))));
  expect(parts.at(-1)).toBe(1);
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
});

test("a sweep thins histories and keeps what is taken of them", async () => {
  const rows = await sweep(some, ({history}, i) => [i, history.every, history.records.length], {every: 50});
  expect(rows).toEqual(
    await Promise.all(some.map(async (p, i) => [i, 50, (await run(p, {every: 50})).history.records.length]))
  );
});

test("a history leaves its worker as memory, not as a copy", async () => {
  const {port1, port2} = new MessageChannel();
  const result = (await makeRun({parameters: some[0]!, every: 1, port: port2})) as unknown as Record<symbol, unknown>;
  port1.close();
  const [buffer] = result[transferableSymbol] as ArrayBuffer[];
  expect(buffer).toBeInstanceOf(ArrayBuffer);
  expect(buffer!.byteLength).toBe((await run(some[0]!)).history.records.byteLength);
});

test("a sweep ends when it is told to, in the middle of an epoch of every worker", async () => {
  const long = Array<RunParameters>(4).fill({...standard("f2", 900, 0.1, 100), trainSize: 20_000});
  const controller = new AbortController();
  const taken: Run[] = [];
  const onProgress = () => controller.abort(new Error("enough"));
  const running = sweep(long, (run) => taken.push(run), {signal: controller.signal, onProgress});
  await expect(running).rejects.toThrow("enough");
  expect(taken).toEqual([]);
  await expect(sweep(some, () => 0, {signal: controller.signal})).rejects.toThrow("enough");
});

test("a sweep fails with the sentence of the run that failed", async () => {
  const wrong = {...some[0]!, hidden: 1};
  await expect(sweep([some[1]!, wrong], () => 0)).rejects.toThrow(/number of hidden units must be/);
});
