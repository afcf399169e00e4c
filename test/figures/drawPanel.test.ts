import {expect, it} from "vitest";
import {drawPanel} from "../../lib/figures/drawPanel.js";
import {calm, document, learnedPanelOf, syntheticData} from "./syntheticFigure.js";

it("says after which epoch a function was learned only until another is chosen", () => {
  const panel = {...learnedPanelOf(calm, "last"), title: "Learned after the last epoch", titleAtEpoch: "Learned"};
  const titleAt = (epoch?: number) =>
    drawPanel(panel, syntheticData, {document, width: 330, epoch}).querySelector("title")!.textContent;
  expect(titleAt()).toContain("after the last epoch");
  expect(titleAt(1)).toBe("c: Learned");
  expect(
    drawPanel({...panel, titleAtEpoch: undefined}, syntheticData, {document, width: 330, epoch: 1}).outerHTML
  ).toContain("Learned after the last epoch");
});
