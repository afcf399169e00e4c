import {type} from "node:os";
import {fileURLToPath} from "node:url";
import {chalk} from "zx";
import type {EngineReport, Tally} from "../../evidence/engineCheck.js";
import {allEqual, formatEngineMatrix, type EngineRow} from "../../evidence/engineMatrix.js";
import {writeAtomically} from "../atomicFile.js";
import {command, CommandError} from "../command.js";
import {commandWords} from "../commandWords.js";
import type {EngineEntry} from "../engines/engine.js";
import {engines} from "../engines/engines.js";
import {engineScript} from "../engines/engineScript.js";
import {engineTask, knownRuns} from "../engines/engineTask.js";

const USAGE = `Usage: npm run engines [-- ENGINE…]

Repeats the runs and the functions' known answers in every engine that is found, and
records in data/engines.json which of them gave the same bits. Engines that npm has
are fetched into .cache/engines. Named engines are only asked, not recorded:
  ${engines.map(({key}) => key).join(", ")}`;

const matrixFile = fileURLToPath(new URL("../../../data/engines.json", import.meta.url));

const operatingSystem = type() === "Darwin" ? "macOS" : type();
const platform = `${operatingSystem} ${process.arch}`;

function wanted(): readonly EngineEntry[] | null {
  const {values, positionals} = commandWords("engines", {
    allowPositionals: true,
    options: {help: {type: "boolean"}}
  });
  if (values.help) return null;
  for (const key of positionals)
    if (!engines.some((entry) => entry.key === key))
      throw new CommandError(`There is no engine “${key}”: take ${engines.map((entry) => entry.key).join(", ")}.`);
  return positionals.length === 0 ? engines : engines.filter(({key}) => positionals.includes(key));
}

const sum = (tallies: Iterable<Tally>): Tally => {
  const total = {equal: 0, of: 0};
  for (const {equal, of} of tallies) {
    total.equal += equal;
    total.of += of;
  }
  return total;
};

const LOOPS_WIDTH = 34;

const fraction = ({equal, of}: Tally) => `${equal}/${of}`;

function printed({name, engine, version, functions, runs}: EngineRow, seconds: number): string {
  return [
    `${name} (${engine})`.padEnd(24),
    version.padEnd(18),
    Object.entries(runs)
      .map(([loop, tally]) => `${loop} ${fraction(tally)}`)
      .join(", ")
      .padEnd(LOOPS_WIDTH),
    fraction(sum(Object.values(functions))).padEnd(14),
    `${seconds.toFixed(1)} s`.padStart(8)
  ].join("");
}

/** Asks one engine, and prints its line of the table. */
async function row(entry: EngineEntry, script: string): Promise<EngineRow | null> {
  const {name, engine, slow = false} = entry;
  const found = await entry.find();
  if ("missing" in found) {
    console.log(`${`${name} (${engine})`.padEnd(24)}skipped. ${found.missing}`);
    return null;
  }
  const task = engineTask(slow);
  const start = performance.now();
  const {version, report} = await found.ask<EngineReport>(script, task);
  const ids = slow ? {ids: task.runs.map(({id}) => id)} : {};
  const runs = Object.fromEntries(Object.entries(report.runs).map(([loop, tally]) => [loop, {...tally, ...ids}]));
  const result: EngineRow = {name, version, engine, platform, functions: report.functions, runs};
  console.log(printed(result, (performance.now() - start) / 1000));
  for (const difference of report.differences) console.log(chalk.red(`  ${difference}`));
  return result;
}

async function main(): Promise<void> {
  const asked = wanted();
  if (asked === null) return console.log(USAGE);
  const script = await engineScript();
  console.log(
    chalk.bold(
      `${"engine".padEnd(24)}${"version".padEnd(18)}${"runs equal, by loop".padEnd(LOOPS_WIDTH)}${"values equal".padEnd(14)}`
    )
  );
  const rows: EngineRow[] = [];
  for (const entry of asked) {
    const result = await row(entry, script);
    if (result !== null) rows.push(result);
  }
  if (asked === engines) {
    const digests = Object.fromEntries(knownRuns().map(({id, digest}) => [id, digest]));
    await writeAtomically(matrixFile, [formatEngineMatrix({version: 1, digests, engines: rows})]);
    console.log("Recorded in data/engines.json.");
  }
  const wrong = rows.filter((result) => !allEqual(result));
  if (wrong.length > 0)
    throw new CommandError(
      `Not all bits are the same in ${wrong.map(({name, version}) => `${name} ${version}`).join(", ")}.`
    );
}

await command(main);
