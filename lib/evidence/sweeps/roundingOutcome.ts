import {parseRunId} from "../../experiments/parameters.js";
import {run} from "../../experiments/run.js";
import {column} from "../../model/history.js";
import {onsetEpoch} from "../onset.js";
import {curveEpochs, DIGEST_DIGITS, finiteOrNull, type Outcome} from "./outcome.js";

/** Makes a member of a rounding ensemble. */
export async function outcome(id: string): Promise<Outcome> {
  const {history, summary, digest} = await run(parseRunId(id));
  const {lowestTestLoss, lowestTestEpoch, lastTestLoss, firstNonFiniteEpoch} = summary;
  const onset = onsetEpoch(column(history, "train_loss"));
  const losses = column(history, "test_loss");
  return {
    digest: digest.slice(0, DIGEST_DIGITS),
    values: finiteOrNull([onset, lowestTestLoss, lowestTestEpoch, lastTestLoss, firstNonFiniteEpoch]),
    curve: finiteOrNull(curveEpochs(history.epochs).map((epoch) => losses[epoch]!))
  };
}
