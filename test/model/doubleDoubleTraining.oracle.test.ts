import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {standard} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {startingPoint} from "../../lib/experiments/startingPoint.js";
import {targetsIn} from "../../lib/model/dataset.js";
import {doubleDoubleTraining} from "../../lib/model/doubleDoubleTraining.js";
import {recordLength, weightCount} from "../../lib/model/history.js";
import {complete} from "../../lib/model/training.js";
import {doubleDoubleArithmetic} from "../../lib/numerics/doubleDoubleArithmetic.js";
import {literalRecords} from "./literalTraining.js";

interface KnownRun {
  f: number;
  h: number;
  rate: number;
  epochs: number;
  records: Record<string, string[]>;
}

const {exact} = JSON.parse(readFileSync("test/fixtures/arithmetics.json", "utf8")) as {exact: KnownRun[]};

function double(bits: string): number {
  const word = new DataView(new ArrayBuffer(8));
  word.setBigUint64(0, BigInt(`0x${bits}`));
  return word.getFloat64(0);
}

describe.each(exact)("(f$f, $h, $rate, $epochs) in double-double", ({f, h, rate, epochs, records}) => {
  it("has the losses and weights that MPFR found with 300 bits, to binary64", async () => {
    const {history} = await run({...standard(`f${f}`, h, rate, epochs), arithmetic: "double-double"});
    const length = recordLength(h);
    let different = 0;
    let count = 0;
    for (const [epoch, bits] of Object.entries(records)) {
      const start = Number(epoch) * length;
      const found = history.records.subarray(start, start + 2 + weightCount(h));
      for (const [i, known] of bits.map(double).entries()) {
        expect(Math.abs(found[i]! / known - 1), `epoch ${epoch}`).toBeLessThanOrEqual(2 ** -52);
        if (found[i] !== known) ++different;
        ++count;
      }
    }
    // A value next to the middle of two binary64 may round the other way, once in 2^40 times.
    expect(different).toBe(0);
    expect(count).toBeGreaterThan(50);
  });
});

describe("a run in double-double", () => {
  it.each([
    ["f1", 2, 1, 12, 30, 1],
    ["f2", 5, 0.3, 6, 40, 100],
    ["f2", 3, 1e100, 5, 20, 10],
    ["f(tanh(x)^3-abs(x)/e)", 4, 0.7, 5, 1, 30]
  ] as const)(
    "is the definition, read literally: %s, %i, %d, %i",
    async (...[target, hidden, rate, epochs, n, scale]) => {
      const parameters = {...standard(target, hidden, rate, epochs), trainSize: n, testSize: 7, weightScale: scale};
      const {initial, train, test} = startingPoint(parameters);
      const {history} = await run({...parameters, arithmetic: "double-double"});
      const task = {target, weights: initial, trainX: train.x, testX: test.x, rate, epochs};
      expect([...history.records]).toEqual(literalRecords(task, doubleDoubleArithmetic));
    }
  );

  it("becomes unstable later than in binary64 and earlier than in 113 bits", async () => {
    const {summary} = await run({...standard("f1", 3, 1, 1000), arithmetic: "double-double"});
    // Lowest test errors: epoch 754 in binary64 (manifest), 921 with 113 bits (a trial in C).
    expect(summary.lowestTestEpoch).toBeGreaterThan(754 + 100);
    expect(summary.lowestTestEpoch).toBeLessThan(921);
  });

  it("goes on from weights that somebody writes, as from new ones", () => {
    const {initial, train, test} = startingPoint({...standard("f2", 4, 0.5, 10), trainSize: 50, testSize: 7});
    const inIt = ({x}: {x: Float64Array}) => ({x, y: targetsIn(doubleDoubleArithmetic, "f2", x)});
    const start = () => doubleDoubleTraining(initial, inIt(train), inIt(test), 0.5);
    const length = recordLength(4);
    const [once, again] = [start(), start()];
    const records = new Float64Array(3 * length);
    complete(once.advance(records, 3));
    complete(again.advance(new Float64Array(5 * length), 5));
    again.U.set(initial.U);
    again.V.set(initial.V);
    const repeated = new Float64Array(3 * length);
    complete(again.advance(repeated, 3));
    expect(repeated).toEqual(records);
  });
});
