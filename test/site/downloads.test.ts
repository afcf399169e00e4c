import {readFileSync} from "node:fs";
import type {Browser, Download, Page} from "playwright-core";
import {afterAll, beforeAll, beforeEach, expect, inject, it} from "vitest";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {columnNames} from "../../lib/model/history.js";
import {digestOf} from "../../lib/numerics/digest.js";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {siteFolder} from "./siteFolder.js";

let browser: Browser;
let page: Page;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage({viewport: {width: 1200, height: 900}});
  return () => page.close();
});

/** Opens the menu under a figure and takes what one of its entries gives. */
async function taken(file: string, figure: string, entry: string): Promise<Download> {
  if (!page.url().endsWith(file)) await page.goto(inject("site") + file);
  const menu = page.locator(`#figure-${figure} .provenance-menu`);
  if ((await menu.getAttribute("open")) === null) await menu.getByText("Data, picture, code").click();
  const [download] = await Promise.all([page.waitForEvent("download"), menu.locator(entry).click()]);
  return download;
}

const contentOf = async (download: Download) => readFileSync(await download.path());

/** Reads an SVG file as a browser reads it, which does not forgive: its root's size and what its panels are called. */
function parsed(svg: string) {
  return page.evaluate((text) => {
    const {documentElement: root} = new DOMParser().parseFromString(text, "image/svg+xml");
    return {
      name: root.nodeName,
      width: Number(root.getAttribute("width")),
      height: Number(root.getAttribute("height")),
      panels: [...root.querySelectorAll("svg")].map((panel) => panel.getAttribute("data-panel")),
      cursors: [...root.querySelectorAll(".panel-cursor")].map((cursor) => cursor.getAttribute("data-epoch")),
      lines: [...root.querySelectorAll("[data-series]")].map((line) => line.getAttribute("d"))
    };
  }, svg);
}

it("a run's CSV gives every number back to the bit", async () => {
  const id = "f1-h3-rate1-epochs1000";
  const download = await taken("appendix.html", "9", `[data-action=csv][data-run="${id}"]`);
  expect(download.suggestedFilename()).toBe(`${id}.csv`);
  const lines = (await contentOf(download)).toString().trimEnd().split("\n");
  expect(lines[0]).toBe(["epoch", ...columnNames(3)].join(","));
  const cells = lines.slice(1).map((line) => line.split(","));
  expect(cells.map(([epoch]) => Number(epoch))).toEqual(Array.from({length: 1001}, (_, i) => i));
  const numbers = cells.flatMap((row) => row.slice(1)).filter((cell) => cell !== "");
  const {digest} = await run(parseRunId(id));
  expect(digestOf(Float64Array.from(numbers, Number))).toBe(digest);
});

it("numbers that are not finite come through, too", async () => {
  await page.goto(`${inject("site")}experiments-f1.html`);
  const id = "f1-h3-rate5-epochs1000";
  const button = page.locator("#figure-3 [data-action=csv]").first();
  await button.evaluate((element, run) => element.setAttribute("data-run", run), id);
  const download = await taken("experiments-f1.html", "3", `[data-action=csv][data-run="${id}"]`);
  const cells = (await contentOf(download)).toString().trimEnd().split("\n").slice(1).join(",").split(",");
  const {history, digest} = await run(parseRunId(id));
  expect(history.records.some(Number.isNaN)).toBe(true);
  const stride = columnNames(3).length + 1;
  const numbers = cells.filter((cell, i) => i % stride !== 0 && cell !== "").map(Number);
  expect(digestOf(Float64Array.from(numbers))).toBe(digest);
});

it("a figure's SVG is the one that was built, and after a change the one on the page", async () => {
  const built = await taken("experiments-f1.html", "3", "[data-format=svg]");
  expect(built.suggestedFilename()).toBe("figure-3.svg");
  const asBuilt = await parsed((await contentOf(built)).toString());
  const ofSite = await parsed(readFileSync(`${siteFolder}/data/figure-3.svg`, "utf8"));
  expect(asBuilt).toEqual(ofSite);
  expect(asBuilt.name).toBe("svg");
  expect(asBuilt.panels).toEqual(["3a", "3b", "3c", "3d", "3e", "3f"]);
  expect(asBuilt.cursors).toEqual([]);

  await page.locator("#figure-3").getByRole("slider").fill("760");
  await expect.poll(() => page.locator("#figure-3 .panel-cursor").count()).toBe(4);
  const changed = await parsed(
    (await contentOf(await taken("experiments-f1.html", "3", "[data-format=svg]"))).toString()
  );
  expect(changed.cursors).toEqual(["760", "760", "760", "760"]);
  expect(changed.panels).toEqual(asBuilt.panels);
});

it("a figure's PNG has twice the size of the drawing, its colours and its fonts", async () => {
  const fonts: string[] = [];
  page.on("response", (response) => void (response.url().endsWith(".woff2") && fonts.push(response.url())));
  const svg = await parsed(readFileSync(`${siteFolder}/data/figure-9.svg`, "utf8"));
  const download = await taken("appendix.html", "9", "[data-format=png]");
  expect(download.suggestedFilename()).toBe("figure-9.png");
  const png = await contentOf(download);
  expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * svg.width, 2 * svg.height]);
  expect(fonts.some((url) => url.endsWith("source-sans-3-latin-wght-normal.woff2"))).toBe(true);
  const shares = await page.evaluate(coloursOf, png.toString("base64"));
  expect(shares.white).toBeGreaterThan(0.7);
  expect(shares.blue).toBeGreaterThan(0.001);
});

/** Runs in the page: the shares of a picture's pixels that are white and that have the colour of the test error. */
async function coloursOf(png: string): Promise<{white: number; blue: number}> {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
  context.drawImage(image, 0, 0);
  const {data} = context.getImageData(0, 0, image.width, image.height);
  const count = {white: 0, blue: 0};
  for (let i = 0; i < data.length; i += 4) {
    const [r, g, b] = [data[i]!, data[i + 1]!, data[i + 2]!];
    if (r > 250 && g > 250 && b > 250) count.white++;
    if (Math.abs(r - 0x0b) < 24 && Math.abs(g - 0x63) < 24 && Math.abs(b - 0xad) < 24) count.blue++;
  }
  return {white: (4 * count.white) / data.length, blue: (4 * count.blue) / data.length};
}

it("says so where a file does not come, is not whole, or has a bit flipped", async () => {
  await page.goto(`${inject("site")}appendix.html`);
  const menu = page.locator("#figure-9 .provenance-menu");
  const report = page.locator("#figure-9 .provenance").getByRole("status");
  await menu.getByText("Data, picture, code").click();
  await page.route("**/*.parquet", (route) => route.abort());
  await menu.locator("[data-action=csv]").click();
  await expect.poll(() => report.textContent()).toMatch(/could not be fetched/);
  await page.unroute("**/*.parquet");
  await page.route("**/*.parquet", async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, body: (await response.body()).subarray(0, 5000)});
  });
  await menu.locator("[data-action=csv]").click();
  await expect.poll(() => report.textContent()).toMatch(/not whole/);
  await page.unroute("**/*.parquet");
  await page.route("**/*.parquet", async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[20_000]! ^= 4;
    await route.fulfill({response, body});
  });
  await menu.locator("[data-action=csv]").click();
  await expect.poll(() => report.textContent()).toMatch(/are not those of its digest|cannot be read/);
});
