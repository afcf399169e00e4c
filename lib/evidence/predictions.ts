import type {InstabilityData} from "./instabilityData.js";

/** A phase in which ηλ passed 2 while no oscillation was to be seen, and what was predicted of it. */
export interface Prediction {
  id: string;
  /** what the oscillation grew from: rounding errors, or what was left of an earlier swing */
  seed: "floor" | "remnant";
  /** which of the run's phases it is, from 1 */
  phase: number;
  crossing: number;
  /** null: no visible instability before the run's end */
  predicted: number | null;
  range: readonly [number, number | null] | null;
  measured: number | null;
}

/** How far a prediction may be from what is measured: the larger of a part of it, and some epochs. */
export const TOLERANCE = {relative: 0.05, absolute: 3} as const;

/** All predictions for these runs, in their order. */
export function predictionsOf(instabilities: readonly InstabilityData[]): Prediction[] {
  return instabilities.flatMap(({id, phases}) =>
    phases.flatMap(({kind, crossing, predicted, range, onset}, i) =>
      (kind === "floor" || kind === "remnant") && crossing !== null
        ? [{id, seed: kind, phase: i + 1, crossing, predicted, range, measured: onset}]
        : []
    )
  );
}

/** Whether a prediction came true within the tolerance. */
export function cameTrue({predicted, measured}: Prediction): boolean {
  if (predicted === null || measured === null) return predicted === measured;
  return Math.abs(predicted - measured) <= Math.max(TOLERANCE.relative * measured, TOLERANCE.absolute);
}
