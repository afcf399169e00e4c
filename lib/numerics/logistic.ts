import {exp} from "./exp.js";
import {powers, ROUNDER, roots, STEP_HEAD, STEP_TAIL, STEPS} from "./expTable.js";

const BLOCK = 1024;

/** See below: 1/120 > 2^54 times the relative error 2^-61. */
const SURE = 1 + 1 / 120;

const doubtful = new Int32Array(BLOCK);
const doubtfulArguments = new Float64Array(BLOCK);

/**
 * The logistic function of the first n numbers: out[i] = 1 / (1 + exp(-z[i])), where exp is correctly rounded and the
 * addition and the division are binary64 operations. `out` may be `z` itself.
 */
export function logisticBlock(z: Float64Array, out: Float64Array, n: number): void {
  for (let start = 0; start < n; start += BLOCK) block(z, out, start, Math.min(start + BLOCK, n));
}

function block(z: Float64Array, out: Float64Array, start: number, end: number): void {
  const steps = STEPS;
  const rounder = ROUNDER;
  const stepHead = STEP_HEAD;
  const stepTail = STEP_TAIL;
  const sure = SURE;
  const root = roots;
  const power = powers;
  const list = doubtful;
  const listed = doubtfulArguments;
  let count = 0;
  for (let i = start; i < end; i++) {
    const x = -z[i]!;
    if (Math.abs(x) < 708) {
      const k = x * steps + rounder - rounder;
      const index = k | 0;
      const slot = 2 * (index & 255);
      const T = root[slot]!;
      const r = x - k * stepHead - k * stepTail;
      const q = r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
      const low = root[slot + 1]! + T * q;
      const y = T + low;
      if (y + (low - (y - T)) * sure === y) {
        out[i] = 1 / (1 + y * power[(index >> 8) + 1023]!);
        continue;
      }
    }
    list[count] = i;
    listed[count] = x;
    count++;
  }
  for (let j = 0; j < count; j++) out[list[j]!] = 1 / (1 + exp(listed[j]!));
}
