import type {Benchmark} from "../../evidence/benchmark.js";
import {standard} from "../../experiments/parameters.js";
import {sweep} from "../sweep.js";
import {workerCount} from "../workerPool.js";
import {median} from "./median.js";
import {quiet, typeScript} from "./programs.js";

const ROUNDS = 9;

/** What a long run with a thinned history needs, and how soon a sweep ends that is told to. */
export async function measureLimits(): Promise<Pick<Benchmark, "limits">> {
  const {stdout} = await quiet`${[...typeScript, "test/bench/longRun.ts"]}`;
  const {hidden, epochs, every, seconds, megabytes} = JSON.parse(stdout) as Benchmark["limits"]["longRun"];
  return {limits: {cancellation: await cancellation(), longRun: {hidden, epochs, every, seconds, megabytes}}};
}

/** Milliseconds from a sweep's being told to end, while every worker trains, until it has. */
async function cancellation(): Promise<number> {
  const long = Array(workerCount()).fill(standard("f2", 100, 0.001, 100_000));
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; ++round) {
    const controller = new AbortController();
    let told = 0;
    const onProgress = () => {
      told ||= performance.now();
      controller.abort();
    };
    await sweep(long, () => null, {every: 1000, signal: controller.signal, onProgress}).catch(() => {});
    times.push(performance.now() - told);
  }
  return median(times);
}
