import {kernelTraining} from "../model/kernelTraining.js";
import {monteCarlo} from "../model/monteCarlo.js";
import {training, type Training} from "../model/training.js";
import {namedBits} from "../random/generator.js";
import type {RunParameters} from "./parameters.js";
import {startingPoint} from "./startingPoint.js";

/** The implementations of the training loop, which give the same bits. */
export type Loop = "kernel" | "reference";

/**
 * The gradient descent of a run, at epoch 0, in the arithmetic that the parameters ask for. Changes of the learning rate
 * are left to the caller.
 * @param loop which implementation trains; if it is left out, the kernel where the engine runs it, else the reference
 * @throws Error if the kernel is asked for and the engine cannot run it
 */
export async function descentOf(parameters: RunParameters, loop?: Loop): Promise<Training> {
  const {hidden, learningRate, arithmetic, rounding} = parameters;
  if (arithmetic !== undefined) throw new RangeError(`Runs in ${arithmetic} cannot be made yet: leave it out.`);
  const {initial, train, test} = startingPoint(parameters);
  const kernel = loop === "reference" ? null : await kernelTraining(initial, train, test, learningRate);
  if (kernel === null && loop === "kernel")
    throw new Error("This engine does not run the kernel, WebAssembly with 128-bit SIMD: take the reference loop.");
  const descent = kernel ?? training(initial, train, test, learningRate);
  return rounding === undefined ? descent : monteCarlo(descent, hidden, namedBits("rounding", rounding));
}
