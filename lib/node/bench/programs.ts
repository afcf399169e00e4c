import {mkdir} from "node:fs/promises";
import {dirname, join} from "node:path";
import {$} from "zx";
import type {ProgramName} from "../../evidence/benchmark.js";
import {CHECK_EPOCH, plainNumbers, type BenchTask} from "./task.js";

/** A program that trains: fast ones take the epochs of a long run, slow ones as few as tell their speed. */
export interface Program {
  name: ProgramName;
  command: string[];
  epochs: number;
  /** what it reads from stdin */
  input: (task: BenchTask) => string;
}

/** What was found on this machine to run them. */
export interface Tools {
  programs: Program[];
  /** versions; null where it is missing */
  numpy: string | null;
  compiler: string | null;
}

export const typeScript = [process.execPath, "--import", "tsx"];

/** One thread each, and no output of commands. */
export const quiet = $({
  quiet: true,
  env: {...process.env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1"}
});

/** Finds the programs that run here, and compiles the native one. */
export async function findTools(): Promise<Tools> {
  const json = (task: BenchTask) => JSON.stringify(task);
  const script = (name: string) => [...typeScript, `test/bench/${name}.ts`];
  const programs: Program[] = [
    {name: "javascript", command: script("naive"), epochs: 1000, input: json},
    {name: "typescript", command: script("reference"), epochs: 2000, input: json},
    {name: "kernel", command: script("ours"), epochs: 10_000, input: json}
  ];
  const python = await firstThat(["python3", "python"], "PYTHON", async (python) => {
    const {stdout} = await quiet`${python} -c ${"import numpy; print(numpy.__version__)"}`;
    return stdout.trim();
  });
  if (python) {
    const numpy = (name: string) => [python.program, `test/bench/${name}.py`];
    programs.push({name: "notebook", command: numpy("notebook"), epochs: CHECK_EPOCH, input: json});
    programs.push({name: "numpy", command: numpy("vectorised"), epochs: 2000, input: json});
  }
  const native = join(".cache", "bench", "native");
  await mkdir(dirname(native), {recursive: true});
  const compiler = await firstThat(["gcc", "clang", "cc"], "CC", async (cc) => {
    await quiet`${cc} -std=c11 -Ofast -march=native -o ${native} test/bench/native.c -lm`;
    return (await quiet`${cc} --version`).stdout.split("\n")[0]!;
  });
  if (compiler) programs.push({name: "native", command: [native], epochs: 10_000, input: plainNumbers});
  return {programs, numpy: python?.found ?? null, compiler: compiler?.found ?? null};
}

/** The first program, the one that a variable of the environment names before all others, with which a trial succeeds. */
async function firstThat(
  names: string[],
  variable: string,
  trial: (program: string) => Promise<string>
): Promise<{program: string; found: string} | null> {
  const named = process.env[variable];
  for (const program of named === undefined ? names : [named])
    try {
      return {program, found: await trial(program)};
    } catch {
      continue;
    }
  return null;
}
