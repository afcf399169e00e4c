import type {Benchmark} from "../../evidence/benchmark.js";
import {median} from "./median.js";
import {quiet, typeScript} from "./programs.js";

interface Rounds {
  run: string;
  browser: string;
  /** seconds, in turn */
  rounds: {node: number; page: number}[];
}

/** What a reader's “Verify” takes beside the same run in Node. */
export async function measureVerification(): Promise<Pick<Benchmark, "verification">> {
  const {stdout} = await quiet`${[...typeScript, "test/bench/verifyInBrowser.ts"]}`;
  const {run, browser, rounds} = JSON.parse(stdout) as Rounds;
  const seconds = (name: "node" | "page") => median(rounds.map((round) => round[name]));
  return {verification: {run, browser, node: seconds("node"), page: seconds("page")}};
}
