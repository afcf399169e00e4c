// The experiment as one would first write it in JavaScript: nested arrays, one sample at a time, Math.exp.
import {text} from "node:stream/consumers";
import type {BenchResult, BenchTask} from "../../lib/node/bench/task.js";

interface Network {
  U: number[][];
  V: number[];
}

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

function forward({U, V}: Network, x: number): {H: number[]; o: number} {
  const H = [...U.map(([slope, offset]) => sigmoid(slope! * x + offset!)), 1];
  return {H, o: V.reduce((sum, v, i) => sum + v * H[i]!, 0)};
}

function meanLoss(network: Network, {x, y}: BenchTask["test"]): number {
  return x.reduce((sum, xi, i) => sum + (forward(network, xi).o - y[i]!) ** 2 / 2, 0) / x.length;
}

function learn(task: BenchTask): number[] {
  const {x, y} = task.train;
  let network: Network = {U: task.V.slice(1).map((_, i) => task.U.slice(2 * i, 2 * i + 2)), V: task.V};
  const history: {testLoss: number; trainLoss: number; network: Network}[] = [];
  for (let epoch = 0; epoch < task.epochs; epoch++) {
    const {U, V} = network;
    const gradU = U.map(() => [0, 0]);
    const gradV = V.map(() => 0);
    let loss = 0;
    for (let n = 0; n < x.length; n++) {
      const {H, o} = forward(network, x[n]!);
      const e = o - y[n]!;
      loss += e ** 2 / 2;
      for (let i = 0; i < V.length; i++) gradV[i]! += e * H[i]!;
      for (let i = 0; i < U.length; i++) {
        const d = e * V[i]! * H[i]! * (1 - H[i]!);
        gradU[i]![0]! += d * x[n]!;
        gradU[i]![1]! += d;
      }
    }
    history.push({testLoss: meanLoss(network, task.test), trainLoss: loss / x.length, network});
    const rate = task.rate / x.length;
    network = {
      U: U.map((row, i) => row.map((u, j) => u - rate * gradU[i]![j]!)),
      V: V.map((v, i) => v - rate * gradV[i]!)
    };
  }
  return [...history.map(({testLoss}) => testLoss), meanLoss(network, task.test)];
}

const task = JSON.parse(await text(process.stdin)) as BenchTask;
learn(task);
const start = process.cpuUsage();
const testLosses = learn(task);
const {user, system} = process.cpuUsage(start);
const result: BenchResult = {seconds: (user + system) / 1e6, testLoss: testLosses[task.check]!};
console.log(JSON.stringify(result));
