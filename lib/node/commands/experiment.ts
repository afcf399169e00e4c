import {extname} from "node:path";
import {chalk} from "zx";
import {parquet} from "../../experiments/parquet.js";
import {
  parseRunId,
  validate,
  validateHistory,
  type Arithmetic,
  type RunParameters
} from "../../experiments/parameters.js";
import {run, type Run} from "../../experiments/run.js";
import {csvLines, jsonPieces} from "../../experiments/table.js";
import {writeAtomically} from "../atomicFile.js";
import {command, CommandError} from "../command.js";
import {commandWords} from "../commandWords.js";
import {withProgress} from "../progress.js";

const USAGE = `Usage: npm run experiment -- TARGET HIDDEN RATE EPOCHS [options]
       npm run experiment -- ID [--json] [--out FILE] [--every N]
  e.g. npm run experiment -- f2 8 0.1 1200
       npm run experiment -- "f(x^2-1)" 8 0.1 1200 --noise 0.5
       npm run experiment -- f2-h8-rate0.1-epochs1200-rate0.05.from700

  TARGET  f1, f2 or f(FORMULA) HIDDEN  hidden units, bias unit included
  RATE    learning rate        EPOCHS  number of steps
  ID      the id of a run, which names all its parameters

Options
  --train-size N   training points (1000)     --data NAME     new data of this name instead of the standard ones
  --test-size N    test points (100)          --weights NAME  new initial weights of this name
  --scale S        factor on the initial weights (1)
  --noise S        standard deviation of normal noise on the training targets
  --arithmetic A   binary32, double-double, or bits8 to bits50
  --rounding NAME  move each weight to a neighbouring number after each step, by a stream of this name
  --json           print one JSON object and nothing else
  --out FILE       write the full history as .parquet, .csv or .json
  --every N        of the history, keep the epochs 0, N, 2 N, … and the last (1)

A formula has numbers, x, pi, e, + - * / ^, parentheses, sqrt, abs, exp, log, log1p, sin, cos and tanh.`;

/** How each kind of file is made of a run. */
const formats: Record<string, (run: Run) => Iterable<string | Uint8Array>> = {
  ".parquet": (run) => [new Uint8Array(parquet(run))],
  ".csv": csvLines,
  ".json": jsonPieces
};

function parse() {
  const string = {type: "string"} as const;
  const boolean = {type: "boolean"} as const;
  return commandWords("experiment", {
    allowPositionals: true,
    options: {
      "train-size": string,
      "test-size": string,
      data: string,
      weights: string,
      scale: string,
      noise: string,
      arithmetic: string,
      rounding: string,
      out: string,
      every: string,
      json: boolean,
      help: boolean
    }
  });
}

/** The number that was typed for `what`; whether it is a possible one, validation decides. */
function number(what: string, text: string): number {
  const value = text.trim() === "" ? NaN : Number(text);
  if (Number.isNaN(value)) throw new CommandError(`${what} must be a number, not “${text}”.`);
  return value;
}

type Values = ReturnType<typeof parse>["values"];

/** The options that say of a run what its id says, too. */
const named = ["train-size", "test-size", "data", "weights", "scale", "noise", "arithmetic", "rounding"] as const;

/** The parameters of the run that was asked for. */
function parametersOf(positionals: string[], values: Values): RunParameters {
  const [target, hidden, rate, epochs] = positionals;
  if (positionals.length === 1) {
    const option = named.find((name) => values[name] !== undefined);
    if (option) throw new CommandError(`An id names all parameters of a run: leave out --${option}, or change the id.`);
    return parseRunId(target!);
  }
  if (positionals.length !== 4)
    throw new CommandError(
      `An experiment takes four values, TARGET HIDDEN RATE EPOCHS, or the id of a run, not ${positionals.length} values: try npm run experiment -- f1 3 1 1000.`
    );
  const {noise, arithmetic, rounding} = values;
  return validate({
    target: target!,
    hidden: number("HIDDEN", hidden!),
    learningRate: number("RATE", rate!),
    epochs: number("EPOCHS", epochs!),
    data: values.data ?? "standard",
    weights: values.weights ?? "standard",
    trainSize: number("--train-size", values["train-size"] ?? "1000"),
    testSize: number("--test-size", values["test-size"] ?? "100"),
    weightScale: number("--scale", values.scale ?? "1"),
    ...(noise === undefined ? {} : {noise: number("--noise", noise)}),
    ...(arithmetic === undefined ? {} : {arithmetic: arithmetic as Arithmetic}),
    ...(rounding === undefined ? {} : {rounding})
  });
}

async function main(): Promise<void> {
  const {values, positionals} = parse();
  if (values.help) return console.log(USAGE);
  const parameters = parametersOf(positionals, values);
  const format = values.out === undefined ? undefined : formats[extname(values.out).toLowerCase()];
  if (values.out !== undefined && !format)
    throw new CommandError(`“${values.out}” must end in .parquet, .csv or .json, which says how to write the history.`);

  const every = number("--every", values.every ?? "1");
  validateHistory(parameters, every);
  const result = values.json
    ? await run(parameters, {every})
    : await withProgress("epochs", parameters.epochs, (update) =>
        run(parameters, {every, onProgress: (done) => update(done)})
      );
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
