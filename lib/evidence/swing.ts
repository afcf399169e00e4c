import {recordLength, weightCount, type History} from "../model/history.js";
import {RISE} from "./onset.js";
import type {Swing} from "./roundingFloor.js";
import {directionAt, sharpnessAt, type SharpnessCourse} from "./sharpness.js";

/** What a swing adds to the loss of a valley of this sharpness, measured from its floor. */
export function energy(sharpness: number, amplitude: number): number {
  return (sharpness / 2) * amplitude * amplitude;
}

/** How far the first weights lie from the floor of the valley, along its leading direction: Newton's step, |v·∇l| / λ. */
export function distanceAtStart({hidden, records}: History, course: SharpnessCourse): number {
  const n = weightCount(hidden);
  const direction = directionAt(course, 0);
  const gradient = records.subarray(recordLength(hidden) - n, recordLength(hidden));
  return Math.abs(direction.reduce((sum, v, i) => sum + v * gradient[i]!, 0) / sharpnessAt(course, 0));
}

/**
 * The first epoch at which a swing so many times the expected one is visible: its energy has grown in one epoch by more
 * than the part of the training loss that makes a rise. Null if there is none.
 * @param expected the swing's amplitude, as `expectedAmplitude` gives it
 */
export function visibleFrom(
  course: SharpnessCourse,
  trainLosses: ArrayLike<number>,
  {from, calmUntil}: Pick<Swing, "from" | "calmUntil">,
  expected: Float64Array,
  times = 1
): number | null {
  for (let epoch = from; epoch - from + 1 < expected.length; ++epoch) {
    const calm = Math.min(epoch, calmUntil);
    const sharpness = sharpnessAt(course, calm);
    const [now, next] = [epoch, epoch + 1].map((at) => energy(sharpness, times * expected[at - from]!));
    if (next! - now! > RISE * trainLosses[calm]!) return epoch + 1;
  }
  return null;
}
