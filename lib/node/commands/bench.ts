import {cpus} from "node:os";
import {chalk} from "zx";
import {notebookSeconds, type Benchmark} from "../../evidence/benchmark.js";
import {writeAtomically} from "../atomicFile.js";
import {measureGrowth} from "../bench/growth.js";
import {labLines} from "../bench/lab.js";
import {findTools, type Tools} from "../bench/programs.js";
import {
  buildTable,
  growthTable,
  limitsLines,
  pagesTable,
  paperRunsLine,
  trainingTable,
  verificationLine
} from "../bench/report.js";
import {measureLimits} from "../bench/limits.js";
import {measureBuilds, measurePages} from "../bench/site.js";
import {measureTraining} from "../bench/training.js";
import {measureVerification} from "../bench/verification.js";
import {command, CommandError} from "../command.js";
import {commandWords} from "../commandWords.js";

const USAGE = `Usage: npm run bench -- [--record]
  Measures the training beside other programs that do the same, and the building and the weight of the site.
  --record  writes the results to data/bench.json, which the page on speed is made of`;

function machine({numpy, compiler}: Tools): Benchmark["machine"] {
  const processors = cpus();
  const processor = processors[0]?.model.trim() ?? "unknown";
  const platform = `${process.platform} ${process.arch}`;
  return {processor, cores: processors.length, platform, node: process.versions.node, numpy, compiler};
}

async function main(): Promise<void> {
  const {record, help} = commandWords("bench", {options: {record: {type: "boolean"}, help: {type: "boolean"}}}).values;
  if (help) return console.log(USAGE);
  const tools = await findTools();
  if (record && !(tools.numpy && tools.compiler))
    throw new CommandError(
      "A record has all programs: it takes a Python with NumPy (PYTHON names one) and a C compiler (CC names one)."
    );
  const place = machine(tools);
  console.log(`${place.processor}, ${place.cores} cores; Node ${place.node}`);
  console.log(
    tools.numpy
      ? `NumPy ${tools.numpy}`
      : "Skipped: the two NumPy programs, because no Python with NumPy was found (set PYTHON to one)."
  );
  console.log(tools.compiler ?? "Skipped: the native program, because no C compiler was found (set CC to one).");

  const heading = (text: string) => console.log(`\n${chalk.bold(text)}`);
  const trained = await measureTraining(tools.programs);
  heading("Processor time in ns for each training point, hidden unit and epoch; medians of interleaved rounds");
  console.log(trainingTable(trained.training));
  console.log(`\n${paperRunsLine(trained.paperRuns, notebookSeconds(trained))}`);

  const {growth} = await measureGrowth();
  heading("The same for the kernel alone, as one parameter grows");
  console.log(growthTable(growth));

  const {build} = await measureBuilds();
  heading("Building the site");
  console.log(buildTable(build));

  heading("Limits");
  const {limits} = await measureLimits();
  console.log(limitsLines(limits));

  heading("Verifying in the browser");
  const {verification} = await measureVerification();
  console.log(verificationLine(verification));

  heading("The lab while it trains, on a phone’s screen with the processor slowed four times; and its speed");
  console.log(await labLines());

  const {pages} = await measurePages();
  heading("First view: gzip, fonts apart; median time");
  console.log(pagesTable(pages));

  const result: Benchmark = {machine: place, ...trained, growth, build, limits, verification, pages};
  if (record) await writeAtomically("data/bench.json", [`${JSON.stringify(result, threeDigits, 1)}\n`]);
}

/** More than three digits of a time would say nothing. */
function threeDigits(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(3)) : value;
}

await command(main);
