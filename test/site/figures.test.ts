import {readFileSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {parseRunId} from "../../lib/experiments/parameters.js";
import type {Snapshot} from "../../lib/experiments/snapshot.js";
import {figures} from "../../lib/figures/catalogue.js";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {pageDocument} from "./pageFiles.js";
import {figurePages, paperPanels} from "./paperPanels.js";
import {siteFolder} from "./siteFolder.js";
import {visit} from "./visit.js";

const panelIds = Object.keys(paperPanels);
const figureIds = Object.keys(figurePages);
const panelsOf = (figure: string) => panelIds.filter((id) => parseInt(id) === Number(figure));

const documents = new Map([...new Set(Object.values(figurePages))].map((page) => [page, pageDocument(`${page}.html`)]));
const documentOf = (panel: string) => documents.get(figurePages[parseInt(panel)]!)!;
const drawing = (panel: string) => documentOf(panel).querySelector(`svg[data-panel="${panel}"]`)!;
const snapshot = (run: string) => JSON.parse(readFileSync(`${siteFolder}/data/${run}.json`, "utf8")) as Snapshot;
const text = (element: Element) => element.textContent.replace(/\s+/g, " ");

it("the paper has nine figures with 45 panels, and so has the catalogue", () => {
  expect(panelIds).toHaveLength(45);
  expect(figures.map(({id, page}) => [id, page])).toEqual(Object.entries(figurePages));
  expect(figures.map(({panels}) => panels.map(({id}) => id))).toEqual(figureIds.map(panelsOf));
});

it.each(figureIds)(
  "figure %s stands on its page with all of its panels, in order, with a caption that names its runs",
  (id) => {
    const figure = documents.get(figurePages[id]!)!.getElementById(`figure-${id}`)!;
    expect([...figure.querySelectorAll("svg[data-panel]")].map((svg) => svg.getAttribute("data-panel"))).toEqual(
      panelsOf(id)
    );
    const caption = figure.querySelector("figcaption")!;
    expect(text(caption)).toMatch(new RegExp(`^\\s*Figure ${id}\\b`));
    const named = [...caption.querySelectorAll('a[href*="runs.html#"]')].map(
      (a) => a.getAttribute("href")!.split("#")[1]!
    );
    const drawn = panelsOf(id).flatMap((panel) => paperPanels[panel]!.run ?? []);
    expect([...new Set(named)].sort()).toEqual([...new Set(drawn)].sort());
  }
);

describe.each(panelIds)("panel %s, as it was built", (id) => {
  const {run, series, lastEpoch} = paperPanels[id]!;

  it("draws the paper's series of the paper's run", () => {
    const lines = [...drawing(id).querySelectorAll("[data-series]")];
    expect(lines.map((line) => line.getAttribute("data-series"))).toEqual(series);
    expect(lines.map((line) => line.getAttribute("data-run") ?? undefined)).toEqual(series.map(() => run));
    for (const line of lines) expect(line.getAttribute("d")!.split(",").length).toBeGreaterThan(10);
  });

  it("says what it shows, to the eye and to a screen reader", () => {
    const svg = drawing(id);
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.querySelector("title")!.textContent).toMatch(/\w/);
    expect(svg.querySelector("desc")!.textContent).toMatch(/\w{3}/);
    const words = text(svg);
    if (series[0]?.endsWith("_loss")) expect(words).toMatch(/epoch/);
    if (series[0]?.startsWith("U") || series[0]?.startsWith("V")) {
      const names = [...svg.querySelectorAll("text")].map((label) => text(label).replace(/[^\w]/g, ""));
      for (const name of series) expect(names, name).toContain(name.replaceAll("_", ""));
    }
    expect(words).not.toMatch(/NaN|undefined|null/);
  });

  if (run !== undefined && !series.includes("learned"))
    it("reaches over the epochs that the paper shows", () => {
      const last = lastEpoch ?? parseRunId(run).epochs;
      const ticks = [...drawing(id).querySelectorAll("text")].map((label) => text(label).replace(/[\s,]/g, ""));
      expect(ticks).toContain("0");
      const numbers = ticks.filter((tick) => /^\d+$/.test(tick)).map(Number);
      expect(numbers.some((tick) => tick > last / 2 && tick <= last)).toBe(true);
    });

  if (series[0] === "test_loss")
    it("marks the last and the lowest error, and gives both with the run's digits", () => {
      const {lastTestLoss, lowestTestLoss, lowestTestEpoch} = snapshot(run!).summary;
      const legend = [...drawing(id).querySelectorAll("text")].map(text);
      // Digits are grouped from 10,000 on.
      const epoch = lowestTestEpoch.toLocaleString("en", {useGrouping: "min2"});
      expect(legend).toContain(`last ${lastTestLoss.toFixed(4)}`);
      expect(legend).toContain(`lowest ${lowestTestLoss.toFixed(4)}, epoch ${epoch}`);
      const marks = drawing(id).querySelector(".panel-marks")!;
      expect(marks.querySelectorAll(".mark-dot")).toHaveLength(series.length);
      expect(marks.querySelectorAll(".mark-cross")).toHaveLength(series.length);
    });
});

