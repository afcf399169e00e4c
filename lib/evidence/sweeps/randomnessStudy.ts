import {halves, isMissed, type Half} from "./halves.js";
import {randomnessName, randomnessSweep, sources, weightScales, type RandomSource} from "./randomnessSweep.js";
import {decades, differenceOf, estimate, resampledSpreads, type Estimate, type Resampled} from "./spread.js";
import {valuesOf, type SweepResults} from "./sweepResults.js";

/** The test sets on which runs are measured: each run's own, and the standard one. */
export type TestSet = "own" | "standard";

/** Runs that differ in the random numbers of one source. */
export interface RandomGroup {
  source: RandomSource;
  weightScale: number;
  /** the last test error of each run, by test set */
  errors: Record<TestSet, number[]>;
  /** the mean difference of the errors' decimal logarithms */
  spread: Record<TestSet, Estimate>;
  /** which halves each run has missed */
  missed: Half[][];
}

/** A comparison that a claim makes: the spread of one group less that of another. */
export interface SpreadComparison {
  more: {source: RandomSource; weightScale: number};
  less: {source: RandomSource; weightScale: number};
  difference: Record<TestSet, Estimate>;
}

/** What is claimed of random numbers. */
export const randomnessClaims = ["RAND-data", "RAND-both", "RAND-init-size"] as const;

export type RandomnessClaim = (typeof randomnessClaims)[number];

/** What random numbers decide. */
export interface RandomnessStudy {
  groups: RandomGroup[];
  /** by claim, what has to be larger than what */
  comparisons: Record<RandomnessClaim, SpreadComparison[]>;
}

type Side = SpreadComparison["more"];

const side = (source: RandomSource, weightScale: number): Side => ({source, weightScale});

const compared: Record<RandomnessClaim, [more: Side, less: Side][]> = {
  "RAND-data": [[side("data", 1), side("weights", 1)]],
  "RAND-both": [
    [side("both", 1), side("data", 1)],
    [side("both", 1), side("weights", 1)]
  ],
  "RAND-init-size": [
    [side("weights", 10), side("weights", 1)],
    [side("weights", 100), side("weights", 1)]
  ]
};

/**
 * The study of random numbers.
 * @param results those of its sweeps, by their names
 * @throws Error if a run has no finite error, so that the spread says nothing
 */
export function randomnessStudy(results: Readonly<Record<string, SweepResults>>): RandomnessStudy {
  const measured = weightScales.flatMap((weightScale) =>
    sources.map((source) => {
      const found = results[randomnessName(source, weightScale)]!;
      return {
        side: side(source, weightScale),
        errors: {own: finite(found, "lastTestLoss"), standard: finite(found, "standardTestLoss")},
        unexplained: [valuesOf(found, "leftUnexplained"), valuesOf(found, "rightUnexplained")] as const
      };
    })
  );
  const spreads = resampledSpreads(
    measured.flatMap(({errors: {own, standard}}) => [decades(own), decades(standard)]),
    "seeds"
  );
  const resampled = new Map<string, Record<TestSet, Resampled>>();
  const groups = measured.map(({side: {source, weightScale}, errors, unexplained}, i): RandomGroup => {
    const [own, standard] = [spreads[2 * i]!, spreads[2 * i + 1]!];
    resampled.set(randomnessName(source, weightScale), {own, standard});
    return {
      source,
      weightScale,
      errors,
      spread: {own: estimate(own), standard: estimate(standard)},
      missed: errors.own.map((_, run) => halves.filter((_, half) => isMissed(unexplained[half]![run]!)))
    };
  });
  const of = ({source, weightScale}: Side) => resampled.get(randomnessName(source, weightScale))!;
  const compare = ([more, less]: [Side, Side]): SpreadComparison => {
    const difference = (set: TestSet) => estimate(differenceOf(of(more)[set], of(less)[set]));
    return {more, less, difference: {own: difference("own"), standard: difference("standard")}};
  };
  return {
    groups,
    comparisons: {
      "RAND-data": compared["RAND-data"].map(compare),
      "RAND-both": compared["RAND-both"].map(compare),
      "RAND-init-size": compared["RAND-init-size"].map(compare)
    }
  };
}

/**
 * Whether a claim on random numbers holds: every spread that it says is larger is so on the runs' own test sets, as the
 * paper measures, with the whole interval of 95 % above 0.
 */
export function randomnessClaimHolds({comparisons}: RandomnessStudy, claim: RandomnessClaim): boolean {
  return comparisons[claim].every(({difference}) => difference.own.low > 0);
}

/**
 * The group of a source at a weight scale.
 * @throws RangeError if the study has none
 */
export function groupOf({groups}: RandomnessStudy, source: RandomSource, weightScale: number): RandomGroup {
  const found = groups.find((group) => group.source === source && group.weightScale === weightScale);
  if (!found) throw new RangeError(`The study has no group ${randomnessName(source, weightScale)}.`);
  return found;
}

/** Runs of a group that have missed the same halves. */
export interface MissedClass {
  missed: readonly Half[];
  /** the last test errors on the runs' own test sets, ascending */
  errors: number[];
  /** the run with the middle one */
  example: string;
}

/** The runs of a group by the halves that they have missed: those that missed fewer first, then those that are more. */
export function missedClasses({source, weightScale, errors, missed}: RandomGroup): MissedClass[] {
  const {runs} = randomnessSweep(source, weightScale);
  const classes = new Map<string, {id: string; error: number; missed: readonly Half[]}[]>();
  missed.forEach((halves, i) => {
    const name = halves.join();
    classes.set(name, [...(classes.get(name) ?? []), {id: runs[i]!, error: errors.own[i]!, missed: halves}]);
  });
  return [...classes.values()]
    .map((members): MissedClass => {
      members.sort((a, b) => a.error - b.error);
      return {
        missed: members[0]!.missed,
        errors: members.map(({error}) => error),
        example: members[Math.ceil(members.length / 2) - 1]!.id
      };
    })
    .sort((a, b) => a.missed.length - b.missed.length || b.errors.length - a.errors.length);
}

function finite(results: SweepResults, column: string): number[] {
  return valuesOf(results, column).map((value, i) => {
    if (value === null)
      throw new Error(`The run ${results.runs[i]![0]} has no finite error, so that no spread is one.`);
    return value;
  });
}
