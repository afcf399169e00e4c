import {parseRunId, significantBits, type Arithmetic, type RunParameters} from "../experiments/parameters.js";
import {registry} from "../experiments/registry.js";
import {run} from "../experiments/run.js";
import {startingPoint} from "../experiments/startingPoint.js";
import {column} from "../model/history.js";
import {onsetEpoch} from "./onset.js";
import {expectedAmplitude} from "./roundingFloor.js";
import {lastEpoch, sharpnessCourse} from "./sharpness.js";
import {PRECISION_RUN} from "./sweeps/precisionSweep.js";
import {distanceAtStart, visibleFrom} from "./swing.js";

/** Binary64, or the name of another arithmetic. */
export type Precision = Arithmetic | "binary64";

/** The arithmetics that the precision test compares in both of its runs, from the coarsest to the finest. */
export const precisions: readonly Precision[] = ["binary32", "binary64", "double-double"];

/** The runs of the test: one whose first shock grows from the floor, and one whose first disturbance does not. */
export const PRECISION_RUNS = [PRECISION_RUN, "f2-h8-rate0.1-epochs1200"] as const;

/** The onset that is predicted for each number of significant bits; null where there is none within the run. */
export interface OnsetByBits {
  bits: number[];
  onset: (number | null)[];
}

/** The same run in one of the arithmetics. */
export function inArithmetic(id: string, precision: Precision): RunParameters {
  const parameters = parseRunId(id);
  return precision === "binary64" ? parameters : {...parameters, arithmetic: precision};
}

/** How many significant bits a number has in an arithmetic. */
export function bitsOf(precision: Precision): number {
  return significantBits(precision === "binary64" ? undefined : precision);
}

/** All runs whose instability the report looks at: those of the registry, and those of the test in other arithmetics. */
export const examinedRuns: readonly RunParameters[] = [
  ...registry.map(({parameters}) => parameters),
  ...PRECISION_RUNS.flatMap((id) =>
    precisions.filter((precision) => precision !== "binary64").map((precision) => inArithmetic(id, precision))
  )
];

const FEWEST = 14;
const MOST = 110;

/**
 * Predicts the first onset of a run for arithmetics of 14 to 110 significant bits. The sharpness is taken along the run in
 * double-double arithmetic, which stays calm the longest, up to its own onset.
 */
export async function onsetByBits(id: string): Promise<OnsetByBits> {
  const parameters = inArithmetic(id, "double-double");
  const {history} = await run(parameters);
  const course = sharpnessCourse(history, startingPoint(parameters).train);
  const losses = column(history, "train_loss");
  const calmUntil = (onsetEpoch(losses) ?? lastEpoch(course) + 1) - 1;
  const amplitude = distanceAtStart(history, course);
  const bits = Array.from({length: MOST - FEWEST + 1}, (_, i) => FEWEST + i);
  const onset = bits.map((bits) => {
    const swing = {from: 0, amplitude, bits, calmUntil};
    return visibleFrom(course, losses, swing, expectedAmplitude(history, course, parameters.learningRate, swing));
  });
  return {bits, onset};
}
