import {exp} from "./exp.js";
import {powers, ROUNDER, roots, STEP_HEAD, STEP_TAIL, STEPS} from "./expTable.js";

/** See below: 1/331 > 2^54 times the relative error 2^-62.4. */
const SURE = 1 + 1 / 330;

/**
 * V8 rebuilds a number or an address that it knows to be constant at each use, but keeps what was read from memory or
 * copied to a local variable in a register: worth a seventh of the time.
 */
const constants = Float64Array.of(STEPS, ROUNDER, STEP_HEAD, STEP_TAIL, SURE);

const BLOCK = 1024;
const doubtful = new Int32Array(BLOCK);
const doubtfulArguments = new Float64Array(BLOCK);

/**
 * The logistic function of the first n numbers: out[i] = 1 / (1 + exp(-z[i])), where exp is correctly rounded and the
 * addition and the division are binary64 operations. `out` may be `z` itself.
 *
 * exp(x) = 2^e T exp(r) as in exp.ts, but in plain binary64: T = root + rest, root rounded to binary64, and
 * y = root + (rest + root q) with q = exp(r) - 1. What fails the rounding test, about 1 in 330, is listed and redone by
 * exp.ts; so are NaN and |x| >= 708.
 *
 * Error, in units of 2^-65. |r| < 0.0003385 < 2^-11.5 is rounded once, 1. q: 1 from r, 1 for its last addition, and less
 * than 0.02 for the end of the series, r^6 / 720 < 2^-78, and all that is below 2^-23 in it. rest <= 2^-53 is not
 * multiplied by q: 1.39. root q and the sum with rest are rounded by 1 each where they are below 2^-11, which holds for
 * T < 1.44, and by 2 above. Together, relative to T, at most 2.1 + (1.39 + 2) / 1 < 5.5 or 2.1 + (1.39 + 4) / 1.44 < 5.85;
 * relative to exp(r) T, 5.86 * 2^-65 < 2^-62.4. The rounding test and its proof are those of exp.ts: SURE asks for
 * h - |low - (y - root)| > h / 331 (1 - 2^-44), which exceeds 2^-54 y / 331.1 > 2^-62.4 y.
 */
export function logisticBlock(z: Float64Array, out: Float64Array, n: number): void {
  for (let start = 0; start < n; start += BLOCK) block(z, out, start, Math.min(start + BLOCK, n));
}

function block(z: Float64Array, out: Float64Array, start: number, end: number): void {
  const steps = constants[0]!;
  const rounder = constants[1]!;
  const stepHead = constants[2]!;
  const stepTail = constants[3]!;
  const sure = constants[4]!;
  const table = roots;
  const scales = powers;
  const list = doubtful;
  const listed = doubtfulArguments;
  let count = 0;
  for (let i = start; i < end; i++) {
    const x = -z[i]!;
    if (Math.abs(x) < 708) {
      const k = x * steps + rounder - rounder;
      const index = k | 0;
      const slot = 2 * (index & 1023);
      const root = table[slot]!;
      const r = x - k * stepHead - k * stepTail;
      const square = r * r;
      const q = r + square * (1 / 2 + r * (1 / 6) + square * (1 / 24 + r * (1 / 120)));
      const low = table[slot + 1]! + root * q;
      const y = root + low;
      if (y + (low - (y - root)) * sure === y) {
        out[i] = 1 / (1 + y * scales[(index >> 10) + 1023]!);
        continue;
      }
    }
    list[count] = i;
    listed[count] = x;
    count++;
  }
  for (let j = 0; j < count; j++) out[list[j]!] = 1 / (1 + exp(listed[j]!));
}
