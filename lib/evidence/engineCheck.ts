import type {Loop} from "../experiments/descent.js";
import {parseRunId} from "../experiments/parameters.js";
import {run} from "../experiments/run.js";
import {cos} from "../numerics/cos.js";
import {exp} from "../numerics/exp.js";
import {log} from "../numerics/log.js";
import {log1p} from "../numerics/log1p.js";
import {logisticBlock} from "../numerics/logistic.js";
import {sin} from "../numerics/sin.js";
import {tanh} from "../numerics/tanh.js";
import {generator} from "../random/generator.js";
import {pcg64} from "../random/pcg64.js";
import {blockText, differingBlock, type Digests} from "./differingBlock.js";

/** A function's argument and its correctly rounded value, the bits of each as 16 hexadecimal digits. */
export type Answer = readonly [argument: string, value: string];

/** The first numbers of the generator with this seed. */
export interface KnownStream {
  /** decimal */
  seed: string;
  /** decimal, 64 bits each */
  raw: readonly string[];
  /** shortest decimals */
  random: readonly string[];
  standardNormal: readonly string[];
}

const elementary = {exp, sin, log1p, cos, log, tanh};

/** The elementary functions that every engine has to compute. */
export type FunctionName = keyof typeof elementary;

export const functionNames = Object.keys(elementary) as FunctionName[];

/** What every engine has to compute, from sources that share no code with this project. */
export interface KnownAnswers {
  functions: Readonly<Record<FunctionName, readonly Answer[]>>;
  streams: readonly KnownStream[];
}

/** A run that every engine has to repeat. */
export interface KnownRun extends Digests {
  id: string;
}

/** What an engine is asked to do. */
export interface EngineTask {
  answers: KnownAnswers;
  runs: readonly KnownRun[];
  loops: readonly Loop[];
}

/** How many of a kind of results are equal to the known ones. */
export interface Tally {
  equal: number;
  of: number;
}

/** What an engine did. */
export interface EngineReport {
  /** by function: the elementary ones, logistic, the generator's bits and numbers */
  functions: Record<string, Tally>;
  /** by training loop */
  runs: Partial<Record<Loop, Tally>>;
  /** a sentence for each of the first differences */
  differences: string[];
}

const DIFFERENCES = 20;

/** Does the task in whatever engine this is called in. */
export async function checkEngine({answers, runs, loops}: EngineTask): Promise<EngineReport> {
  const report: EngineReport = {functions: {}, runs: {}, differences: []};
  checkFunctions(answers, report);
  for (const stream of answers.streams) checkStream(stream, report);
  for (const loop of loops) for (const known of runs) await checkRun(loop, known, report);
  return report;
}

function checkFunctions({functions}: KnownAnswers, report: EngineReport): void {
  for (const name of functionNames)
    for (const [argument, value] of functions[name])
      compare(report, name, argument, elementary[name](numberOf(argument)), numberOf(value));

  // 1 / (1 + exp(-z)), so that the known values of exp are known values of the logistic function too.
  const z = Float64Array.from(functions.exp, ([argument]) => -numberOf(argument));
  const H = new Float64Array(z.length);
  logisticBlock(z, H, z.length);
  for (const [i, [argument, value]] of functions.exp.entries())
    compare(report, "logistic", `-(${argument})`, H[i]!, 1 / (1 + numberOf(value)));
}

function checkStream({seed, raw, random, standardNormal}: KnownStream, report: EngineReport): void {
  const bits = pcg64(BigInt(seed));
  const uniform = generator(pcg64(BigInt(seed)));
  const normal = generator(pcg64(BigInt(seed)));
  for (const known of raw) compare(report, "raw", seed, bits.next64(), BigInt(known));
  for (const known of random) compare(report, "random", seed, uniform.random(), Number(known));
  for (const known of standardNormal) compare(report, "standardNormal", seed, normal.standardNormal(), Number(known));
}

async function checkRun(loop: Loop, known: KnownRun, report: EngineReport): Promise<void> {
  const parameters = parseRunId(known.id);
  const tally = (report.runs[loop] ??= {equal: 0, of: 0});
  const block = differingBlock(known, await run(parameters, {loop}), parameters.epochs);
  count(report, tally, block === null, () => `${known.id} (${loop} loop) first differs in ${blockText(block!)}.`);
}

function compare(
  report: EngineReport,
  name: string,
  argument: string,
  actual: number | bigint,
  known: number | bigint
): void {
  const tally = (report.functions[name] ??= {equal: 0, of: 0});
  const sentence = () => `${name} of ${argument} gives ${text(actual)} instead of ${text(known)}.`;
  count(report, tally, Object.is(actual, known), sentence);
}

function count({differences}: EngineReport, tally: Tally, equal: boolean, sentence: () => string): void {
  ++tally.of;
  if (equal) ++tally.equal;
  else if (differences.length < DIFFERENCES) differences.push(sentence());
}

const text = (value: number | bigint) => (Object.is(value, -0) ? "-0" : String(value));

const view = new DataView(new ArrayBuffer(8));

function numberOf(bits: string): number {
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}
