import type {RunParameters} from "../experiments/parameters.js";
import {polyline, type Polyline} from "../experiments/polyline.js";
import {instabilityOf, type Instability} from "./instability.js";
import type {Spell} from "./onset.js";
import type {Phase} from "./phase.js";

/** What a chart shows of a run's instability, and a verifier repeats: six digits of each number, null for none. */
export interface InstabilityData {
  /** the version of this format */
  version: 1;
  id: string;
  parameters: RunParameters;
  /** simplified for drawing, as in a snapshot */
  testLoss: Polyline;
  trainLoss: Polyline;
  /** entry i of `sharpness` and `second` belongs to epoch `every * i` */
  every: number;
  /** the largest eigenvalue of the Hessian of the training loss */
  sharpness: (number | null)[];
  /** the second largest */
  second: (number | null)[];
  /** of the oscillation along the leading direction, an entry an epoch */
  amplitude: (number | null)[];
  spells: Spell[];
  phases: (Omit<Phase, "expected"> & {expected: (number | null)[]})[];
}

/** Makes a run, and looks at its instability as the site shows it. */
export async function instabilityDataOf(parameters: RunParameters): Promise<InstabilityData> {
  return instabilityData(await instabilityOf(parameters));
}

/** Rounds a run's instability for the site. */
export function instabilityData(instability: Instability): InstabilityData {
  const {id, parameters, course, amplitude, testLosses, trainLosses, spells, phases} = instability;
  return {
    version: 1,
    id,
    parameters,
    testLoss: polyline(testLosses, "log"),
    trainLoss: polyline(trainLosses, "log"),
    every: course.every,
    sharpness: rounded(course.sharpness),
    second: rounded(course.second),
    amplitude: rounded(amplitude),
    spells,
    phases: phases.map((phase) => ({...phase, expected: rounded(phase.expected)}))
  };
}

function rounded(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isFinite(value) ? Number(value.toPrecision(6)) : null));
}
