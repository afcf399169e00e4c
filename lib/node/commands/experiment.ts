import {extname} from "node:path";
import {parseArgs} from "node:util";
import {chalk} from "zx";
import {parquet} from "../../experiments/parquet.js";
import {validate, validateHistory, type RunParameters} from "../../experiments/parameters.js";
import {run, type Run} from "../../experiments/run.js";
import {csvLines, jsonPieces} from "../../experiments/table.js";
import type {TargetName} from "../../model/target.js";
import {writeAtomically} from "../atomicFile.js";
import {command, CommandError} from "../command.js";
import {progress} from "../progress.js";

const USAGE = `Usage: npm run experiment -- TARGET HIDDEN RATE EPOCHS [options]
  e.g. npm run experiment -- f2 8 0.1 1200

  TARGET  f1 or f2             HIDDEN  hidden units, bias unit included
  RATE    learning rate        EPOCHS  number of steps

Options
  --train-size N   training points (1000)     --data NAME     new data of this name instead of the standard ones
  --test-size N    test points (100)          --weights NAME  new initial weights of this name
  --scale S        factor on the initial weights (1)
  --json           print one JSON object and nothing else
  --out FILE       write the full history as .parquet, .csv or .json
  --every N        of the history, keep the epochs 0, N, 2 N, … and the last (1)`;

/** How each kind of file is made of a run. */
const formats: Record<string, (run: Run) => Iterable<string | Uint8Array>> = {
  ".parquet": (run) => [new Uint8Array(parquet(run))],
  ".csv": csvLines,
  ".json": jsonPieces
};

function parse() {
  const string = {type: "string"} as const;
  const boolean = {type: "boolean"} as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        "train-size": string,
        "test-size": string,
        data: string,
        weights: string,
        scale: string,
        out: string,
        every: string,
        json: boolean,
        help: boolean
      }
    });
  } catch (error) {
    throw new CommandError(`${(error as Error).message.split(". ")[0]}; see npm run experiment -- --help.`);
  }
}

/** The number that was typed for `what`; whether it is a possible one, validation decides. */
function number(what: string, text: string): number {
  const value = text.trim() === "" ? NaN : Number(text);
  if (Number.isNaN(value)) throw new CommandError(`${what} must be a number, not “${text}”.`);
  return value;
}

async function main(): Promise<void> {
  const {values, positionals} = parse();
  if (values.help) return console.log(USAGE);
  if (positionals.length !== 4)
    throw new CommandError(
      `An experiment takes four values, TARGET HIDDEN RATE EPOCHS, not ${positionals.length}: try npm run experiment -- f1 3 1 1000.`
    );
  const [target, hidden, rate, epochs] = positionals as [TargetName, string, string, string];
  const parameters: RunParameters = validate({
    target,
    hidden: number("HIDDEN", hidden),
    learningRate: number("RATE", rate),
    epochs: number("EPOCHS", epochs),
    data: values.data ?? "standard",
    weights: values.weights ?? "standard",
    trainSize: number("--train-size", values["train-size"] ?? "1000"),
    testSize: number("--test-size", values["test-size"] ?? "100"),
    weightScale: number("--scale", values.scale ?? "1")
  });
  const format = values.out === undefined ? undefined : formats[extname(values.out).toLowerCase()];
  if (values.out !== undefined && !format)
    throw new CommandError(`“${values.out}” must end in .parquet, .csv or .json, which says how to write the history.`);

  const every = number("--every", values.every ?? "1");
  validateHistory(parameters, every);
  const bar = values.json ? undefined : progress("epochs", parameters.epochs);
  const result = await run(parameters, bar ? {every, onProgress: (done) => bar.update(done)} : {every});
  bar?.stop();
  if (values.out !== undefined && format) await writeAtomically(values.out, format(result));
  console.log(values.json ? json(result) : summary(result, values.out));
}

/** The summary as one JSON object; what is not finite is null. */
function json({parameters, summary, digest}: Run): string {
  const {lastTestLoss, lowestTestLoss, lowestTestEpoch, lowestTrainEpoch, firstNonFiniteEpoch} = summary;
  return JSON.stringify({
    parameters,
    lastTestLoss,
    lowestTestLoss,
    lowestTestEpoch,
    lowestTrainEpoch,
    firstNonFiniteEpoch,
    digest
  });
}

function summary({id, summary: s, digest}: Run, out: string | undefined): string {
  const rows = [
    ["last test error", String(s.lastTestLoss)],
    ["lowest test error", `${s.lowestTestLoss} after epoch ${s.lowestTestEpoch}`],
    ["lowest training error", `${s.lowestTrainLoss} after epoch ${s.lowestTrainEpoch}`],
    ["first non-finite epoch", s.firstNonFiniteEpoch === null ? "none" : String(s.firstNonFiniteEpoch)],
    ["digest", digest],
    ...(out === undefined ? [] : [["history", out]])
  ];
  return [chalk.bold(id), ...rows.map(([name, value]) => `  ${name!.padEnd(24)}${value}`)].join("\n");
}

await command(main);
