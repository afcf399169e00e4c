import {recordsLength} from "../model/history.js";
import type {TargetName} from "../model/target.js";

/** Everything that decides a run, and nothing else: equal parameters give equal bits. */
export interface RunParameters {
  target: TargetName;
  /** h, the number of hidden units, the bias unit included; 2 to 1000 */
  hidden: number;
  /** positive and finite */
  learningRate: number;
  /** the number of steps; at least 1 */
  epochs: number;
  /** "standard", or the name of a new data set */
  data: string;
  /** "standard", or the name of new initial weights */
  weights: string;
  /** the number of training points, 1 to 10⁶ */
  trainSize: number;
  /** the number of test points, 1 to 10⁶ */
  testSize: number;
  /** a factor on every initial weight; positive and finite */
  weightScale: number;
}

/** A history may take so many numbers: one GiB. */
const MAX_NUMBERS = 0x8000000;

const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** A name must not look like a later part of an id. */
const AMBIGUOUS = /-(scale|train|test)\d/;

/** The parameters of a run on the standard data from the standard initial weights, as the paper's tuples name it. */
export function standard(target: TargetName, hidden: number, learningRate: number, epochs: number): RunParameters {
  const rest = {data: "standard", weights: "standard", trainSize: 1000, testSize: 100, weightScale: 1};
  return validate({target, hidden, learningRate, epochs, ...rest});
}

/**
 * Returns the parameters if a run can be made of them.
 * @throws RangeError with a sentence that names the first parameter that is out of range, and its range
 */
export function validate(parameters: RunParameters): RunParameters {
  const {target, hidden, learningRate, epochs, data, weights, trainSize, testSize, weightScale} = parameters;
  if (target !== "f1" && target !== "f2") throw new RangeError(`The target must be f1 or f2, not “${String(target)}”.`);
  requireInteger("number of hidden units", hidden, 2, 1000);
  requirePositive("learning rate", learningRate);
  requireInteger("number of epochs", epochs, 1, 1_000_000);
  requireName("data set", data);
  requireName("initial weights", weights);
  requireInteger("size of the training set", trainSize, 1, 1_000_000);
  requireInteger("size of the test set", testSize, 1, 1_000_000);
  requirePositive("weight scale", weightScale);
  return parameters;
}

/**
 * Checks that the history of a run can be held, when it keeps the record of every n-th epoch.
 * @throws RangeError with a sentence that says how far it must be thinned
 */
export function validateHistory({hidden, epochs}: RunParameters, every: number): void {
  requireInteger("number of epochs from one kept record to the next", every, 1, 1_000_000);
  if (recordsLength(hidden, epochs, every) <= MAX_NUMBERS) return;
  let enough = every;
  while (recordsLength(hidden, epochs, enough) > MAX_NUMBERS) enough += 1;
  throw new RangeError(
    `A run of ${epochs} epochs with ${hidden} hidden units records more than a GiB: keep every ${enough}th epoch, or take fewer epochs or hidden units.`
  );
}

function requireInteger(what: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RangeError(`The ${what} must be a whole number from ${least} to ${most}, not ${value}.`);
}

function requirePositive(what: string, value: number): void {
  if (typeof value !== "number" || !(value > 0) || value === Infinity)
    throw new RangeError(`The ${what} must be a positive finite number, not ${value}.`);
}

function requireName(what: string, name: string): void {
  if (typeof name !== "string" || !NAME.test(name) || AMBIGUOUS.test(name))
    throw new RangeError(
      `The name of the ${what} must be 1 to 64 letters, digits, “-” or “_”, start with a letter or digit and not hold “-scale”, “-train” or “-test” before a digit, not “${name}”.`
    );
}

/**
 * A run's readable id, such as `f1-h3-rate1-epochs1000`; what is not standard follows in a fixed order, as in
 * `f2-h8-rate0.1-epochs1200-data.seed-7-weights.seed-7-scale10-train200-test50`.
 */
export function runId(parameters: RunParameters): string {
  const {target, hidden, learningRate, epochs, data, weights, trainSize, testSize, weightScale} = parameters;
  let id = `${target}-h${hidden}-rate${learningRate}-epochs${epochs}`;
  if (data !== "standard") id += `-data.${data}`;
  if (weights !== "standard") id += `-weights.${weights}`;
  if (weightScale !== 1) id += `-scale${weightScale}`;
  if (trainSize !== 1000) id += `-train${trainSize}`;
  if (testSize !== 100) id += `-test${testSize}`;
  return id;
}

const NUMBER = String.raw`\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
const ID = new RegExp(
  String.raw`^(f1|f2)-h(\d+)-rate(${NUMBER})-epochs(\d+)` +
    String.raw`(?:-data\.([\w-]+?))?(?:-weights\.([\w-]+?))?(?:-scale(${NUMBER}))?(?:-train(\d+))?(?:-test(\d+))?$`
);

/**
 * The parameters that an id names; the inverse of `runId`.
 * @throws RangeError if no run has this id
 */
export function parseRunId(id: string): RunParameters {
  const match = ID.exec(id);
  if (!match) throw new RangeError(`“${id}” is not the id of a run; an id looks like f1-h3-rate1-epochs1000.`);
  const [, target, hidden, rate, epochs, data, weights, scale, train, test] = match;
  const parameters = validate({
    target: target as TargetName,
    hidden: Number(hidden),
    learningRate: Number(rate),
    epochs: Number(epochs),
    data: data ?? "standard",
    weights: weights ?? "standard",
    trainSize: Number(train ?? 1000),
    testSize: Number(test ?? 100),
    weightScale: Number(scale ?? 1)
  });
  if (runId(parameters) !== id)
    throw new RangeError(`“${id}” is not how the id of this run is written: it is “${runId(parameters)}”.`);
  return parameters;
}
