import {recordsLength} from "../model/history.js";
import {targetOf} from "../model/target.js";

/** From an epoch's step on, another learning rate. */
export interface RateChange {
  /** 1 to the run's last epoch but one */
  readonly epoch: number;
  /** positive and finite */
  readonly rate: number;
}

/**
 * The arithmetics beside binary64 in which a run can be made; `bits16` rounds the result of each operation to 16 significant
 * bits, and so from 8 to 50.
 */
export type Arithmetic = "binary32" | "double-double" | `bits${number}`;

const ARITHMETIC = /^(binary32|double-double|bits(8|9|[1-4]\d|50))$/;

/** How many significant bits a number has in an arithmetic; some 106 in double-double. */
export function significantBits(arithmetic: Arithmetic | undefined): number {
  if (arithmetic === undefined) return 53;
  if (arithmetic === "binary32") return 24;
  return arithmetic === "double-double" ? 106 : Number(arithmetic.slice("bits".length));
}

/**
 * Everything that decides a run, and nothing else: equal parameters give equal bits. What is optional is absent where it
 * is standard.
 */
export interface RunParameters {
  /** "f1", "f2", or "f(FORMULA)" with a formula in x in its canonical form */
  target: string;
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
  /** the standard deviation of normal noise on the training targets, positive and finite; the test targets are exact */
  noise?: number;
  /** in the order of their epochs */
  rateChanges?: readonly RateChange[];
  /** binary64 if it is left out */
  arithmetic?: Arithmetic;
  /** the name of the stream that moves each weight one unit in the last place up or down after each step */
  rounding?: string;
}

/** A run may have so many epochs. */
export const MAX_EPOCHS = 1_000_000;

/** A history may take so many numbers: one GiB. */
export const MAX_NUMBERS = 0x8000000;

const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** A name must not look like a later part of an id. */
const AMBIGUOUS = /-((scale|train|test|noise|bits)\d|binary32|double-double)/;

/** The parameters of a run on the standard data from the standard initial weights, as the paper's tuples name it. */
export function standard(target: string, hidden: number, learningRate: number, epochs: number): RunParameters {
  const rest = {data: "standard", weights: "standard", trainSize: 1000, testSize: 100, weightScale: 1};
  return validate({target, hidden, learningRate, epochs, ...rest});
}

/**
 * Returns the parameters if a run can be made of them.
 * @throws RangeError with a sentence that names the first parameter that is out of range, and its range
 */
