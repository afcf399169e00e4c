import {afterEach, expect, test, vi} from "vitest";
import {standardData} from "../../lib/model/dataset.js";
import {recordLength} from "../../lib/model/history.js";
import {standardWeights} from "../../lib/model/weights.js";
import reference from "../fixtures/run-digests.json" with {type: "json"};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const missing: [what: string, replacement: unknown][] = [
  ["no WebAssembly", undefined],
  ["no SIMD", {...WebAssembly, validate: () => false}]
];
test.each(missing)("with %s a run is made by the reference, with the same bits", async (_, replacement) => {
  vi.resetModules();
  vi.stubGlobal("WebAssembly", replacement);
  const {kernelTraining} = await import("../../lib/model/kernelTraining.js");
  const {run} = await import("../../lib/experiments/run.js");
  const {standard} = await import("../../lib/experiments/parameters.js");
  const {train, test} = standardData("f1", {trainSize: 10, testSize: 10});
  expect(await kernelTraining(standardWeights(3), train, test, 1)).toBeNull();
  const known = reference.runs.find(({f, h, rate}) => f === "f1" && h === 3 && rate === 1)!;
  expect((await run(standard("f1", 3, 1, known.epochs))).digest).toBe(known.digest);
});

test("trainings side by side do not touch each other, and leave their data and weights as they are", async () => {
  const {kernelTraining} = await import("../../lib/model/kernelTraining.js");
  const {train, test} = standardData("f2", {trainSize: 100, testSize: 10});
  const initial = standardWeights(5);
  const before = structuredClone({initial, train, test});
  const start = async () => (await kernelTraining(initial, train, test, 0.1))!;
  const [one, other] = [await start(), await start()];
  const length = recordLength(5);
  const [alone, inTurn] = [new Float64Array(20 * length), new Float64Array(20 * length)];
  one.advance(alone, 20).next();
  for (let epoch = 0; epoch < 20; ++epoch) {
    expect(other.epoch).toBe(epoch);
    other.advance(inTurn.subarray(epoch * length, (epoch + 1) * length), 1).next();
    (await start()).advance(new Float64Array(length), 1).next();
  }
  expect(inTurn).toEqual(alone);
  expect({initial, train, test}).toEqual(before);
});
