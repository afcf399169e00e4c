import {programs as order, type Benchmark} from "../../evidence/benchmark.js";
import {paperRuns} from "../../experiments/registry.js";
import {CommandError} from "../command.js";
import {withProgress} from "../progress.js";
import {median} from "./median.js";
import {quiet, typeScript, type Program} from "./programs.js";
import {benchTask, type BenchResult} from "./task.js";

const ROUNDS = 5;
const HIDDEN = [3, 8, 12];

/** Takes the programs in turn, round after round, so that a busy machine slows all of them alike. */
export async function measureTraining(all: Program[]): Promise<Pick<Benchmark, "training" | "paperRuns">> {
  const samples = all.map(() => HIDDEN.map((): number[] => []));
  const totals: number[] = [];
  const losses = new Map<number, number>();
  await withProgress("training", ROUNDS * (HIDDEN.length * all.length + 1), async (update) => {
    let done = 0;
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, hidden] of HIDDEN.entries())
        for (const [p, program] of all.entries()) {
          samples[p]![i]!.push(await nanoseconds(program, hidden, losses));
          update(++done);
        }
      totals.push(Number((await quiet`${[...typeScript, "test/bench/paperRuns.ts"]}`).stdout));
      update(++done);
    }
  });
  const found = all.map(({name}, p) => [name, samples[p]!.map(median)] as const);
  return {
    training: {
      hidden: HIDDEN,
      nanoseconds: Object.fromEntries(found.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)))
    },
    paperRuns: {runs: paperRuns.length, seconds: median(totals)}
  };
}

/** For each training point, hidden unit and epoch; the test loss and the records of each epoch are included. */
async function nanoseconds(
  {name, command, epochs, input}: Program,
  hidden: number,
  losses: Map<number, number>
): Promise<number> {
  const task = benchTask(hidden, epochs);
  const {stdout} = await quiet({input: input(task)})`${command}`;
  const {seconds, testLoss} = JSON.parse(stdout) as BenchResult;
  const loss = losses.get(hidden) ?? testLoss;
  losses.set(hidden, loss);
  if (!(Math.abs(testLoss / loss - 1) < 1e-9))
    throw new CommandError(
      `The program “${name}” computes something else at h = ${hidden}: a test loss of ${testLoss}, not ${loss}.`
    );
  return (seconds * 1e9) / (epochs * task.train.x.length * hidden);
}
