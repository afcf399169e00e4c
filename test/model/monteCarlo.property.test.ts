import fc from "fast-check";
import {expect, test} from "vitest";
import {standardData} from "../../lib/model/dataset.js";
import {recordLength, recordsLength} from "../../lib/model/history.js";
import {kernelTraining} from "../../lib/model/kernelTraining.js";
import {monteCarlo, nudge} from "../../lib/model/monteCarlo.js";
import {step} from "../../lib/model/perceptron.js";
import {complete, training} from "../../lib/model/training.js";
import {namedWeights} from "../../lib/model/weights.js";
import {namedBits} from "../../lib/random/generator.js";

const view = new DataView(new ArrayBuffer(8));

/** The bits of a number as an integer that grows with the number. */
function order(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

const numbers = fc.array(fc.double(), {minLength: 1, maxLength: 80}).map((values) => Float64Array.from(values));
const raw = fc.array(fc.bigInt({min: 0n, max: 0xffffffffffffffffn}), {minLength: 3, maxLength: 3});

test("a nudge moves each number by one unit, up for a 1 and down for a 0, from the lowest bit on", () => {
  fc.assert(
    fc.property(numbers, numbers, raw, (U, V, words) => {
      const before = [...U, ...V];
      let drawn = 0;
      nudge([U, V], {next64: () => words[drawn++]!});
      expect(drawn).toBe(Math.ceil(before.length / 64));
      [...U, ...V].forEach((after, i) => {
        const x = before[i]!;
        if (x === 0 || !Number.isFinite(x)) return expect(after).toBe(x);
        const up = ((words[Math.floor(i / 64)]! >> BigInt(i % 64)) & 1n) === 1n;
        expect(order(after) - order(x)).toBe(up ? 1n : -1n);
      });
    })
  );
});

test("the weights are moved after each step, and the gradients see where they were moved to", () => {
  const hidden = 25;
  const {train, test: points} = standardData("f2", {trainSize: 40, testSize: 10});
  const initial = namedWeights(hidden, "seed-1");
  const descent = monteCarlo(training(initial, train, points, 0.1), hidden, namedBits("rounding", "a"));
  const records = new Float64Array(recordsLength(hidden, 3));
  complete(descent.advance(records, 3));
  const bits = namedBits("rounding", "a");
  let weights = initial;
  for (let epoch = 0; epoch < 3; ++epoch) {
    const start = epoch * recordLength(hidden) + 2;
    expect([...records.subarray(start, start + 3 * hidden - 2)]).toEqual([...weights.U, ...weights.V]);
    weights = step(weights, train, 0.1);
    nudge([weights.U, weights.V], bits);
  }
  expect({U: descent.U, V: descent.V}).toEqual({U: weights.U, V: weights.V});
});

test("kernel and reference agree in Monte Carlo arithmetic, whatever the pieces", async () => {
  const hidden = 23;
  const {train, test: points} = standardData("f2", {trainSize: 70, testSize: 20});
  const initial = namedWeights(hidden, "seed-1", 100);
  const kernel = (await kernelTraining(initial, train, points, 0.1))!;
  const length = recordLength(hidden);
  const [found, expected] = [kernel, training(initial, train, points, 0.1)].map((exact, which) => {
    const descent = monteCarlo(exact, hidden, namedBits("rounding", "b"));
    const records = new Float64Array(recordsLength(hidden, 40));
    for (let epoch = 0, piece = 1; epoch < 40; epoch += piece, piece = which === 0 ? 1 : Math.min(7, 40 - epoch))
      complete(descent.advance(records.subarray(epoch * length), piece));
    complete(descent.finish(records.subarray(40 * length)));
    return records;
  });
  expect(found).toEqual(expected);
});
