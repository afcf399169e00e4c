import {readFileSync} from "node:fs";
import type {Answer, EngineTask, FunctionName, KnownAnswers, KnownRun} from "../../evidence/engineCheck.js";
import {parseManifest} from "../../evidence/manifest.js";
import {parseRunId} from "../../experiments/parameters.js";
import type {Loop} from "../../experiments/descent.js";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

/** The known answers of the tests: those of MPFR for the functions, those of NumPy for the random numbers. */
function knownAnswers(): KnownAnswers {
  const functions = JSON.parse(read("test/fixtures/elementary.json")) as Record<string, Record<string, Answer[]>>;
  const {streams} = JSON.parse(read("test/fixtures/numpy-streams.json")) as {
    streams: {seed: string; firstRaw64: string[]; firstRandom: string[]; firstStandardNormal: string[]}[];
  };
  const all = (name: FunctionName) =>
    Object.values(functions[name]!).flatMap((rows) => rows.map(([argument, value]) => [argument, value] as const));
  return {
    functions: {
      exp: all("exp"),
      sin: all("sin"),
      log1p: all("log1p"),
      cos: all("cos"),
      log: all("log"),
      tanh: all("tanh")
    },
    streams: streams.map(({seed, firstRaw64, firstRandom, firstStandardNormal}) => ({
      seed,
      raw: firstRaw64,
      random: firstRandom,
      standardNormal: firstStandardNormal
    }))
  };
}

/** All runs with the digests of the manifest. */
export function knownRuns(): KnownRun[] {
  const {runs} = parseManifest(read("data/manifest.json"), "data/manifest.json");
  return runs.map(({id, digest, checkpoints}) => ({id, digest, checkpoints}));
}

/** At most so many products of hidden units and epochs in a run that an interpreter is asked for. */
const SHORT = 2000;

/** The runs that an interpreter repeats in some seconds each. */
function shortRuns(runs: readonly KnownRun[]): KnownRun[] {
  return runs.filter(({id}) => {
    const {hidden, epochs} = parseRunId(id);
    return (hidden - 1) * epochs <= SHORT;
  });
}

/** The implementations of the training loop. */
export const loops: readonly Loop[] = ["reference", "kernel"];

/**
 * What an engine is asked for.
 * @param slow an interpreter gets the short runs only, and the reference loop only: it knows no WebAssembly
 */
export function engineTask(slow: boolean): EngineTask {
  const runs = knownRuns();
  return {
    answers: knownAnswers(),
    runs: slow ? shortRuns(runs) : runs,
    loops: slow ? ["reference"] : loops
  };
}
