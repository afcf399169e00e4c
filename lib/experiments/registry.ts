import {parseRunId, runId, standard, type RunParameters} from "./parameters.js";

/** A run that the report names. */
export interface RegisteredRun {
  id: string;
  parameters: RunParameters;
  /** where the paper names it, or "ours" */
  place: string;
  /** one line on what to look for */
  look: string;
}

function paperRun(tuple: Parameters<typeof standard>, place: string, look: string): RegisteredRun {
  const parameters = standard(...tuple);
  return {id: runId(parameters), parameters, place, look};
}

/** Every (f, h, learning rate, epochs) that the paper's text, figures or captions name, and one of ours. */
export const paperRuns: readonly RegisteredRun[] = [
  paperRun(["f1", 3, 1, 1000], "4.1, figures 3 and 9", "Calm for some 750 epochs, then a sudden shock."),
  paperRun(["f1", 3, 2, 1000], "4.1", "Twice the rate: the error leaps up early and never recovers."),
  paperRun(["f1", 3, 5, 1000], "4.1", "Five times the rate: the weights grow until they overflow."),
  paperRun(
    ["f1", 3, 0.1, 10000],
    "4.1, figure 4",
    "A tenth of the rate, ten times the epochs: the same course without the shock."
  ),
  paperRun(["f1", 2, 0.1, 1000], "4.1, figure 5", "One hidden unit beside the bias does as well as two."),
  paperRun(["f1", 3, 0.1, 1000], "4.1, figure 5", "Two hidden units learn the same thing."),
  paperRun(["f1", 5, 0.1, 1000], "4.1, figure 5", "Four hidden units learn the same thing, more slowly."),
  paperRun(["f1", 8, 0.1, 1000], "4.1", "Seven hidden units, slower still."),
  paperRun(["f2", 3, 0.1, 1000], "4.2, figure 6", "Too few hidden units: the error stagnates near 49."),
  paperRun(["f2", 6, 0.1, 1000], "4.2, figure 6", "Six units reach the rough shape, with oscillations on the way."),
  paperRun(["f2", 8, 0.1, 1000], "4.2", "The start of figure 6’s third column."),
  paperRun(
    ["f2", 8, 0.1, 1200],
    "4.2, figure 6",
    "Units that first move together part; two disturbances interrupt the descent."
  ),
  paperRun(["f2", 8, 1.5, 1000], "4.2", "The rate is too large: overflow."),
  paperRun(["f2", 8, 1, 1000], "4.2, figure 7", "Wild oscillations, and yet something sensible is learned."),
  paperRun(["f2", 8, 0.05, 1000], "4.2", "Half the rate: the same course, smooth and half as fast."),
  paperRun(["f2", 8, 0.05, 2400], "ours", "Half the rate over twice the epochs, beside the run of 1200 epochs."),
  paperRun(["f2", 8, 0.05, 10000], "4.2", "A long calm run: the error comes to rest near 1."),
  paperRun(["f2", 12, 0.05, 10000], "4.2", "More units go further: about half that error.")
];

/**
 * Stand-ins for the runs whose random numbers the paper did not seed: the seeds are those that `npm run stand-ins` finds
 * by its rule and records in data/stand-ins.json.
 */
export const standIns = {
  figure3f: "f1-h3-rate1-epochs1000-data.seed-175-weights.seed-175",
  figure8R1: "f2-h8-rate0.1-epochs1200-data.seed-125-weights.seed-125",
  figure8R2: "f2-h8-rate0.1-epochs1000-data.seed-74-weights.seed-74"
} as const;

/** Which of the paper's unseeded runs a stand-in stands for. */
export type StandIn = keyof typeof standIns;

const standInRuns: readonly RegisteredRun[] = [
  {
    id: standIns.figure3f,
    place: "4.1, figure 3f",
    look: "New data and new weights: the same kind of curve, another course."
  },
  {id: standIns.figure8R1, place: "4.2, figure 8 (R1)", look: "New data and new weights, a good outcome."},
  {
    id: standIns.figure8R2,
    place: "4.2, figure 8 (R2)",
    look: "New data and new weights, a poor outcome: a bump of the target is not learned."
  }
].map((entry) => ({...entry, parameters: parseRunId(entry.id)}));

/** All runs of the report. */
export const registry: readonly RegisteredRun[] = [...paperRuns, ...standInRuns];

/**
 * The registered run of this id.
 * @throws RangeError if the registry has none
 */
export function registeredRun(id: string): RegisteredRun {
  const entry = registry.find((candidate) => candidate.id === id);
  if (!entry) throw new RangeError(`The registry has no run “${id}”: add it to lib/experiments/registry.ts.`);
  return entry;
}
