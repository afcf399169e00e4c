import {DOMParser} from "linkedom";
import {expect, it} from "vitest";
import {figure} from "../../lib/figures/catalogue.js";
import {drawPanel} from "../../lib/figures/drawPanel.js";
import {standaloneSvg} from "../../lib/figures/standaloneSvg.js";
import {calm, document, errorPanelOf, learnedPanelOf, syntheticData, weightsPanelOf} from "./syntheticFigure.js";

const panels = [
  errorPanelOf(calm, ["test_loss", "train_loss"]),
  weightsPanelOf(calm, ["U_0_0", "U_1_1"]),
  learnedPanelOf(calm, "last"),
  figure("2").panels[0]!
];

it.each(panels.map((panel) => [panel.kind, panel] as const))(
  "the file of a panel of kind %s stands alone",
  (_, panel) => {
    const drawing = drawPanel(panel, syntheticData, {document, width: 330, epoch: 30});
    const before = drawing.outerHTML;
    const file = standaloneSvg(drawing, 2);
    expect(drawing.outerHTML).toBe(before);
    expect(file).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(file).not.toMatch(/var\(|currentColor|&nbsp;|url\((?!#)/);
    expect(file).toContain("'Source Sans 3'");
    expect(file).toMatch(/^<svg[^>]*><rect width="[\d.]+" height="[\d.]+" fill="#ffffff"/);

    const parsed = new DOMParser().parseFromString(file, "image/svg+xml").documentElement!;
    const [, , width, height] = drawing.getAttribute("viewBox")!.split(" ").map(Number);
    expect(parsed.getAttribute("width")).toBe(String(2 * width!));
    expect(parsed.getAttribute("height")).toBe(String(2 * height!));
    expect(parsed.querySelectorAll("*").length).toBe(drawing.querySelectorAll("*").length + 1);
    expect(parsed.textContent).toBe(drawing.textContent);
  }
);
