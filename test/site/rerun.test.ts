import type {Browser, Page, Route} from "playwright-core";
import {afterAll, beforeAll, beforeEach, describe, expect, inject, it} from "vitest";
import type {Manifest} from "../../lib/evidence/manifest.js";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {recordsLength} from "../../lib/model/history.js";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {pressTwice} from "./pressTwice.js";

let browser: Browser;
let page: Page;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage({viewport: {width: 1200, height: 900}});
  return () => page.close();
});

const line = (figure: string) => page.locator(`#figure-${figure} .provenance`);
const button = (figure: string) => line(figure).locator("[data-action=rerun]");
const report = (figure: string) => line(figure).getByRole("status");

/** Changes an entry of the manifest on its way to the page. */
async function tamper(run: string, change: (entry: Manifest["runs"][number]) => void): Promise<void> {
  await page.route("**/data/manifest.json", async (route) => {
    const response = await route.fetch();
    const manifest = (await response.json()) as Manifest;
    change(manifest.runs.find(({id}) => id === run)!);
    await route.fulfill({response, json: manifest});
  });
}

const other = (digest: string) => (digest[0] === "0" ? "1" : "0") + digest.slice(1);

function numbers(run: string): string {
  const {hidden, epochs} = parseRunId(run);
  return recordsLength(hidden, epochs).toLocaleString("en");
}

describe("“Re-run here”", () => {
  it("repeats the runs of a figure and finds every number the same", async () => {
    await page.goto(`${inject("site")}experiments-f1.html`);
    await button("3").click();
    await expect.poll(() => report("3").locator("p").count()).toBe(2);
    const said = await report("3").locator("p").allTextContents();
    const count = numbers("f1-h3-rate1-epochs1000");
    expect(said[0]).toMatch(new RegExp(`^\\(f1, 3, 1, 1000\\) identical: ${count} numbers in \\d+\\.\\d\\d s$`));
    expect(said[1]).toMatch(new RegExp(`seed-175.* identical: ${count} numbers in`));
    expect(await button("3").textContent()).toBe("Re-run here");
    expect(await line("3").locator("progress").count()).toBe(0);
  });

  it("works by the keyboard, and says what came of it in a live region that was there before", async () => {
    await page.goto(`${inject("site")}appendix.html`);
    expect(await report("9").count()).toBe(1);
    await button("9").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => report("9").textContent()).toMatch(/^identical: 16,009 numbers in/);
    expect(await button("9").evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Space");
    await expect.poll(() => report("9").textContent()).toMatch(/^identical: 16,009 numbers in/);
  });

  it("shows how far it is, and a second press cancels it", async () => {
    await page.goto(`${inject("site")}experiments-f1.html`);
    // The longest run there is, in place of the figure's own.
    const id = "f2-h12-rate0.05-epochs10000";
    await line("4")
      .locator("li")
      .evaluate((item, run) => item.setAttribute("data-run", run), id);
    // It trains when it has the manifest, and not before.
    const asked = new Promise<Route>((resolve) => void page.route("**/data/manifest.json", resolve, {times: 1}));
    await button("4").click();
    const bar = line("4").getByRole("progressbar");
    expect(await bar.getAttribute("aria-label")).toMatch(/\w/);
    expect(await button("4").textContent()).toBe("Cancel");
    await (await asked).continue();
    await expect.poll(() => report("4").textContent()).toMatch(/^identical: 700,036 numbers in/);
    expect(await bar.count()).toBe(0);

    await pressTwice(page, "#figure-4 [data-action=rerun]", "#figure-4 progress", /^0\.[0-9]/);
    await expect.poll(() => report("4").textContent()).toBe("Cancelled.");
    expect(await button("4").textContent()).toBe("Re-run here");
    expect(await bar.count()).toBe(0);
    await button("4").click();
    await expect.poll(() => report("4").textContent()).toMatch(/^identical: 700,036 numbers in/);
  });

  it.each([
    [0, "epochs 0 to 99"],
    [7, "epochs 700 to 799"]
  ])("names the block whose checkpoint (%i) the manifest has otherwise", async (block, words) => {
    await tamper("f1-h3-rate1-epochs1000", (entry) => {
      entry.digest = other(entry.digest);
      for (let i = block; i < entry.checkpoints.length; ++i) entry.checkpoints[i] = other(entry.checkpoints[i]!);
    });
    await page.goto(`${inject("site")}appendix.html`);
    await button("9").click();
    await expect.poll(() => report("9").locator("p").count()).toBe(2);
    const [verdict, reason] = await report("9").locator("p").allTextContents();
    expect(verdict).toBe(`different: first in ${words}`);
    // The site's own data file bears the browser out.
    expect(reason).toMatch(/data file has the very numbers that this browser computed: it is the manifest that/);
  });

  it("names the last record where only the digest is another", async () => {
    await tamper("f1-h3-rate1-epochs1000", (entry) => (entry.digest = other(entry.digest)));
    await page.goto(`${inject("site")}appendix.html`);
    await button("9").click();
    await expect.poll(() => report("9").textContent()).toMatch(/^different: first in epoch 1000/);
  });

  it("names the epoch and the number where the site's data are not what the browser computes", async () => {
    await tamper("f1-h3-rate1-epochs1000", (entry) => (entry.digest = other(entry.digest)));
    await page.route("**/data/f1-h3-rate1-epochs1000.parquet", async (route) => {
      const path = "data/f1-h3-rate1-epochs1000-data.seed-175-weights.seed-175.parquet";
      await route.fulfill({response: await route.fetch({url: inject("site") + path})});
    });
    await page.goto(`${inject("site")}appendix.html`);
    await button("9").click();
    await expect
      .poll(() => report("9").textContent())
      .toMatch(
        /The first number that differs from the site’s data file is test_loss at epoch 0: [\d.]+ there, 0\.9158\d+ here/
      );
  });

  it.each([
    ["does not come", (route: Route) => route.abort(), /manifest could not be fetched/],
    [
      "is cut off",
      async (route: Route) => {
        const response = await route.fetch();
        await route.fulfill({response, body: (await response.text()).slice(0, 1000)});
      },
      /is no whole JSON file/
    ]
  ])("says so when the manifest %s", async (_, answer, words) => {
    await page.route("**/data/manifest.json", answer);
    await page.goto(`${inject("site")}appendix.html`);
    await button("9").click();
    await expect.poll(() => report("9").textContent()).toMatch(words);
    expect(await button("9").textContent()).toBe("Re-run here");
  });
});

