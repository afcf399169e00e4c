import type {InstabilityData} from "../evidence/instabilityData.js";
import {courseInWords, type Courses} from "./charts/courses.js";
import type {Moment} from "./charts/rules.js";
import {drawStack, type Stack} from "./charts/stack.js";
import {formatMeasured} from "./numberFormat.js";
import {columnStyle, type LineStyle} from "./theme.js";

const SHARPNESS: LineStyle = {colour: "ink", dash: undefined};
const SECOND: LineStyle = {colour: "muted", dash: "2 2.5"};
const MEASURED: LineStyle = {colour: "bias", dash: undefined};
const EXPECTED: LineStyle = {colour: "ink", dash: "5 2.5"};

/** The sharpness's axis ends at so many times 2/η: where a run overshoots, its spikes are of no interest. */
const ABOVE = 1.6;

/** Of each chart's plot (px). */
const HEIGHT = 145;

/** Which part of a run is shown, and what is read. */
export interface InstabilityView {
  window?: readonly [number, number] | undefined;
  epoch?: number | undefined;
}

/** A run's error, sharpness and hidden oscillation over one axis of epochs, with what theory expects of it. */
export function instabilityStack(data: InstabilityData, {window, epoch}: InstabilityView = {}): Stack {
  const {epochs} = data.parameters;
  return {
    window: window ?? [0, epochs],
    epoch,
    moments: momentsOf(data),
    layers: [errors(data), sharpness(data), oscillation(data)].map((layer) => ({...layer, plotHeight: HEIGHT}))
  };
}

/** Draws them. */
export function drawInstability(
  data: InstabilityData,
  view: InstabilityView,
  options: {document: Document; width: number; idPrefix?: string}
): SVGSVGElement {
  const name = {id: `instability-${data.id}`, letter: "", title: "Error, sharpness, and the hidden oscillation"};
  return drawStack(name, instabilityStack(data, view), options);
}

/** The crossings that a calm leads up to, and the onsets: a run that is still swinging passes the limit all the time. */
function momentsOf({phases, spells}: InstabilityData): Moment[] {
  const crossings = phases.flatMap(({kind, crossing}) => (crossing === null || kind === "swinging" ? [] : [crossing]));
  return [
    ...crossings.map((epoch, i) => ({epoch, name: "crossing", ...(i === 0 ? {label: "$ηλ = 2$"} : {})})),
    ...spells.map(({from}, i) => ({epoch: from, name: "onset", ...(i === 0 ? {label: "onset"} : {})}))
  ];
}

function errors({testLoss, trainLoss, parameters: {hidden}}: InstabilityData): Courses {
  const course = (name: string, label: string, line: typeof testLoss) => ({
    ...line,
    name,
    label,
    style: columnStyle(name, hidden)
  });
  return {
    label: "error",
    scale: "log",
    courses: [course("train_loss", "training error", trainLoss), course("test_loss", "test error", testLoss)],
    description: `The training error, ${courseInWords(trainLoss)}.`
  };
}

function sharpness({sharpness, second, every, parameters: {learningRate}}: InstabilityData): Courses {
  const limit = 2 / learningRate;
  const epochs = sharpness.map((_, row) => row * every);
  const values = numbers(sharpness);
  const largest = values.reduce((a, b) => Math.max(a, b), 0);
  const label = `$2/η$ = ${String(limit)}`;
  return {
    label: "sharpness $λ$",
    scale: "linear",
    courses: [
      {name: "second", label: "second largest eigenvalue", style: SECOND, epochs, values: numbers(second)},
      {name: "sharpness", label: "sharpness $λ$", style: SHARPNESS, epochs, values}
    ],
    thresholds: [{value: limit, label}],
    domain: [0, Math.max(1.15 * limit, Math.min(1.05 * largest, ABOVE * limit))],
    description: `The sharpness, ${courseInWords({values})}; gradient descent is unstable where it is above ${formatMeasured(limit)}.`
  };
}

function oscillation({amplitude, phases}: InstabilityData): Courses {
  const values = numbers(amplitude);
  const expected = expectedCourse(phases);
  return {
    label: "swing along the sharpest direction",
    scale: "log",
    courses: [
      {name: "amplitude", label: "measured", style: MEASURED, values, gaps: true},
      ...(expected ? [{...expected, name: "expected", label: "expected", style: EXPECTED, gaps: true}] : [])
    ],
    description: `The amplitude of the oscillation from one epoch to the next, ${courseInWords({values: values.filter((value) => value > 0)})}.`
  };
}

/** What is expected in the phases that it is known for, as one course with gaps between them; undefined if there is none. */
function expectedCourse(phases: InstabilityData["phases"]): {epochs: number[]; values: number[]} | undefined {
  const known = phases.filter(({kind}) => kind === "floor" || kind === "remnant");
  if (known.length === 0) return undefined;
  // The entry after the last of a phase is empty, so that no value is read beyond it.
  const pieces = known.map(({expected, expectedFrom}) => ({
    epochs: Array.from({length: expected.length + 1}, (_, i) => expectedFrom + i),
    values: [...numbers(expected), NaN]
  }));
  return {epochs: pieces.flatMap(({epochs}) => epochs), values: pieces.flatMap(({values}) => values)};
}

function numbers(values: readonly (number | null)[]): number[] {
  return values.map((value) => value ?? NaN);
}
