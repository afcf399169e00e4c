import {DOMParser} from "linkedom";
import {expect, it} from "vitest";
import {figure} from "../../lib/figures/catalogue.js";
import {drawPanel} from "../../lib/figures/drawPanel.js";
import {drawSheet} from "../../lib/figures/sheet.js";
import {standaloneSvg} from "../../lib/figures/standaloneSvg.js";
import {calm, document, errorPanelOf, syntheticData} from "./syntheticFigure.js";

const drawing = (id: string, width: number, columns = ["test_loss"]) =>
  drawPanel({...errorPanelOf(calm, columns), id}, syntheticData, {document, width});

/** Places of the panels on a sheet, as `id: x y`. */
function places(sheet: Element): string[] {
  return [...sheet.querySelectorAll("svg")].map((panel) =>
    ["data-panel", "x", "y"].map((name) => panel.getAttribute(name)).join(" ")
  );
}

it("sets panels in rows, starts a row where the figure does, and makes room for the highest of a row", () => {
  const panels = ["7a", "7b", "7c", "7d", "7e"].map((id) => drawing(id, 300));
  const tall = drawing("7b", 300, ["test_loss", "train_loss"]);
  const high = Number(tall.getAttribute("height"));
  const sheet = drawSheet({...figure("7"), title: "Figure 7"}, [panels[0]!, tall, ...panels.slice(2)], document);
  expect(high).toBeGreaterThan(Number(panels[0]!.getAttribute("height")));
  const step = figure("7").panelWidth + 16;
  const below = 16 + high + 20;
  expect(places(sheet)).toEqual([
    "7a 16 16",
    `7b ${16 + step} 16`,
    `7c 16 ${below}`,
    `7d ${16 + step} ${below}`,
    `7e ${16 + 2 * step} ${below}`
  ]);
  for (const panel of sheet.querySelectorAll("svg")) expect(panel.getAttribute("overflow")).toBe("visible");
  expect(panels[0]!.hasAttribute("x")).toBe(false);
});

it("is a file of its own, with every panel and no property of a page", () => {
  const panels = ["3a", "3b", "3c", "3d"].map((id) => drawing(id, 330));
  const sheet = drawSheet({...figure("3"), title: "Figure 3"}, panels, document);
  const file = standaloneSvg(sheet, 2);
  const parsed = new DOMParser().parseFromString(file, "image/svg+xml").documentElement as unknown as Element;
  const [, , width, height] = sheet.getAttribute("viewBox")!.split(" ").map(Number);
  expect([parsed.getAttribute("width"), parsed.getAttribute("height")]).toEqual([`${2 * width!}`, `${2 * height!}`]);
  expect(places(parsed)).toEqual(places(sheet));
  expect(file).not.toMatch(/var\(|currentColor|&nbsp;|url\((?!#)/);
  const ids = [...parsed.querySelectorAll("[id]")].map(({id}) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