describe.each([
  ["without workers", () => Reflect.deleteProperty(globalThis, "Worker")],
  [
    "whose workers cannot be modules",
    () => {
      const Native = globalThis.Worker;
      globalThis.Worker = function (url: string) {
        return new Native(url);
      } as unknown as typeof Worker;
    }
  ]
])("a browser %s", (_, cripple) => {
  beforeEach(() => page.addInitScript(cripple));

  it("is told so, and the page stays whole", async () => {
    await page.goto(`${inject("site")}appendix.html`);
    await button("9").click();
    await expect.poll(() => report("9").textContent()).toMatch(/cannot run module workers/);
    expect(await button("9").textContent()).toBe("Re-run here");
    expect(await page.locator("#figure-9 svg [data-series]").count()).toBe(2);
    expect(await page.locator("main p").first().isVisible()).toBe(true);
  });

  it("is told so by the checks and the demonstration, whose tables and drawings stay as they are", async () => {
    await page.goto(`${inject("site")}reproducibility.html`);
    const ends = await page.locator(".drift tbody tr").count();
    await page.getByRole("button", {name: "Compare with this browser"}).click();
    await expect.poll(() => page.locator(".drift .check-report").textContent()).toMatch(/module workers/);
    expect(await page.locator(".drift tbody tr").count()).toBe(ends);
    expect(await page.locator(".drift svg [data-series]").count()).toBe(3);
    await page.getByRole("button", {name: /Verify all/}).click();
    await expect.poll(() => page.locator("#check-runs").getByRole("status").textContent()).toMatch(/module workers/);
    const cells = await page.locator(".check-result").allTextContents();
    expect(new Set(cells)).toEqual(new Set(["not yet"]));
  });
});
