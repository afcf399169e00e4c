import {notebookSeconds, programs, ratios, type Benchmark, type ProgramName} from "../evidence/benchmark.js";
import {formatDigits, formatEpoch} from "../figures/numberFormat.js";
import {fragment} from "./fragment.js";
import type {Resolver} from "./resolve.js";

const NO_BREAK_SPACE = "\u00a0";

/** What `:bench` can tell, by the word that stands first. */
const figures: Readonly<Record<string, (benchmark: Benchmark, ...words: string[]) => string>> = {
  processor: ({machine}) => machine.processor,
  cores: ({machine}) => String(machine.cores),
  platform: ({machine}) => machine.platform,
  node: ({machine}) => machine.node,
  numpy: ({machine}) => required(machine.numpy, "NumPy"),
  compiler: ({machine}) => required(machine.compiler, "a C compiler"),
  browser: ({verification}) => verification.browser,
  nanoseconds: ({training}, name) => range(required(training.nanoseconds[program(name)], name!)),
  ratio: (benchmark, name, to) => range(ratios(benchmark, program(name), program(to))),
  runs: ({paperRuns}) => String(paperRuns.runs),
  paperRuns: ({paperRuns}) => unit(paperRuns.seconds, "s"),
  notebook: (benchmark) => unit(notebookTime(benchmark) / 60, "minutes"),
  notebookTimes: (benchmark) => formatDigits(notebookTime(benchmark) / benchmark.paperRuns.seconds, 2),
  cold: ({build}) => unit(build.site.cold, "s"),
  unchanged: ({build}) => unit(build.site.unchanged, "s"),
  frameworkCold: ({build}) => unit(build.framework.cold, "s"),
  frameworkUnchanged: ({build}) => unit(build.framework.unchanged, "s"),
  verifyInPage: ({verification}) => unit(verification.page, "s"),
  verifyInNode: ({verification}) => unit(verification.node, "s"),
  cancellation: ({limits}) => unit(limits.cancellation, "ms"),
  longUnits: ({limits: {longRun}}) => formatEpoch(longRun.hidden),
  longEpochs: ({limits: {longRun}}) => formatEpoch(longRun.epochs),
  longEvery: ({limits: {longRun}}) => formatEpoch(longRun.every),
  longTime: ({limits: {longRun}}) => unit(longRun.seconds, "s"),
  longMemory: ({limits: {longRun}}) => unit(longRun.megabytes, "MB"),
  weight: ({pages}) => unit(heaviest(pages).bytes / 1000, "kB"),
  mainThread: ({pages}) => unit(heaviest(pages).mainThread.withScripts, "ms"),
  withoutScripts: ({pages}) => unit(heaviest(pages).mainThread.without, "ms")
};

/** `:bench[WHAT]`: a figure of data/bench.json, to two digits; what it names belongs to the machine that was measured. */
export const benchRole: Resolver = ({content}, {report}) => {
  const [what = "", ...words] = content.split(/\s+/);
  if (!Object.hasOwn(figures, what))
    throw new Error(`There is no figure “${what}” of speed; there are ${Object.keys(figures).join(", ")}.`);
  const {processor} = report.benchmark.machine;
  return fragment`<span class="bench" title="Measured on: ${processor}">${figures[what]!(report.benchmark, ...words)}</span>`;
};

function program(name: string | undefined): ProgramName {
  if (!programs.includes(name as ProgramName))
    throw new Error(`There is no program “${name ?? ""}”; there are ${programs.join(", ")}.`);
  return name as ProgramName;
}

/** The smallest and the largest of some values, or one number where they read alike. */
function range(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => formatDigits(value, 2));
  return low === high ? low! : `${low} to ${high}`;
}

function unit(value: number, name: string): string {
  return `${formatDigits(value, 2)}${NO_BREAK_SPACE}${name}`;
}

function notebookTime(benchmark: Benchmark): number {
  return required(notebookSeconds(benchmark), "the notebook’s way");
}

function heaviest(pages: Benchmark["pages"]): Benchmark["pages"][number] {
  return pages.reduce((one, other) => (other.bytes > one.bytes ? other : one));
}

function required<Value>(value: Value | null | undefined, name: string): Value {
  if (value == null) throw new Error(`data/bench.json was recorded without ${name}: repeat npm run bench -- --record.`);
  return value;
}
