import {describe, expect, it} from "vitest";
import {drawPanel} from "../../lib/figures/drawPanel.js";
import {figure} from "../../lib/figures/catalogue.js";
import type {View} from "../../lib/figures/drawing.js";
import type {Panel} from "../../lib/figures/panel.js";
import {
  calm,
  document,
  errorPanelOf,
  learnedPanelOf,
  overflowing,
  syntheticData,
  weightsPanelOf
} from "./syntheticFigure.js";

const U = ["U_0_0", "U_0_1", "U_1_0", "U_1_1"];

/** One file a case. A changed file shows a changed drawing, not a wrong one: look at it before accepting it. */
const cases: Record<string, [Panel, View]> = {
  error: [errorPanelOf(calm), {}],
  "error-test-and-training": [errorPanelOf(calm, ["test_loss", "train_loss"]), {}],
  "error-overflow": [errorPanelOf(overflowing), {}],
  "error-window-and-cursor": [errorPanelOf(calm), {epochs: [10, 60], epoch: 30}],
  weights: [weightsPanelOf(calm, U), {}],
  "weights-V-and-cursor": [weightsPanelOf(calm, ["V_2", "V_1", "V_0"]), {epoch: 90}],
  "weights-overflow": [weightsPanelOf(overflowing, U), {}],
  "learned-last": [learnedPanelOf(calm, "last"), {}],
  "learned-lowest": [learnedPanelOf(calm, "lowest"), {}],
  "learned-epoch": [learnedPanelOf(calm, "last"), {epoch: 15}],
  function: [figure("1").panels[1]!, {}],
  network: [figure("2").panels[0]!, {}]
};

describe.each(Object.keys(cases))("the drawing of %s", (name) => {
  const [panel, view] = cases[name]!;

  it("is that of the file", async () => {
    const drawing = drawPanel(panel, syntheticData, {document, width: 330, ...view});
    await expect(drawing.outerHTML.replaceAll("><", ">\n<")).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });
});
