import fc from "fast-check";
import {expect, test} from "vitest";
import {
  decades,
  differenceOf,
  estimate,
  meanDifference,
  resampledSpreads,
  resamplings,
  RESAMPLINGS
} from "../../../lib/evidence/sweeps/spread.js";

const sample = fc.array(fc.double({min: 1e-3, max: 1e3, noNaN: true}), {minLength: 2, maxLength: 30});

test("the mean difference is the mean of all pairs, and takes no notice of a factor on all values", () => {
  fc.assert(
    fc.property(sample, fc.double({min: 0.1, max: 10, noNaN: true}), (values, factor) => {
      const logs = decades(values).sort((a, b) => a - b);
      let sum = 0;
      for (const a of logs) for (const b of logs) sum += Math.abs(a - b);
      const spread = meanDifference(logs);
      expect(spread).toBeCloseTo(sum / (logs.length * (logs.length - 1)), 10);
      expect(meanDifference(decades(values.map((value) => factor * value)).sort((a, b) => a - b))).toBeCloseTo(
        spread,
        10
      );
    })
  );
  fc.assert(
    fc.property(sample, fc.infiniteStream(fc.nat()), (values, draws) => {
      const logs = decades(values).sort((a, b) => a - b);
      const counts = logs.map(() => 0);
      logs.forEach(() => (counts[draws.next().value % logs.length]! += 1));
      const drawn = logs.flatMap((value, i) => Array<number>(counts[i]!).fill(value));
      expect(meanDifference(logs, counts)).toBeCloseTo(meanDifference(drawn), 12);
    })
  );
  expect(meanDifference(decades([1, 10]))).toBe(1);
  expect(meanDifference(decades([5, 5, 5]))).toBe(0);
});

test("a resampling draws as many entries as there are, each as often on the average", () => {
  const all = [...resamplings(40, "a")];
  expect(all).toHaveLength(RESAMPLINGS);
  const totals = Array.from({length: 40}, (_, i) => all.reduce((sum, counts) => sum + counts[i]!, 0));
  for (const counts of all) expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40);
  for (const total of totals) expect(Math.abs(total - RESAMPLINGS)).toBeLessThan(6 * Math.sqrt(RESAMPLINGS));
  expect([...resamplings(40, "a")]).toEqual(all);
  expect([...resamplings(40, "b")]).not.toEqual(all);
});

test("an interval holds its value, is none for equal entries, and narrows with more of them", () => {
  const logs = (n: number) => Array.from({length: n}, (_, i) => i / n);
  const [few, many] = [20, 320].map((n) => estimate(resampledSpreads([logs(n)], "a")[0]!));
  for (const {low, value, high} of [few!, many!]) {
    expect(low).toBeLessThan(value);
    expect(value).toBeLessThan(high);
  }
  expect(many!.high - many!.low).toBeLessThan((few!.high - few!.low) / 2);
  expect(estimate(resampledSpreads([[1, 1, 1]], "a")[0]!)).toEqual({value: 0, low: 0, high: 0});
});

test("samples are resampled together: one that is another in another order varies as the pairs say", () => {
  const values = Array.from({length: 30}, (_, i) => (i * i) % 31);
  const [a, same, turned] = resampledSpreads([values, values.map((x) => x + 1), [...values].reverse()], "a");
  expect(same!.again).toEqual(a!.again);
  expect(turned!.value).toBe(a!.value);
  expect(turned!.again).not.toEqual(a!.again);
});

test("the interval of a difference is that of the replicates' differences", () => {
  const [a] = resampledSpreads([[0, 1, 2, 3]], "a");
  expect(estimate(differenceOf(a!, a!))).toEqual({value: 0, low: 0, high: 0});
  const shifted = {value: a!.value + 1, again: a!.again.map((value) => value + 1)};
  const {value, low, high} = estimate(differenceOf(shifted, a!));
  for (const each of [value, low, high]) expect(each).toBeCloseTo(1, 12);
});
