import {targetsIn, type Dataset, type Noise} from "../model/dataset.js";
import {doubleDoubleTraining} from "../model/doubleDoubleTraining.js";
import {kernelTraining} from "../model/kernelTraining.js";
import {monteCarlo} from "../model/monteCarlo.js";
import {roundedTraining} from "../model/roundedTraining.js";
import {training, type Training} from "../model/training.js";
import {binary64Arithmetic} from "../numerics/binary64Arithmetic.js";
import {doubleDoubleArithmetic} from "../numerics/doubleDoubleArithmetic.js";
import {roundedArithmetic} from "../numerics/roundedArithmetic.js";
import {roundToBits} from "../numerics/roundToBits.js";
import {namedBits} from "../random/generator.js";
import {significantBits, type Arithmetic, type RunParameters} from "./parameters.js";
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
  if (arithmetic !== undefined) return otherDescent(parameters, arithmetic);
  const {initial, train, test} = startingPoint(parameters);
  const kernel = loop === "reference" ? null : await kernelTraining(initial, train, test, learningRate);
  if (kernel === null && loop === "kernel")
    throw new Error("This engine does not run the kernel, WebAssembly with 128-bit SIMD: take the reference loop.");
  const descent = kernel ?? training(initial, train, test, learningRate);
  return rounding === undefined ? descent : monteCarlo(descent, hidden, namedBits("rounding", rounding));
}

/**
 * What a run in another arithmetic starts from is rounded to it; its targets are computed in it, of the numbers nearest to
 * x, and so is the noise.
 */
function otherDescent(parameters: RunParameters, arithmetic: Arithmetic): Training {
  const {target, learningRate, data, noise} = parameters;
  const {initial, train, test} = startingPoint(parameters);
  const noisy = noise === undefined ? undefined : {name: data, deviation: noise};
  if (arithmetic === "double-double") {
    const inIt = ({x}: Dataset, noise?: Noise) => ({x, y: targetsIn(doubleDoubleArithmetic, target, x, noise)});
    return doubleDoubleTraining(initial, inIt(train, noisy), inIt(test), learningRate);
  }
  const round = arithmetic === "binary32" ? Math.fround : roundToBits(significantBits(arithmetic));
  const rounded = roundedArithmetic(binary64Arithmetic, round);
  const inIt = ({x}: Dataset, noise?: Noise) => ({
    x: Float64Array.from(x, rounded.of),
    y: Float64Array.from(targetsIn(rounded, target, x, noise))
  });
  return roundedTraining(initial, inIt(train, noisy), inIt(test), learningRate, round);
}
