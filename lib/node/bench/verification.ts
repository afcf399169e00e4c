import {median} from "./median.js";
import {quiet, typeScript} from "./programs.js";

interface Verification {
  run: string;
  /** Chromium's */
  version: string;
  /** seconds, in turn */
  rounds: {node: number; chromium: number}[];
}

/** What a reader's “Verify” takes beside the same run in Node, in one line. */
export async function verificationLine(): Promise<string> {
  const {stdout} = await quiet`${[...typeScript, "test/bench/verifyInBrowser.ts"]}`;
  const {run, version, rounds} = JSON.parse(stdout) as Verification;
  const seconds = (name: "node" | "chromium") => median(rounds.map((round) => round[name]));
  const ratio = (seconds("chromium") / seconds("node")).toFixed(2);
  return `${run} in Chromium ${version}: ${seconds("chromium").toFixed(1)} s, ${ratio} times as long as in Node`;
}
