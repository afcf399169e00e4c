import type {Dataset} from "./dataset.js";
import {roundedTraining} from "./roundedTraining.js";
import type {Training} from "./training.js";
import type {Weights} from "./weights.js";

/**
 * Gradient descent in IEEE 754 binary32: the result of every operation is rounded to 24 bits. Records hold binary32 values.
 * @param train points whose x and y are binary32 values
 * @param test likewise
 */
export function binary32Training(initial: Weights, train: Dataset, test: Dataset, rate: number): Training {
  return roundedTraining(initial, train, test, rate, Math.fround);
}
