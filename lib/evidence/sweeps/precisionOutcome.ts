import {parseRunId, significantBits} from "../../experiments/parameters.js";
import {run} from "../../experiments/run.js";
import {column} from "../../model/history.js";
import {onsetEpoch} from "../onset.js";
import {DIGEST_DIGITS, finiteOrNull, type Outcome} from "./outcome.js";

/** Makes a run in its arithmetic, and asks when it becomes unstable. */
export async function outcome(id: string): Promise<Outcome> {
  const {parameters, history, summary, digest} = await run(parseRunId(id));
  const {lowestTestLoss, lowestTestEpoch, lastTestLoss} = summary;
  const onset = onsetEpoch(column(history, "train_loss"));
  const bits = significantBits(parameters.arithmetic);
  return {
    digest: digest.slice(0, DIGEST_DIGITS),
    values: finiteOrNull([bits, onset, lowestTestLoss, lowestTestEpoch, lastTestLoss]),
    curve: []
  };
}
