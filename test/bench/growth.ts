// How the time of the training grows: prints nanoseconds of processor time for each training point, hidden unit and
// epoch as JSON, at several numbers of points, hidden units and epochs.
import type {Benchmark, Growth} from "../../lib/evidence/benchmark.js";
import {standardData} from "../../lib/model/dataset.js";
import {recordLength} from "../../lib/model/history.js";
import {kernelTraining} from "../../lib/model/kernelTraining.js";
import {training} from "../../lib/model/training.js";
import {standardWeights} from "../../lib/model/weights.js";
import {median} from "../../lib/node/bench/median.js";
import {runDigest} from "../../lib/numerics/digest.js";

interface Size {
  points: number;
  hidden: number;
  epochs: number;
}

const ROUNDS = 5;

/** A measurement takes at least so many points × hidden units × epochs, by repetition. */
const LEAST_WORK = 20_000_000;

/** Training and digest of one run; data and weights are at hand. Test points are a tenth, as in the paper. */
async function measure({points, hidden, epochs}: Size): Promise<number> {
  const {train, test} = data(points);
  const length = recordLength(hidden);
  const chunk = Math.min(epochs, 100);
  const records = new Float64Array(chunk * length);
  const repetitions = Math.max(1, Math.ceil(LEAST_WORK / (points * hidden * epochs)));
  let seconds = 0;
  for (let i = 0; i < repetitions; i++) {
    const start = process.cpuUsage();
    const task = [standardWeights(hidden), train, test, 0.001] as const;
    const descent = (await kernelTraining(...task)) ?? training(...task);
    const digest = runDigest();
    for (let done = 0; done < epochs; done += chunk) {
      const slices = descent.advance(records, Math.min(chunk, epochs - done));
      while (!slices.next().done);
      digest.update(records.subarray(0, Math.min(chunk, epochs - done) * length));
    }
    const {user, system} = process.cpuUsage(start);
    seconds += (user + system) / 1e6;
  }
  return (seconds * 1e9) / (repetitions * points * hidden * epochs);
}

const datasets = new Map<number, ReturnType<typeof standardData>>();

function data(points: number) {
  const sizes = {trainSize: points, testSize: Math.ceil(points / 10)};
  if (!datasets.has(points)) datasets.set(points, standardData("f2", sizes));
  return datasets.get(points)!;
}

const usual: Size = {points: 1000, hidden: 8, epochs: 1000};
const series = {
  points: [10, 100, 1000, 10_000, 100_000].map((points) => ({...usual, points, epochs: points < 1e4 ? 1000 : 100})),
  hidden: [2, 3, 5, 8, 12, 20, 40, 100, 300, 1000].map((hidden) => ({...usual, hidden, epochs: 100})),
  epochs: [10, 100, 1000, 10_000, 100_000].map((epochs) => ({...usual, hidden: 3, epochs}))
};

const samples = Object.values(series).flatMap((sizes) => sizes.map((size) => ({size, found: [] as number[]})));
await measure(usual);
for (let round = 0; round < ROUNDS; round++) for (const {size, found} of samples) found.push(await measure(size));

const medianOf = (size: Size) => median(samples.find((sample) => sample.size === size)!.found);
const growth = (parameter: keyof Size): Growth => ({
  values: series[parameter].map((size) => size[parameter]),
  nanoseconds: series[parameter].map(medianOf)
});
const result: Benchmark["growth"] = {points: growth("points"), hidden: growth("hidden"), epochs: growth("epochs")};
console.log(JSON.stringify(result));