export function validate(parameters: RunParameters): RunParameters {
  const {target, hidden, learningRate, epochs, data, weights, trainSize, testSize, weightScale} = parameters;
  const {noise, rateChanges, arithmetic, rounding} = parameters;
  targetOf(target);
  requireInteger("number of hidden units", hidden, 2, 1000);
  requirePositive("learning rate", learningRate);
  requireInteger("number of epochs", epochs, 1, MAX_EPOCHS);
  requireName("data set", data);
  requireName("initial weights", weights);
  requireInteger("size of the training set", trainSize, 1, 1_000_000);
  requireInteger("size of the test set", testSize, 1, 1_000_000);
  requirePositive("weight scale", weightScale);
  if (noise !== undefined) requirePositive("standard deviation of the noise", noise);
  requireRateChanges(rateChanges ?? [], epochs);
  if (arithmetic !== undefined && !ARITHMETIC.test(arithmetic))
    throw new RangeError(
      `The arithmetic must be binary32, double-double or one of bits8 to bits50, or be left out, not “${arithmetic}”.`
    );
  if (rounding !== undefined) requireName("rounding", rounding);
  if (rounding !== undefined && arithmetic !== undefined)
    throw new RangeError(`Rounding at random is defined for binary64 only: leave out ${arithmetic} or the rounding.`);
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

function requireRateChanges(changes: readonly RateChange[], epochs: number): void {
  let least = 1;
  for (const {epoch, rate} of changes) {
    if (!Number.isInteger(epoch) || epoch < least || epoch >= epochs)
      throw new RangeError(
        `The learning rate can change at a whole epoch from ${least} to ${epochs - 1}, one change after the other, not at ${epoch}.`
      );
    requirePositive("learning rate", rate);
    least = epoch + 1;
  }
}

function requireName(what: string, name: string): void {
  if (typeof name !== "string" || !NAME.test(name) || AMBIGUOUS.test(name))
    throw new RangeError(
      `The name of the ${what} must be 1 to 64 letters, digits, “-” or “_”, start with a letter or digit and not hold “-scale”, “-train”, “-test”, “-noise” or “-bits” before a digit, “-binary32” or “-double-double”, not “${name}”.`
    );
}

/**
 * A run's readable id, such as `f1-h3-rate1-epochs1000`; what is not standard follows in a fixed order, as in
 * `f2-h8-rate0.1-epochs1200-data.seed-7-weights.seed-7-scale10-train200-test50-noise0.1-rate0.05.from500-rounding.a`.
 */
export function runId(parameters: RunParameters): string {
  const {target, hidden, learningRate, epochs, data, weights, trainSize, testSize, weightScale} = parameters;
  const {noise, rateChanges, arithmetic, rounding} = parameters;
  let id = `${target}-h${hidden}-rate${learningRate}-epochs${epochs}`;
  if (data !== "standard") id += `-data.${data}`;
  if (weights !== "standard") id += `-weights.${weights}`;
  if (weightScale !== 1) id += `-scale${weightScale}`;
  if (trainSize !== 1000) id += `-train${trainSize}`;
  if (testSize !== 100) id += `-test${testSize}`;
  if (noise !== undefined) id += `-noise${noise}`;
  for (const {epoch, rate} of rateChanges ?? []) id += `-rate${rate}.from${epoch}`;
  if (arithmetic !== undefined) id += `-${arithmetic}`;
  if (rounding !== undefined) id += `-rounding.${rounding}`;
  return id;
}

const NUMBER = String.raw`\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
const CHANGE = String.raw`-rate${NUMBER}\.from\d+`;
const ID = new RegExp(
  String.raw`^(f1|f2|f\(.+\))-h(\d+)-rate(${NUMBER})-epochs(\d+)` +
    String.raw`(?:-data\.([\w-]+?))?(?:-weights\.([\w-]+?))?(?:-scale(${NUMBER}))?(?:-train(\d+))?(?:-test(\d+))?` +
    String.raw`(?:-noise(${NUMBER}))?((?:${CHANGE})*)(?:-(binary32|double-double|bits\d+))?(?:-rounding\.([\w-]+))?$`
);

/**
 * The parameters that an id names; the inverse of `runId`.
 * @throws RangeError if no run has this id
 */
export function parseRunId(id: string): RunParameters {
  const match = ID.exec(id);
  if (!match) throw new RangeError(`“${id}” is not the id of a run; an id looks like f1-h3-rate1-epochs1000.`);
  const [
    ,
    target,
    hidden,
    learningRate,
    epochs,
    data,
    weights,
    scale,
    train,
    test,
    noise,
    changes,
    arithmetic,
    rounding
  ] = match;
  const rateChanges = [...changes!.matchAll(/-rate(.+?)\.from(\d+)/g)].map(([, rate, epoch]) => ({
    epoch: Number(epoch),
    rate: Number(rate)
  }));
  const parameters = validate({
    target: target!,
    hidden: Number(hidden),
    learningRate: Number(learningRate),
    epochs: Number(epochs),
    data: data ?? "standard",
    weights: weights ?? "standard",
    trainSize: Number(train ?? 1000),
    testSize: Number(test ?? 100),
    weightScale: Number(scale ?? 1),
    ...(noise === undefined ? {} : {noise: Number(noise)}),
    ...(rateChanges.length === 0 ? {} : {rateChanges}),
    ...(arithmetic === undefined ? {} : {arithmetic: arithmetic as Arithmetic}),
    ...(rounding === undefined ? {} : {rounding})
  });
  if (runId(parameters) !== id)
    throw new RangeError(`“${id}” is not how the id of this run is written: it is “${runId(parameters)}”.`);
  return parameters;
}
