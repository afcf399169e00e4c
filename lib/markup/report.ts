import type {Benchmark} from "../evidence/benchmark.js";
import type {Judgement} from "../evidence/claims/ledger.js";
import type {EngineMatrix} from "../evidence/engineMatrix.js";
import type {InstabilityData} from "../evidence/instabilityData.js";
import type {Kernels} from "../evidence/kernels.js";
import type {NudgedCourses} from "../evidence/nudgedCourses.js";
import type {RandomnessReport} from "../evidence/sweeps/randomnessReport.js";
import type {SweepResults} from "../evidence/sweeps/sweepResults.js";
import type {OnsetByBits} from "../evidence/precision.js";
import type {PaperRow} from "../evidence/printed.js";
import type {Vectors} from "../evidence/vectors.js";
import type {RegisteredRun} from "../experiments/registry.js";
import type {Snapshot} from "../experiments/snapshot.js";
import type {FigureEntry} from "../figures/catalogue.js";
import type {Labels} from "./labels.js";

/** All facts that the pages call by name. Every look-up throws an Error with one sentence when there is no such name. */
export interface Report {
  /** what `:ref` can point at, on all pages */
  labels(): Labels;
  /** a run by its id, or by the name of a stand-in */
  run(name: string): RegisteredRun;
  /** every run, in the order of the registry */
  runs: readonly RegisteredRun[];
  /** the snapshot of a registered run */
  snapshot(id: string): Snapshot;
  paperRow(key: string): PaperRow;
  /** every number that the paper prints */
  paperRows: readonly PaperRow[];
  figure(id: string): FigureEntry;
  /** which engines gave the same bits */
  engines: EngineMatrix;
  /** what the notebook's code gave under several CPU kernels */
  kernels: Kernels;
  /** what one machine took */
  benchmark: Benchmark;
  /** intermediate values of a run */
  vectors: Vectors;
  /** how a run parts from itself with one weight nudged */
  drift: NudgedCourses;
  /** the results of all sweeps, by their names */
  ensembles: ReadonlyMap<string, SweepResults>;
  /** what random numbers decide */
  randomness: RandomnessReport;
  /** why each run is stable or not, by its id: all registered runs, and some of them in other arithmetics */
  instabilities: Readonly<Record<string, InstabilityData>>;
  /** when a run becomes unstable, as predicted for any precision */
  onsetByBits: OnsetByBits;
  /** every claim of the paper, measured */
  claims: readonly Judgement[];
  /** the project's version */
  version: string;
  /** the address of the project's repository; null if the site does not know it */
  repository: string | null;
  /** the commit of the sources that the site was built from; null if the site does not know it */
  commit: string | null;
  /** the address at which errors are reported; null if the site does not know its repository */
  issues: string | null;
  /** the address of the data, relative to a page: where `ID.json`, `ID.parquet` and `figure-N.json` are found */
  dataFolder: string;
  /** makes the elements of a figure */
  document: Document;
}
