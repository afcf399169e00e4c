import {exp} from "../numerics/exp.js";
import type {Dataset} from "./dataset.js";
import {recordLength, weightCount} from "./history.js";
import {kernelBytes} from "./kernelBytes.js";
import {kernelConstants, type KernelConstants} from "./kernelConstants.js";
import type {Training} from "./training.js";
import type {Weights} from "./weights.js";

/** What lib/model/kernel/training.ts exports. */
interface KernelExports extends Record<Place, WebAssembly.Global<"i32">> {
  memory: WebAssembly.Memory;
  block: WebAssembly.Global<"i32">;
  rate: WebAssembly.Global<"f64">;
  largest: WebAssembly.Global<"f64">;
  budget: WebAssembly.Global<"i32">;
  reserve(hidden: number, trainSize: number, testSize: number, numbers: number): void;
  advance(count: number): number;
  finish(): number;
}

/** Each is an address in bytes. */
type Place = "CONSTANTS" | "ROOTS" | "U" | "V" | "trainX" | "trainY" | "testX" | "testY" | "records";

interface Kernel {
  module: WebAssembly.Module;
  constants: KernelConstants;
}

/** About so many pairs of a point and a hidden unit make a slice: some 5 milliseconds. */
const SLICE = 2_000_000;

/** Records leave the kernel's memory at the latest when they are about so many numbers. */
const RECORDS = 32768;

let kernel: Promise<Kernel | null> | undefined;

/** Compiles the kernel; null where the engine has no WebAssembly, or none with 128-bit SIMD. */
async function compile(): Promise<Kernel | null> {
  const bytes = Uint8Array.from(atob(kernelBytes), (character) => character.charCodeAt(0));
  if (typeof WebAssembly === "undefined" || !WebAssembly.validate(bytes)) return null;
  return {module: await WebAssembly.compile(bytes), constants: kernelConstants()};
}

/**
 * The same training, to the last bit, as `training` does, several times as fast: a WebAssembly program with 128-bit SIMD,
 * compiled from lib/model/kernel.
 * @returns null where the engine cannot run it
 */
export async function kernelTraining(
  initial: Weights,
  train: Dataset,
  test: Dataset,
  rate: number
): Promise<Training | null> {
  const compiled = await (kernel ??= compile());
  if (compiled === null) return null;
  const {hidden} = initial;
  const length = recordLength(hidden);
  const capacity = Math.max(1, Math.floor(RECORDS / length));

  const instance = await WebAssembly.instantiate(compiled.module, {exp: {exp}});
  const kernelExports = instance.exports as unknown as KernelExports;
  const {memory, block, budget, advance, finish} = kernelExports;
  kernelExports.reserve(hidden, train.x.length, test.x.length, capacity * length);
  const at = (place: Place, n: number) => new Float64Array(memory.buffer, kernelExports[place].value, n);
  const fill = (place: Place, numbers: Float64Array) => at(place, numbers.length).set(numbers);
  fill("CONSTANTS", compiled.constants.steps);
  fill("ROOTS", compiled.constants.roots);
  fill("U", initial.U);
  fill("V", initial.V);
  fill("trainX", train.x);
  fill("trainY", train.y);
  fill("testX", test.x);
  fill("testY", test.y);
  kernelExports.rate.value = rate;
  kernelExports.largest.value = Math.max(largestOf(train.x), largestOf(test.x));

  const finished = at("records", capacity * length);
  const slice = Math.max(1, Math.floor(SLICE / (block.value * hidden)));
  budget.value = slice;
  let epoch = 0;

  return {
    U: at("U", initial.U.length),
    V: at("V", hidden),
    get epoch() {
      return epoch;
    },
    get rate() {
      return kernelExports.rate.value;
    },
    set rate(value) {
      kernelExports.rate.value = value;
    },
    *advance(records, count) {
      for (let done = 0; done < count;) {
        const more = advance(Math.min(capacity, count - done));
        records.set(finished.subarray(0, more * length), done * length);
        done += more;
        epoch += more;
        if (budget.value > 0 || done === count) continue;
        budget.value = slice;
        yield;
      }
    },
    *finish(records) {
      while (finish() === 0) {
        budget.value = slice;
        yield;
      }
      records.set(finished.subarray(0, 2 + weightCount(hidden)));
    }
  };
}

function largestOf(x: Float64Array): number {
  return x.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}
