import {namedData, noisy, standardData, type Datasets} from "../model/dataset.js";
import {namedWeights, standardWeights, type Weights} from "../model/weights.js";
import type {RunParameters} from "./parameters.js";

/** What a run starts from. */
export interface StartingPoint extends Datasets {
  /** the initial weights */
  initial: Weights;
}

/** The data and the initial weights of a run, whose parameters are valid. The noise is in the training set alone. */
export function startingPoint(parameters: RunParameters): StartingPoint {
  const {target, hidden, data, weights, trainSize, testSize, weightScale, noise} = parameters;
  const sizes = {trainSize, testSize};
  const {train, test} = data === "standard" ? standardData(target, sizes) : namedData(target, data, sizes);
  const initial =
    weights === "standard" ? standardWeights(hidden, weightScale) : namedWeights(hidden, weights, weightScale);
  return {train: noise === undefined ? train : noisy(train, data, noise), test, initial};
}
