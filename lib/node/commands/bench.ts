import {readFileSync, rmSync} from "node:fs";
import {$, chalk} from "zx";
import {standard} from "../../experiments/parameters.js";
import {paperRuns} from "../../experiments/registry.js";
import {standardData} from "../../model/dataset.js";
import {standardWeights} from "../../model/weights.js";
import type {BenchResult, BenchTask} from "../benchTask.js";
import {command, CommandError} from "../command.js";
import {progress} from "../progress.js";

/** A program that trains: fast ones take the epochs of a run of the paper, the slow one as few as tell its speed. */
interface Program {
  name: string;
  command: string[];
  epochs: number;
}

const ROUNDS = 5;
const HIDDEN = [3, 8, 12];
const CHECK_EPOCH = 20;
const OURS = "this project: run(), plain TypeScript";
const NOTEBOOK = "the notebook's way: NumPy, sample by sample";

$.quiet = true;
$.env = {...process.env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1"};

const typeScript = [process.execPath, "--import", "tsx"];

function programs(python: string | null): Program[] {
  return [
    ...(python === null
      ? []
      : [
          {name: NOTEBOOK, command: [python, "test/bench/notebook.py"], epochs: CHECK_EPOCH},
          {name: "NumPy, vectorised", command: [python, "test/bench/vectorised.py"], epochs: 1000}
        ]),
    {name: "JavaScript as first written, Math.exp", command: [...typeScript, "test/bench/naive.ts"], epochs: 1000},
    {name: OURS, command: [...typeScript, "test/bench/ours.ts"], epochs: 1000}
  ];
}

/** The first Python that has NumPy, or null. */
async function pythonWithNumPy(): Promise<string | null> {
  for (const python of [process.env["PYTHON"], "python3", "python"])
    if (python !== undefined && (await $({nothrow: true})`${python} -c ${"import numpy"}`).exitCode === 0)
      return python;
  return null;
}

/** Learning f2 at rate 0.05 from the standard data and weights: smooth, so every program stays on the same course. */
function task(hidden: number, epochs: number): BenchTask {
  const parameters = standard("f2", hidden, 0.05, epochs);
  const {train, test} = standardData(parameters.target, parameters);
  const {U, V} = standardWeights(hidden);
  const points = ({x, y}: typeof train) => ({x: [...x], y: [...y]});
  return {
    parameters,
    U: [...U],
    V: [...V],
    train: points(train),
    test: points(test),
    rate: parameters.learningRate,
    epochs,
    check: CHECK_EPOCH
  };
}

/** Nanoseconds for each pair of a training point and a hidden unit, an epoch's test loss and records included. */
async function measure(
  {name, command, epochs}: Program,
  hidden: number,
  expected: Map<number, number>
): Promise<number> {
  const benchTask = task(hidden, epochs);
  const output = await $({input: JSON.stringify(benchTask)})`${command}`;
  const {seconds, testLoss} = JSON.parse(output.stdout) as BenchResult;
  const loss = expected.get(hidden) ?? testLoss;
  expected.set(hidden, loss);
  if (!(Math.abs(testLoss / loss - 1) < 1e-9))
    throw new CommandError(
      `“${name}” computes something else at h = ${hidden}: a test loss of ${testLoss}, not ${loss}.`
    );
  return (seconds * 1e9) / (epochs * benchTask.train.x.length * hidden);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

interface TrainingTimes {
  /** by program: nanoseconds for each pair of a training point and a hidden unit, for each h of HIDDEN */
  nanoseconds: Map<string, number[]>;
  /** seconds for all standard runs of the paper, by this project */
  allRuns: number;
}

/** Takes the programs in turn, round after round, so that a busy machine slows all of them alike. */
async function trainingTimes(all: Program[]): Promise<TrainingTimes> {
  const samples = new Map(all.map(({name}) => [name, HIDDEN.map((): number[] => [])]));
  const totals: number[] = [];
  const expected = new Map<number, number>();
  const bar = progress("training", ROUNDS * (HIDDEN.length * all.length + 1));
  let done = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, hidden] of HIDDEN.entries())
      for (const program of all) {
        samples.get(program.name)![i]!.push(await measure(program, hidden, expected));
        bar.update(++done);
      }
    totals.push(Number((await $`${[...typeScript, "test/bench/paperRuns.ts"]}`).stdout));
    bar.update(++done);
  }
  bar.stop();
  const nanoseconds = new Map([...samples].map(([name, columns]) => [name, columns.map(median)]));
  return {nanoseconds, allRuns: median(totals)};
}

