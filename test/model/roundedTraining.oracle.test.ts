import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {standard} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {startingPoint} from "../../lib/experiments/startingPoint.js";
import {column, recordLength, weightCount} from "../../lib/model/history.js";
import {binary64Arithmetic} from "../../lib/numerics/binary64Arithmetic.js";
import {roundedArithmetic} from "../../lib/numerics/roundedArithmetic.js";
import {roundToBits} from "../../lib/numerics/roundToBits.js";
import {literalRecords} from "./literalTraining.js";

interface KnownRun {
  f: number;
  h: number;
  rate: number;
  epochs: number;
  records: Record<string, string[]>;
  best: number;
}

const {binary32} = JSON.parse(readFileSync("test/fixtures/arithmetics.json", "utf8")) as {binary32: KnownRun[]};

function float(bits: string): number {
  const word = new DataView(new ArrayBuffer(4));
  word.setUint32(0, Number.parseInt(bits, 16));
  return word.getFloat32(0);
}

describe.each(binary32)("(f$f, $h, $rate, $epochs) in binary32", ({f, h, rate, epochs, records, best}) => {
  it("has the bits that a C program with floats and MPFR found", async () => {
    const {history, summary} = await run({...standard(`f${f}`, h, rate, epochs), arithmetic: "binary32"});
    const length = recordLength(h);
    for (const [epoch, bits] of Object.entries(records)) {
      const start = Number(epoch) * length;
      expect([...history.records.subarray(start, start + 2 + weightCount(h))], `epoch ${epoch}`).toEqual(
        bits.map(float)
      );
    }
    expect(summary.lowestTestEpoch).toBe(best);
  });
});

function literal(target: string, hidden: number, rate: number, epochs: number, trainSize: number, scale: number) {
  const parameters = {...standard(target, hidden, rate, epochs), trainSize, testSize: 7, weightScale: scale};
  const {initial, train, test} = startingPoint(parameters);
  return {parameters, task: {target, weights: initial, trainX: train.x, testX: test.x, rate, epochs}};
}

describe("a run in binary32", () => {
  it.each([
    ["f1", 2, 1, 20, 50, 1],
    ["f2", 5, 0.3, 15, 40, 100],
    ["f2", 3, 50, 12, 20, 10],
    ["f(tanh(x)^3-abs(x)/e)", 4, 0.7, 10, 1, 30]
  ] as const)(
    "is the definition, read literally: %s, %i, %d, %i",
    async (...[target, hidden, rate, epochs, n, scale]) => {
      const {parameters, task} = literal(target, hidden, rate, epochs, n, scale);
      const {history} = await run({...parameters, arithmetic: "binary32"});
      expect([...history.records]).toEqual(literalRecords(task, roundedArithmetic(binary64Arithmetic, Math.fround)));
      expect([...history.records].every((value) => Object.is(value, Math.fround(value)))).toBe(true);
      // The same transcription in binary64 has the bits of the standard runs.
      const wide = await run(parameters);
      expect([...wide.history.records]).toEqual(literalRecords(task, binary64Arithmetic));
    }
  );

  it("has the bits of 24 bits, as long as nothing over- or underflows", async () => {
    const parameters = {...standard("f2", 5, 0.3, 20), trainSize: 60};
    const narrow = await run({...parameters, arithmetic: "binary32"});
    expect((await run({...parameters, arithmetic: "bits24"})).digest).toBe(narrow.digest);
  });

  it("takes noise from the same stream, rounded", async () => {
    const noisy = {...standard("f1", 3, 1, 5), trainSize: 30, noise: 0.5};
    const narrow = await run({...noisy, arithmetic: "binary32"});
    const wide = await run(noisy);
    const losses = column(narrow.history, "train_loss");
    column(wide.history, "train_loss").forEach((value, i) =>
      expect(Math.abs(losses[i]! / value - 1)).toBeLessThan(1e-5)
    );
    expect(losses[0]).not.toBe(
      column((await run({...noisy, noise: 0.6, arithmetic: "binary32"})).history, "train_loss")[0]
    );
  });
});

describe("a run in so many bits", () => {
  it.each([8, 13, 25, 40, 50])("is the definition, read literally: %i", async (bits) => {
    const {parameters, task} = literal("f2", 4, 0.3, 8, 40, 20);
    const {history} = await run({...parameters, arithmetic: `bits${bits}`});
    expect([...history.records]).toEqual(
      literalRecords(task, roundedArithmetic(binary64Arithmetic, roundToBits(bits)))
    );
  });

  it("becomes unstable the later, the more bits it has", async () => {
    const onsets: number[] = [];
    for (const bits of [20, 24, 30, 40, 50])
      onsets.push((await run({...standard("f1", 3, 1, 800), arithmetic: `bits${bits}`})).summary.lowestTestEpoch);
    expect(onsets).toEqual([...onsets].sort((a, b) => a - b));
    expect(onsets.at(-1)! - onsets[0]!).toBeGreaterThan(100);
  });
});
