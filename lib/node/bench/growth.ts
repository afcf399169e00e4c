import type {Benchmark} from "../../evidence/benchmark.js";
import {quiet, typeScript} from "./programs.js";

/** How the kernel's time grows with each parameter, the others being those of the paper. */
export async function measureGrowth(): Promise<Pick<Benchmark, "growth">> {
  const {stdout} = await quiet`${[...typeScript, "test/bench/growth.ts"]}`;
  return {growth: JSON.parse(stdout) as Benchmark["growth"]};
}