it("figures of stable runs show the digits that the paper prints", () => {
  interface Row {
    figure: string | null;
    panel: string | null;
    quantity: string;
    printed: string;
    stable: boolean;
  }
  const rows = JSON.parse(readFileSync("data/paper.json", "utf8")) as Row[];
  const printed = rows.filter(
    ({figure, panel, quantity, stable}) => figure !== null && panel !== null && stable && quantity.endsWith("Loss")
  );
  expect(printed.length).toBeGreaterThanOrEqual(8);
  for (const row of printed)
    expect(text(drawing(row.figure! + row.panel!)), `${row.figure}${row.panel}`).toContain(row.printed);
});

it("3b shows what was learned at the end, 3c what was learned at the lowest error", () => {
  const epochOf = (panel: string) =>
    Number(drawing(panel).querySelector("[data-series=learned]")!.getAttribute("data-epoch"));
  expect(epochOf("3b")).toBe(1000);
  expect(epochOf("3c")).toBe(snapshot(paperPanels["3c"]!.run!).summary.lowestTestEpoch);
});

describe("without scripts", () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launchChromium()));
  afterAll(() => browser.close());

  it.each([...documents.keys()])("%s shows all of its drawings, and reads the same as with them", async (name) => {
    const url = `${inject("site")}${name}.html`;
    const without = await visit(browser, url, {javaScriptEnabled: false});
    expect(without.troubles).toEqual([]);
    for (const id of panelIds.filter((id) => figurePages[parseInt(id)] === name)) {
      const svg = without.page.locator(`svg[data-panel="${id}"]`);
      const {width, height} = (await svg.boundingBox())!;
      expect(
        [width, height].map((length) => length > 100),
        id
      ).toEqual([true, true]);
      for (const line of await svg.locator("[data-series]").all()) expect(await line.isVisible(), id).toBe(true);
    }
    expect(await without.page.locator("observablehq-loading:visible, .observablehq-loading:visible").count()).toBe(0);
    const paragraphs = await wordsOf(without.page);
    expect(paragraphs.length).toBeGreaterThanOrEqual(3);
    if (name.startsWith("experiments")) expect(paragraphs.join(" ")).toMatch(/\b\d+\.\d{4}\b/);
    await without.close();

    const withThem = await visit(browser, url);
    const same = await wordsOf(withThem.page);
    expect(paragraphs.filter((paragraph) => !same.includes(paragraph))).toEqual([]);
    await withThem.close();
  });
});

/** The paragraphs and table cells of a page, as a reader sees them. */
async function wordsOf(page: Page): Promise<string[]> {
  const texts = await page.locator("main p, main td").allInnerTexts();
  return texts.map((words) => words.replace(/\s+/g, " ").trim());
}
