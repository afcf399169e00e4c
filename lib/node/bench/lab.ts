import {median} from "./median.js";
import {quiet, typeScript} from "./programs.js";

/** What test/bench/lab.ts prints. */
interface LabResult {
  /** Chromium's */
  version: string;
  /** while a run trains, on a phone whose processor is four times as slow */
  smooth: {
    run: string;
    speed: "watch" | "full";
    /** for so long it was looked at, all of it training */
    seconds: number;
    framesPerSecond: number;
    drawingsPerSecond: number;
    /** ms of processor time on the page's main thread */
    perDrawing: number;
    /** ms */
    longestTask: number;
  }[];
  run: string;
  /** seconds of training, in turn */
  rounds: {node: number; chromium: number}[];
}

/** How smoothly the lab draws while it trains on a slow phone, and how fast it trains beside Node, a line each. */
export async function labLines(): Promise<string> {
  const {stdout} = await quiet`${[...typeScript, "test/bench/lab.ts"]}`;
  const {version, smooth, run, rounds} = JSON.parse(stdout) as LabResult;
  const seconds = (name: "node" | "chromium") => median(rounds.map((round) => round[name]));
  const ratio = (seconds("chromium") / seconds("node")).toFixed(2);
  return [
    ...smooth.map(
      ({run, speed, seconds, framesPerSecond, drawingsPerSecond, perDrawing, longestTask}) =>
        `${run}, ${speed === "watch" ? "over 4 s" : "full speed"}, in ${seconds.toFixed(1)} s of training: ${framesPerSecond.toFixed(0)} frames and ${drawingsPerSecond.toFixed(0)} drawings a second, ${perDrawing.toFixed(1)} ms of main thread each; longest task ${longestTask.toFixed(0)} ms`
    ),
    `${run} in Chromium ${version}: ${(1000 * seconds("chromium")).toFixed(0)} ms, ${ratio} times as long as in Node`
  ].join("\n");
}
