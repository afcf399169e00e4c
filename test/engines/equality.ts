import fc from "fast-check";
import {namedData, type Dataset} from "../../lib/model/dataset.js";
import {columnNames, recordLength, recordsLength} from "../../lib/model/history.js";
import {kernelTraining} from "../../lib/model/kernelTraining.js";
import type {TargetName} from "../../lib/model/target.js";
import {complete, training, type Training} from "../../lib/model/training.js";
import {namedWeights, type Weights} from "../../lib/model/weights.js";

/** Everything that a training starts from. */
export interface Descent {
  initial: Weights;
  train: Dataset;
  test: Dataset;
  rate: number;
  epochs: number;
}

/** All records of a training, to its end. */
export function recordsOf(descent: Training, hidden: number, epochs: number): Float64Array {
  const records = new Float64Array(recordsLength(hidden, epochs));
  complete(descent.advance(records, epochs));
  complete(descent.finish(records.subarray(epochs * recordLength(hidden))));
  return records;
}

/** Where the kernel's records first differ from the reference's in a bit; null if nowhere. */
export async function difference({initial, train, test, rate, epochs}: Descent): Promise<string | null> {
  const kernel = await kernelTraining(initial, train, test, rate);
  if (kernel === null) return "this engine does not run the kernel";
  const {hidden} = initial;
  const expected = recordsOf(training(initial, train, test, rate), hidden, epochs);
  const found = recordsOf(kernel, hidden, epochs);
  const bits = new BigUint64Array(expected.buffer);
  const i = new BigUint64Array(found.buffer).findIndex((word, i) => word !== bits[i]);
  if (i < 0) return null;
  const name = columnNames(hidden)[i % recordLength(hidden)];
  return `${name} of epoch ${Math.floor(i / recordLength(hidden))} is ${found[i]}, not ${expected[i]}`;
}

const anyRate = fc.oneof(
  fc.double({min: 0.01, max: 10, noNaN: true}),
  fc.double({min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true})
);

/** Usual numbers, such that exp comes near its limits, subnormal ones, and anything that a binary64 can be. */
const anyNumber = fc.oneof(
  fc.double({min: -4, max: 4, noNaN: true}),
  fc.double({min: -200, max: 200, noNaN: true}),
  fc.double({min: -1e-307, max: 1e-307, noNaN: true}),
  fc.double()
);

const numbers = (length: number) =>
  fc.array(anyNumber, {minLength: length, maxLength: length}).map((values) => Float64Array.from(values));

const anyPoints = fc.integer({min: 1, max: 20}).chain((n) => fc.record({x: numbers(n), y: numbers(n)}));

const anyName = fc.stringMatching(/^[a-z]{1,8}$/);

/** Points of the targets, in sets of any size, or a few of any numbers at all. */
const anyData = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom<TargetName[]>("f1", "f2"), anyName, fc.nat(600), fc.nat(40))
      .map(([target, name, n, m]) => namedData(target, name, {trainSize: n + 1, testSize: m + 1}))
  },
  {weight: 1, arbitrary: fc.record({train: anyPoints, test: anyPoints})}
);

const anyWeights = fc.integer({min: 2, max: 40}).chain((hidden) =>
  fc.oneof(
    fc.tuple(anyName, fc.oneof(fc.constant(1), anyRate)).map(([name, scale]) => namedWeights(hidden, name, scale)),
    fc.record({hidden: fc.constant(hidden), U: numbers(2 * (hidden - 1)), V: numbers(hidden)})
  )
);

/** Trainings on data of any size, from weights of any size, at any rate. */
export const anyDescent: fc.Arbitrary<Descent> = fc
  .tuple(anyData, anyWeights, anyRate, fc.integer({min: 1, max: 12}))
  .map(([{train, test}, initial, rate, epochs]) => ({initial, train, test, rate, epochs}));

/** What an engine found. */
export interface EqualityReport {
  compared: number;
  /** the first training to differ; null if none does */
  failure: string | null;
}

/** Compares kernel and reference in this engine, on so many random trainings. */
export async function equality(numRuns: number): Promise<EqualityReport> {
  const same = fc.asyncProperty(anyDescent, async (descent) => {
    const found = await difference(descent);
    if (found !== null) throw new Error(found);
  });
  const details = await fc.check(same, {numRuns});
  return {compared: details.numRuns, failure: fc.defaultReportMessage(details) ?? null};
}
