import {paperRuns} from "../experiments/registry.js";

/** The programs that train the same networks from the same data and weights, slowest first. */
export const programs = ["notebook", "javascript", "numpy", "typescript", "kernel", "native"] as const;

export type ProgramName = (typeof programs)[number];

export const programNames: Readonly<Record<ProgramName, string>> = {
  notebook: "the notebook’s way: Python, point by point",
  javascript: "JavaScript, as one would first write it",
  numpy: "NumPy, all points at once",
  typescript: "this report: the readable loop",
  kernel: "this report: the kernel",
  native: "C without exact bits, with the widest vectors"
};

/** Nanoseconds of processor time for each training point, hidden unit and epoch, at several values of one parameter. */
export interface Growth {
  values: number[];
  nanoseconds: number[];
}

/** Seconds that a build of the site takes, with nothing kept from earlier ones, and once more with nothing changed. */
export interface BuildTimes {
  cold: number;
  unchanged: number;
}

/** What `npm run bench` found on one machine; data/bench.json is one. All times are medians of interleaved rounds. */
export interface Benchmark {
  /** null where a program is missing */
  machine: {
    processor: string;
    cores: number;
    /** such as linux x64 */
    platform: string;
    node: string;
    numpy: string | null;
    compiler: string | null;
  };
  training: {
    /** the numbers of hidden units, the bias unit included */
    hidden: number[];
    /** nanoseconds of processor time for each training point, hidden unit and epoch, by number of hidden units */
    nanoseconds: Partial<Record<ProgramName, number[]>>;
  };
  growth: {points: Growth; hidden: Growth; epochs: Growth};
  /** all standard runs of the paper, one after the other in one process: its processor time from start to end */
  paperRuns: {runs: number; seconds: number};
  /** this site, and what Framework takes for the same pages without data, figures and checks */
  build: {site: BuildTimes; framework: BuildTimes};
  /** one run in Node, and in the worker of a page, seconds from start to end, cold */
  verification: {run: string; browser: string; node: number; page: number};
  /**
   * milliseconds until a sweep has ended that was told to while all its workers train; and a long run whose history keeps
   * every so many epochs: seconds of processor time, and the most memory that its process has held (MB)
   */
  limits: {
    cancellation: number;
    longRun: {hidden: number; epochs: number; every: number; seconds: number; megabytes: number};
  };
  /**
   * of each page's first view: bytes after gzip, fonts apart, requests, and milliseconds of the main thread's time until
   * the page has loaded and come to rest, with scripts and without
   */
  pages: {page: string; bytes: number; requests: number; mainThread: {withScripts: number; without: number}}[];
}

/**
 * How many times as long one program takes as another, for each number of hidden units.
 * @throws RangeError if one of them was not measured
 */
export function ratios({training}: Pick<Benchmark, "training">, program: ProgramName, to: ProgramName): number[] {
  const [times, others] = [training.nanoseconds[program], training.nanoseconds[to]];
  if (!times || !others) throw new RangeError(`“${times ? to : program}” was not measured: run npm run bench.`);
  return times.map((time, i) => time / others[i]!);
}

/** What the notebook's way would take for the paper's runs (s), from its time per training point, which is linear in h. */
export function notebookSeconds({training}: Pick<Benchmark, "training">): number | null {
  const times = training.nanoseconds.notebook;
  if (!times) return null;
  const perPoint = times.map((time, i) => time * training.hidden[i]!);
  const [first, last] = [training.hidden[0]!, training.hidden.at(-1)!];
  const slope = (perPoint.at(-1)! - perPoint[0]!) / (last - first);
  return paperRuns.reduce(
    (sum, {parameters: {hidden, epochs, trainSize}}) =>
      sum + (perPoint[0]! + slope * (hidden - first)) * epochs * trainSize * 1e-9,
    0
  );
}
