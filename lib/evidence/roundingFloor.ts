import {recordLength, weightCount, type History} from "../model/history.js";
import {powerOfTwo} from "../numerics/binary64.js";
import {nextAbove} from "../numerics/nextAbove.js";
import {directionAt, sharpnessAt, type SharpnessCourse} from "./sharpness.js";

/** A swing along the leading direction. */
export interface Swing {
  /** where it begins */
  from: number;
  /** how large it is there */
  amplitude: number;
  /** the significant bits of the arithmetic that the run is computed in */
  bits: number;
  /** the last epoch whose sharpness counts, which is that of all later ones: a visible oscillation changes it */
  calmUntil: number;
}

/**
 * How large a swing is expected to be, from its beginning to the end of the run: entry i belongs to epoch `from + i`. A
 * step of gradient descent multiplies the swing by 1 - ηλ, and it rounds each weight w to a grid of mesh ulp(w); the
 * error is taken as spread evenly over half a mesh to either side, and as independent of all others. So the mean square
 * of the amplitude obeys
 *   A²[t+1] = (1 - ηλ[t])² A²[t] + Σ v[i]² ulp(w[i])² / 12,
 * for a swing that dies out, for the floor at which rounding keeps it, and for its growth from there.
 * @param rate η
 */
export function expectedAmplitude(
  {hidden, records, epochs}: History,
  course: SharpnessCourse,
  rate: number,
  {from, amplitude, bits, calmUntil}: Swing
): Float64Array {
  const n = weightCount(hidden);
  const stride = recordLength(hidden);
  const mesh = powerOfTwo(53 - bits);
  const result = new Float64Array(epochs - from + 1);
  let square = amplitude * amplitude;
  for (let epoch = from; epoch <= epochs; ++epoch) {
    result[epoch - from] = Math.sqrt(square);
    const calm = Math.min(epoch, calmUntil);
    const factor = 1 - rate * sharpnessAt(course, calm);
    const direction = directionAt(course, calm);
    let rounding = 0;
    for (let i = 0; i < n; ++i) {
      const error = direction[i]! * mesh * ulp(records[calm * stride + 2 + i]!);
      rounding += (error * error) / 12;
    }
    square = factor * factor * square + rounding;
  }
  return result;
}

/** The distance from the size of a binary64 to the next one above. */
function ulp(x: number): number {
  const size = Math.abs(x);
  return nextAbove(size) - size;
}