/** What the notebook's way would take for the paper's runs, from its time per training point, linear in h. */
function notebookSeconds(nanoseconds: number[]): number {
  const perPoint = nanoseconds.map((ns, i) => ns * HIDDEN[i]!);
  const slope = (perPoint.at(-1)! - perPoint[0]!) / (HIDDEN.at(-1)! - HIDDEN[0]!);
  const seconds = paperRuns.map(({parameters: {hidden, epochs, trainSize}}) => {
    return (perPoint[0]! + slope * (hidden - HIDDEN[0]!)) * epochs * trainSize * 1e-9;
  });
  return seconds.reduce((sum, s) => sum + s, 0);
}

function trainingTable({nanoseconds}: TrainingTimes): string {
  const ours = nanoseconds.get(OURS)!;
  const rows = [...nanoseconds].map(([name, ns]) => [
    name.padEnd(46),
    ...ns.map((value, i) => value.toFixed(value < 100 ? 1 : 0).padStart(9) + ratio(value / ours[i]!).padStart(9))
  ]);
  const header = ["".padEnd(46), ...HIDDEN.map((h) => `h = ${h}`.padStart(9) + "× ours".padStart(9))];
  return [chalk.bold(header.join("")), ...rows.map((row) => row.join(""))].join("\n");
}

const ratio = (value: number) => value.toFixed(value < 10 ? 2 : 0);

function allRunsLine({nanoseconds, allRuns}: TrainingTimes): string {
  const line = `All ${paperRuns.length} standard runs, one after the other: ${allRuns.toFixed(1)} s`;
  const notebook = nanoseconds.get(NOTEBOOK);
  if (notebook === undefined) return line;
  const theirs = notebookSeconds(notebook);
  return `${line}; the notebook's way would take ${(theirs / 60).toFixed(0)} minutes, ${ratio(theirs / allRuns)} times as long`;
}

/** Builds with nothing cached, as after a fresh clone. */
async function build(): Promise<string> {
  for (const folder of ["dist", ".cache", "src/.observablehq"]) rmSync(folder, {recursive: true, force: true});
  const start = performance.now();
  if ((await $({nothrow: true})`npm run build`).exitCode !== 0)
    throw new CommandError("The site could not be built: npm run build says why.");
  return `npm run build from clean: ${((performance.now() - start) / 1000).toFixed(1)} s`;
}

async function pageWeights(): Promise<string> {
  const {stdout} = await $`${[...typeScript, "test/bench/pageWeights.ts"]}`;
  const rows = JSON.parse(stdout) as {page: string; bytes: number; requests: number}[];
  const lines = rows.map(({page, bytes, requests}) =>
    [page.padEnd(28), `${(bytes / 1000).toFixed(0)} kB`.padStart(8), `${requests} requests`.padStart(14)].join("")
  );
  return [chalk.bold("First view, gzip, fonts apart"), ...lines].join("\n");
}

/** What a reader's “Verify” takes beside the same run in Node. */
async function verification(): Promise<string> {
  const {stdout} = await $`${[...typeScript, "test/bench/verifyInBrowser.ts"]}`;
  const {run, version, rounds} = JSON.parse(stdout) as {
    run: string;
    version: string;
    rounds: {node: number; chromium: number}[];
  };
  const [node, chromium] = (["node", "chromium"] as const).map((name) => median(rounds.map((round) => round[name])));
  return `Verifying ${run} in Chromium ${version}: ${chromium!.toFixed(1)} s, ${ratio(chromium! / node!)} times as long as in Node`;
}

async function main(): Promise<void> {
  const {version} = JSON.parse(readFileSync("package.json", "utf8")) as {version: string};
  console.log(`Version ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}`);
  const python = await pythonWithNumPy();
  if (python === null)
    console.log("Skipped: the two NumPy programs, because no Python with NumPy was found (set PYTHON to one).");
  const times = await trainingTimes(programs(python));
  console.log(
    `\nProcessor time in ns for each training point and hidden unit, medians of ${ROUNDS} interleaved rounds`
  );
  console.log(trainingTable(times));
  console.log(`\n${allRunsLine(times)}`);
  console.log(await build());
  console.log(await verification());
  console.log(`\n${await pageWeights()}`);
}

await command(main);
