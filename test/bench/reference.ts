// The readable loop of this project, in TypeScript: the records of every epoch, and their digest.
import {text} from "node:stream/consumers";
import {recordLength} from "../../lib/model/history.js";
import {training} from "../../lib/model/training.js";
import type {BenchResult, BenchTask} from "../../lib/node/bench/task.js";
import {runDigest} from "../../lib/numerics/digest.js";

const {parameters, U, V, train, test, rate, epochs, check} = JSON.parse(await text(process.stdin)) as BenchTask;
const {hidden} = parameters;
const initial = {hidden, U: Float64Array.from(U), V: Float64Array.from(V)};
const points = ({x, y}: BenchTask["train"]) => ({x: Float64Array.from(x), y: Float64Array.from(y)});
const length = recordLength(hidden);

function learn(epochs: number): Float64Array {
  const records = new Float64Array(epochs * length);
  const slices = training(initial, points(train), points(test), rate).advance(records, epochs);
  while (!slices.next().done);
  runDigest().update(records);
  return records;
}

learn(Math.min(epochs, 500));
const start = process.cpuUsage();
const records = learn(epochs);
const {user, system} = process.cpuUsage(start);
const result: BenchResult = {seconds: (user + system) / 1e6, testLoss: records[check * length]!};
console.log(JSON.stringify(result));
