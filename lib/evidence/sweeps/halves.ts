import {output} from "../../model/perceptron.js";
import {targetOf} from "../../model/target.js";
import type {Weights} from "../../model/weights.js";

/** The halves of the interval from -5 to 5. */
export const halves = ["left", "right"] as const;

export type Half = (typeof halves)[number];

/** So many points, evenly spread over each half, are looked at. */
const POINTS = 500;

const inputs = halves.map((_, half) =>
  Float64Array.from({length: POINTS}, (_, i) => ((i + 0.5) / POINTS + half - 1) * 5)
);

/**
 * How much of a target's variation over each half of the interval a network leaves unexplained: the mean square of its
 * error there, divided by that of the best constant, which is the target's mean. 0 is perfect; 1 is as good as a level
 * line.
 * @returns for the left half and for the right
 */
export function unexplained(weights: Weights, target: string): number[] {
  return inputs.map((x) => {
    const truth = x.map(targetOf(target));
    const learned = output(weights, x);
    const mean = truth.reduce((sum, y) => sum + y, 0) / POINTS;
    let error = 0;
    let variation = 0;
    for (let i = 0; i < POINTS; ++i) {
      error += (learned[i]! - truth[i]!) * (learned[i]! - truth[i]!);
      variation += (truth[i]! - mean) * (truth[i]! - mean);
    }
    return error / variation;
  });
}

/** Whether a half is missed: what the network has learned there is nearer to a level line than to the target. */
export function isMissed(unexplained: number | null): boolean {
  return unexplained === null || unexplained > 0.5;
}
