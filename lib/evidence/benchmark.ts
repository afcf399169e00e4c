import {paperRuns} from "../experiments/registry.js";

/** The programs that train the same networks from the same data and weights, slowest first. */
export const programs = ["notebook", "javascript", "numpy", "typescript", "kernel", "native"] as const;

export type ProgramName = (typeof programs)[number];

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
  machine: {processor: string; cores: number; node: string; numpy: string | null; compiler: string | null};
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
  /** of each page's first view: bytes after gzip, fonts apart, and requests */
  pages: {page: string; bytes: number; requests: number}[];
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
