import {chalk} from "zx";
import {programNames, programs, type Benchmark, type Growth, type ProgramName} from "../../evidence/benchmark.js";

/** The project's own aims: how many times as long as the kernel these have to take at least, at h = 3, 8 and 12. */
const aims: Partial<Record<ProgramName, number[]>> = {
  notebook: [600, 600, 600],
  numpy: [1 / 0.3, 1 / 0.55, 1 / 0.7],
  native: [1 / 4.5, 1 / 4.5, 1 / 4.5]
};

const WIDTH = 52;

/** Nanoseconds a program, and how many times as long as the kernel it takes; a mark where the kernel misses its aim. */
export function trainingTable({hidden, nanoseconds}: Benchmark["training"]): string {
  const header = ["".padEnd(WIDTH), ...hidden.map((h) => `h = ${h}`.padStart(9) + "× kernel".padStart(10))];
  const kernel = nanoseconds.kernel!;
  const rows = programs.flatMap((name) => {
    const times = nanoseconds[name];
    if (!times) return [];
    const cells = times.map((time, i) => {
      const ratio = time / kernel[i]!;
      const missed = ratio < (aims[name]?.[i] ?? 0);
      return short(time).padStart(9) + `${short(ratio)}${missed ? "!" : ""}`.padStart(10);
    });
    return [[programNames[name].padEnd(WIDTH), ...cells]];
  });
  return [chalk.bold(header.join("")), ...rows.map((row) => row.join(""))].join("\n");
}

export function growthTable({points, hidden, epochs}: Benchmark["growth"]): string {
  const row = (name: string, {values, nanoseconds}: Growth) => [
    name.padEnd(18) + values.map((value) => String(value).padStart(8)).join(""),
    "".padEnd(18) + nanoseconds.map((value) => short(value).padStart(8)).join("")
  ];
  return [...row("training points", points), ...row("hidden units", hidden), ...row("epochs", epochs)].join("\n");
}

/** @param notebook what the notebook's way would take, in seconds; null if that is not known */
export function paperRunsLine({runs, seconds}: Benchmark["paperRuns"], notebook: number | null): string {
  const line = `All ${runs} standard runs, start of the program included: ${seconds.toFixed(2)} s of one processor`;
  if (notebook === null) return line;
  return `${line}; the notebook's way would take ${(notebook / 60).toFixed(0)} minutes, ${short(notebook / seconds)} times as long`;
}

export function buildTable({site, framework}: Benchmark["build"]): string {
  const row = (name: string, a: number, b: number) =>
    `${name.padEnd(24)}${a.toFixed(1).padStart(6)} s, ${Math.abs(a - b).toFixed(1)} s ${a < b ? "less" : "more"} than Framework for the same pages alone`;
  return [
    row("npm run build, cold", site.cold, framework.cold),
    row("with nothing changed", site.unchanged, framework.unchanged)
  ].join("\n");
}

export function limitsLines({cancellation, longRun}: Benchmark["limits"]): string {
  const {hidden, epochs, every, seconds, megabytes} = longRun;
  return [
    `A sweep that is told to end has ended after ${cancellation.toFixed(0)} ms.`,
    `h = ${hidden} over ${epochs} epochs, every ${every}th kept: ${seconds.toFixed(0)} s, ${megabytes.toFixed(0)} MB at the most`
  ].join("\n");
}

export function verificationLine({run, browser, node, page}: Benchmark["verification"]): string {
  return `${run} in ${browser}: ${page.toFixed(1)} s, ${short(page / node)} times as long as in Node`;
}

export function pagesTable(pages: Benchmark["pages"]): string {
  const lines = pages.map(({page, bytes, requests, mainThread: {withScripts, without}}) =>
    [
      page.padEnd(28),
      `${(bytes / 1000).toFixed(0)} kB`.padStart(8),
      `${requests} requests`.padStart(14),
      `${withScripts.toFixed(0)} ms of the main thread, ${without.toFixed(0)} ms without scripts`.padStart(54)
    ].join("")
  );
  return lines.join("\n");
}

/** Three digits. */
function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
