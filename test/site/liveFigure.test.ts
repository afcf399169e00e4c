import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, beforeEach, describe, expect, inject, it} from "vitest";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {column} from "../../lib/model/history.js";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {pressAcrossRedraw} from "./pressAcrossRedraw.js";

const id = "f1-h3-rate1-epochs1000";
const {history} = await run(parseRunId(id));
const exact = (name: string, epoch: number) => String(column(history, name)[epoch]);

let browser: Browser;
let page: Page;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());

const figure = () => page.locator("#figure-3");
const slider = () => figure().getByRole("slider", {name: "Epoch"});
const panel = (name: string) => figure().locator(`.panel[data-panel="${name}"]`);
/** All that the drawings say, axes, legends, labels, and the course of every curve. */
const drawn = () =>
  figure()
    .locator("svg[data-panel]")
    .evaluateAll((all) =>
      all.map((svg) => [
        svg.textContent,
        ...[...svg.querySelectorAll("[data-series]")].map((curve) => curve.getAttribute("d"))
      ])
    );

/** The table of values as it stands, by column of the run. */
async function values(): Promise<Record<string, {epoch: string; value: string}>> {
  const rows = await figure()
    .locator(".figure-table tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent!)));
  return Object.fromEntries(
    rows.filter(([name]) => name === id).map(([, epoch, name, value]) => [name!, {epoch: epoch!, value: value!}])
  );
}

/** Opens the page and touches the figure, so that it comes to life. */
async function open(): Promise<void> {
  await page.goto(`${inject("site")}experiments-f1.html`);
  await slider().focus();
}

/** Waits until the reader's own runs have given exact values. */
async function trained(): Promise<void> {
  await figure().getByText("Values at this epoch").click();
  await expect.poll(async () => (await values())["test_loss"]?.value).toBe(exact("test_loss", 1000));
}

describe("a figure of runs", () => {
  beforeEach(async () => {
    page = await browser.newPage({viewport: {width: 1280, height: 1000}});
    return () => page.close();
  });

  it("shows the weights and losses of any epoch, to the last bit", async () => {
    await open();
    await trained();
    for (const epoch of [0, 1, 754, 790, 999]) {
      await slider().fill(String(epoch));
      await expect.poll(async () => (await values())["test_loss"]?.epoch).toBe(String(epoch));
      for (const name of ["test_loss", "U_0_0", "U_0_1", "U_1_0", "U_1_1", "V_0", "V_1", "V_2"])
        expect((await values())[name]).toEqual({epoch: String(epoch), value: exact(name, epoch)});
    }
  });

  it("moves every panel with the epoch, by the keyboard too, and goes back to what is printed", async () => {
    await open();
    const printed = await drawn();
    await trained();
    await slider().fill("20");
    await expect.poll(() => panel("3b").locator("[data-series=learned]").getAttribute("data-epoch")).toBe("20");
    expect(await panel("3c").locator("[data-series=learned]").getAttribute("data-epoch")).toBe("20");
    for (const name of ["3a", "3d", "3e", "3f"])
      expect(await panel(name).locator(".panel-cursor").getAttribute("data-epoch")).toBe("20");
    await slider().press("ArrowRight");
    await expect.poll(() => panel("3b").locator("[data-series=learned]").getAttribute("data-epoch")).toBe("21");
    await figure().getByRole("button", {name: "as printed"}).press("Enter");
    await expect.poll(() => panel("3a").locator(".panel-cursor").count()).toBe(0);
    expect(await drawn()).toEqual(printed);
  });

  it("zooms to the epochs that the pointer is dragged across, and all curves follow", async () => {
    await open();
    await trained();
    await panel("3a").scrollIntoViewIfNeeded();
    const box = (await panel("3a").boundingBox())!;
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.7, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, y, {steps: 4});
    await page.mouse.up();
    await expect.poll(() => slider().getAttribute("max")).not.toBe("1000");
    const [from, to] = await Promise.all(["min", "max"].map(async (end) => Number(await slider().getAttribute(end))));
    expect(from).toBeGreaterThan(600);
    expect(to! - from!).toBeGreaterThan(20);
    expect(to! - from!).toBeLessThan(200);
    // Every recorded epoch of the window is a vertex now, and one beyond each edge.
    const vertices = async (name: string) =>
      (await panel(name).locator(".series").first().getAttribute("d"))!.match(/\d*\.?\d+/g)!.length / 2;
    for (const name of ["3a", "3d", "3e", "3f"]) await expect.poll(() => vertices(name)).toBe(to! - from! + 3);
    await panel("3a").dblclick();
    await expect.poll(() => slider().getAttribute("max")).toBe("1000");
  });

  it("is as printed after a double click during which it is drawn anew", async () => {
    await open();
    await figure().getByRole("button", {name: "fewer epochs"}).press("Enter");
    await expect.poll(() => slider().getAttribute("min")).not.toBe("0");
    await pressAcrossRedraw(page, panel("3a"), 2);
    await expect.poll(() => slider().getAttribute("min")).toBe("0");
    await expect.poll(() => panel("3d").locator(".panel-cursor").count()).toBe(0);
  });

  it("zooms by its buttons, down to ten epochs and back", async () => {
    await open();
    const closer = figure().getByRole("button", {name: "fewer epochs"});
    const wider = figure().getByRole("button", {name: "more epochs"});
    await slider().fill("760");
    for (let presses = 0; presses < 12 && (await closer.isEnabled()); ++presses) {
      const width = async () => Number(await slider().getAttribute("max")) - Number(await slider().getAttribute("min"));
      const before = await width();
      await closer.press("Enter");
      await expect.poll(width).toBeLessThan(before);
    }
    expect(Number(await slider().getAttribute("max")) - Number(await slider().getAttribute("min"))).toBe(10);
    expect(Number(await slider().inputValue())).toBe(760);
    for (let presses = 0; presses < 12 && (await wider.isEnabled()); ++presses) await wider.press("Enter");
    expect(await wider.evaluate((button) => button === document.activeElement)).toBe(true);
    await expect.poll(() => slider().getAttribute("min")).toBe("0");
    await expect.poll(() => slider().getAttribute("max")).toBe("1000");
  });

  it("reads values under the pointer, and forgets them when it leaves", async () => {
    await open();
    await trained();
    await panel("3a").scrollIntoViewIfNeeded();
    const box = (await panel("3a").boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
    const cursor = panel("3a").locator(".panel-cursor");
    await expect.poll(() => cursor.count()).toBe(1);
    const epoch = Number(await cursor.getAttribute("data-epoch"));
    expect(await cursor.textContent()).toContain(Number(exact("test_loss", epoch)).toFixed(4));
    await page.mouse.move(0, 0);
    await expect.poll(() => cursor.count()).toBe(0);
  });

  it("says so where a browser cannot train, and reads values from the curves", async () => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));
    await open();
    await expect.poll(() => figure().locator(".figure-status").textContent()).toMatch(/cannot train in the background/);
    await figure().getByText("Values at this epoch").click();
    await slider().fill("754");
    await expect.poll(async () => (await values())["test_loss"]).toEqual({epoch: "754", value: "≈ 0.000767"});
  });

  it("stays as printed, and says so, where its data cannot be fetched, and tries again", async () => {
    await page.route("**/data/figure-3.json", (route) => route.abort());
    await open();
    await expect.poll(() => figure().locator(".figure-status").textContent()).toMatch(/stays as printed/);
    expect(await figure().locator("svg[data-panel]").count()).toBe(6);
    await page.unroute("**/data/figure-3.json");
    await slider().fill("754");
    await expect.poll(() => panel("3a").locator(".panel-cursor").count()).toBe(1);
    await expect.poll(() => figure().locator(".figure-status").textContent()).toBe("");
  });
});
