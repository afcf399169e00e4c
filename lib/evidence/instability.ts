import {runId, type RunParameters} from "../experiments/parameters.js";
import {run} from "../experiments/run.js";
import {startingPoint} from "../experiments/startingPoint.js";
import {column} from "../model/history.js";
import {CALM, unstableSpells, type Spell} from "./onset.js";
import {oscillation} from "./oscillation.js";
import {phaseOf, type Phase} from "./phase.js";
import {lastEpoch, sharpnessCourse, type SharpnessCourse} from "./sharpness.js";

/** Why a run is stable, or why not. */
export interface Instability {
  id: string;
  parameters: RunParameters;
  course: Omit<SharpnessCourse, "directions">;
  /** the amplitude of the oscillation along the leading direction, an entry an epoch */
  amplitude: Float64Array;
  trainLosses: Float64Array;
  testLosses: Float64Array;
  /** the spells of visible instability */
  spells: Spell[];
  /** the phases before, between and after them */
  phases: Phase[];
}

/** Makes a run, and looks at its sharpness, its oscillation, and what they predict. */
export async function instabilityOf(parameters: RunParameters): Promise<Instability> {
  const {history} = await run(parameters);
  const course = sharpnessCourse(history, startingPoint(parameters).train);
  const amplitude = oscillation(history, course);
  const trainLosses = column(history, "train_loss");
  const observations = {parameters, history, course, amplitude, trainLosses};
  const spells = unstableSpells(trainLosses);
  const phases = [0, ...spells.map(({to}) => to + CALM)].flatMap((from, i) => {
    const onset = spells[i]?.from ?? null;
    return from < (onset ?? lastEpoch(course)) ? [phaseOf(observations, from, onset)] : [];
  });
  const {every, sharpness, second} = course;
  return {
    id: runId(parameters),
    parameters,
    course: {every, sharpness, second},
    amplitude,
    trainLosses,
    testLosses: column(history, "test_loss"),
    spells,
    phases
  };
}
