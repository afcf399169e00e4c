import {parseFormula} from "../model/formula.js";
import {requireHidden} from "./labLimits.js";
import {standard, validate, type RateChange, type RunParameters} from "./parameters.js";

/** What a reader writes into the lab's fields, as text. */
export interface FieldTexts {
  /** "f1", "f2" or "own" */
  target: string;
  /** the reader's own target, a formula in x */
  formula: string;
  hidden: string;
  learningRate: string;
  epochs: string;
  /** "standard", or a name */
  data: string;
  trainSize: string;
  testSize: string;
  /** a standard deviation; empty or 0 for none */
  noise: string;
  /** "standard", or a name */
  weights: string;
  weightScale: string;
  /** empty for binary64 */
  arithmetic: string;
  /** the name of a stream; empty for none */
  rounding: string;
}

export type FieldName = keyof FieldTexts;

/** Fields as they were read: parameters, or the sentences that say what is wrong, by field. */
export type ReadFields =
  | {parameters: RunParameters; problems: Readonly<Record<string, never>>}
  | {parameters: null; problems: Readonly<Partial<Record<FieldName, string>>>};

/** What the fields say for a run. */
export function fieldTexts(parameters: RunParameters): FieldTexts {
  const {target, hidden, learningRate, epochs, data, weights, trainSize, testSize, weightScale} = parameters;
  const {noise, arithmetic, rounding} = parameters;
  const own = target.startsWith("f(");
  return {
    target: own ? "own" : target,
    formula: own ? target.slice(2, -1) : "",
    hidden: String(hidden),
    learningRate: String(learningRate),
    epochs: String(epochs),
    data,
    trainSize: String(trainSize),
    testSize: String(testSize),
    noise: String(noise ?? 0),
    weights,
    weightScale: String(weightScale),
    arithmetic: arithmetic ?? "",
    rounding: rounding ?? ""
  };
}

/**
 * The run that the fields ask for, or what is wrong with each of them, in one sentence a field.
 * @param rateChanges kept where they lie within the epochs
 */
export function readFields(texts: FieldTexts, rateChanges: readonly RateChange[] = []): ReadFields {
  const problems: Partial<Record<FieldName, string>> = {};
  let parameters = standard("f1", 3, 1, 1000);
  for (const name of Object.keys(readers) as FieldName[])
    try {
      parameters = validate({...parameters, ...readers[name](texts)});
    } catch (error) {
      problems[name] = (error as Error).message;
    }
  if (Object.keys(problems).length > 0) return {parameters: null, problems};
  const kept = rateChanges.filter(({epoch}) => epoch < parameters.epochs);
  return {parameters: kept.length > 0 ? {...parameters, rateChanges: kept} : parameters, problems: {}};
}

/** How each field is read, in their order on the page; what it gives is validated after it, with all that came before. */
const readers: Readonly<Record<FieldName, (texts: FieldTexts) => Partial<RunParameters>>> = {
  target: ({target}) => (target === "own" ? {} : {target}),
  formula: ({target, formula}) => (target === "own" ? {target: `f(${parseFormula(formula).canonical})`} : {}),
  hidden: ({hidden}) => ({hidden: requireHidden(numberIn(hidden))}),
  learningRate: ({learningRate}) => ({learningRate: numberIn(learningRate)}),
  epochs: ({epochs}) => ({epochs: numberIn(epochs)}),
  data: ({data}) => ({data: data.trim()}),
  trainSize: ({trainSize}) => ({trainSize: numberIn(trainSize)}),
  testSize: ({testSize}) => ({testSize: numberIn(testSize)}),
  noise({noise}) {
    const value = noise.trim() === "" ? 0 : numberIn(noise);
    return value === 0 ? {} : {noise: value};
  },
  weights: ({weights}) => ({weights: weights.trim()}),
  weightScale: ({weightScale}) => ({weightScale: numberIn(weightScale)}),
  arithmetic: ({arithmetic}) =>
    arithmetic === "" ? {} : {arithmetic: arithmetic as NonNullable<RunParameters["arithmetic"]>},
  rounding: ({rounding}) => (rounding.trim() === "" ? {} : {rounding: rounding.trim()})
};

function numberIn(text: string): number {
  const value = Number(text.trim().replace("−", "-"));
  if (text.trim() === "") throw new RangeError("A number is missing here.");
  if (Number.isNaN(value)) throw new RangeError(`“${text.trim()}” is no number: write one such as 12, 0.05 or 1e-3.`);
  return value;
}
