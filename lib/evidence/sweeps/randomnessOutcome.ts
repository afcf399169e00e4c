import {parseRunId} from "../../experiments/parameters.js";
import {run} from "../../experiments/run.js";
import {standardData} from "../../model/dataset.js";
import {column, weightsAt} from "../../model/history.js";
import {loss} from "../../model/perceptron.js";
import {onsetEpoch} from "../onset.js";
import {unexplained} from "./halves.js";
import {DIGEST_DIGITS, finiteOrNull, type Outcome} from "./outcome.js";
import {randomnessTarget} from "./randomnessSweep.js";

const {test: standardTest} = standardData(randomnessTarget, {trainSize: 1000, testSize: 100});

/** Makes a run of the study of random numbers, and measures it on its own test set and on the standard one. */
export async function outcome(id: string): Promise<Outcome> {
  const {history, summary, digest} = await run(parseRunId(id));
  const {lowestTestLoss, lowestTestEpoch, lastTestLoss} = summary;
  const last = weightsAt(history, history.epochs);
  const onset = onsetEpoch(column(history, "train_loss"));
  return {
    digest: digest.slice(0, DIGEST_DIGITS),
    values: finiteOrNull([
      lastTestLoss,
      lowestTestLoss,
      lowestTestEpoch,
      loss(last, standardTest),
      onset,
      ...unexplained(last, randomnessTarget)
    ]),
    curve: []
  };
}
