import {parseHTML} from "linkedom";
import {parseRunId, type RunParameters} from "../../lib/experiments/parameters.js";
import type {Polyline} from "../../lib/experiments/polyline.js";
import type {Snapshot} from "../../lib/experiments/snapshot.js";
import {weightNames} from "../../lib/model/history.js";
import type {EpochPanel, FigureData, LearnedPanel} from "../../lib/figures/panel.js";

/** A document as the build has it. */
export const {document} = parseHTML("<!doctype html><html><body></body></html>");

/** Made-up curves of a run with a few epochs: nothing is trained, so a drawing of them changes only if drawing does. */
export const calm = "f1-h3-rate1-epochs100";

/** The same, until the losses are not finite any more at epoch 61. */
export const overflowing = "f1-h3-rate5-epochs100";

function polyline(epochs: number[], value: (epoch: number) => number): Polyline {
  return {epochs, values: epochs.map(value), bound: 0};
}

function synthetic(id: string, epochs: number[], summary: Snapshot["summary"]): Snapshot {
  const parameters: RunParameters = parseRunId(id);
  const at = (epoch: number) => ({
    epoch,
    U: Array.from({length: 2 * (parameters.hidden - 1)}, (_, i) => (i % 2 ? -0.5 : 0.5) + epoch / 1000),
    V: Array.from({length: parameters.hidden}, (_, k) => k + 0.5)
  });
  const series: Snapshot["series"] = {
    test_loss: polyline(epochs, (epoch) => 8 / (epoch + 4)),
    train_loss: polyline(epochs, (epoch) => 4 / (epoch + 4))
  };
  weightNames(parameters.hidden).forEach((name, i) => {
    series[name] = polyline(epochs, (epoch) => ((i % 3) - 1) * (epoch / 50) + i / 8);
  });
  const weights = {last: at(parameters.epochs), lowest: at(40)};
  return {version: 2, id, parameters, summary, digest: "", checkpoints: [], weights, milestones: [], series};
}

const summary = {
  lastTestLoss: 8 / 104,
  lastTrainLoss: 4 / 104,
  lowestTestLoss: 8 / 104,
  lowestTestEpoch: 100,
  lowestTrainLoss: 4 / 104,
  lowestTrainEpoch: 100,
  firstNonFiniteEpoch: null
};

export const syntheticData: FigureData = {
  figure: "0",
  runs: {
    [calm]: synthetic(calm, [0, 10, 20, 50, 100], summary),
    // A snapshot comes from JSON, which has null for a number that is not finite.
    [overflowing]: JSON.parse(
      JSON.stringify(
        synthetic(overflowing, [0, 10, 20, 60], {
          ...summary,
          lastTestLoss: NaN,
          lastTrainLoss: NaN,
          lowestTestLoss: 8 / 64,
          lowestTestEpoch: 60,
          lowestTrainLoss: 4 / 64,
          lowestTrainEpoch: 60,
          firstNonFiniteEpoch: 61
        })
      )
    )
  }
};

export function errorPanelOf(run: string, columns = ["test_loss"]): EpochPanel {
  return {id: "0a", kind: "error", title: "Test error, $h = 3$", runs: [run], columns, scale: "log", axesHold: []};
}

export function weightsPanelOf(run: string, columns: string[]): EpochPanel {
  return {id: "0b", kind: "weights", title: "Weights $U_{k,0}$", runs: [run], columns, scale: "linear", axesHold: []};
}

export function learnedPanelOf(run: string, at: LearnedPanel["at"]): LearnedPanel {
  return {id: "0c", kind: "learned", title: "Learned", runs: [run], run, at, axesHold: []};
}
