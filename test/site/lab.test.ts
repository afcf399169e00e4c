import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {AxeResults} from "axe-core";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, beforeEach, describe, expect, inject, it} from "vitest";
import type {Manifest} from "../../lib/evidence/manifest.js";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {parquetHistory} from "../../lib/experiments/parquetHistory.js";
import {registry} from "../../lib/experiments/registry.js";
import {run} from "../../lib/experiments/run.js";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {digestOf} from "../../lib/numerics/digest.js";
import {phone, visit} from "./visit.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const manifest = JSON.parse(readFileSync("data/manifest.json", "utf8")) as Manifest;
const shock = "f1-h3-rate1-epochs1000";

let browser: Browser;
let page: Page;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage({viewport: {width: 1280, height: 900}});
  return () => page.close();
});

const open = (query = "") => page.goto(`${inject("site")}lab.html${query}`);
const digest = () => page.locator(".lab-digest").textContent();
const name = () => page.locator(".lab-id").textContent();
const readout = () => page.locator(".lab-readout").textContent();
const trouble = () => page.locator(".lab-trouble").textContent();
const button = (text: string | RegExp) => page.locator(".lab-transport").getByRole("button", {name: text});
const field = (label: string) => page.locator(".lab-form").getByLabel(label, {exact: true});
const problem = (id: string) => page.locator(`#lab-${id}-problem`).textContent();
const asFastAsItGoes = () => page.getByLabel("Speed", {exact: true}).selectOption("full");

/** Writes into a field and leaves it. */
async function write(label: string, text: string): Promise<void> {
  await field(label).fill(text);
  await field(label).dispatchEvent("change");
}

/** Waits until a run of this id rests, and gives its digest. */
async function rests(id: string): Promise<string | null> {
  await expect.poll(name).toBe(id);
  await expect.poll(digest).toMatch(/^[0-9a-f]{64}$/);
  return digest();
}

describe("a run in the lab", () => {
  it("has the digest of the manifest, whichever run of the report is chosen", async () => {
    await open();
    await asFastAsItGoes();
    for (const {id, look} of registry) {
      await page.getByLabel("A run of the paper").selectOption(id);
      await expect.poll(() => page.locator("#lab-look").textContent()).toBe(look);
      await button(/^Train up to/).click();
      expect(await rests(id)).toBe(manifest.runs.find((entry) => entry.id === id)!.digest);
      await expect.poll(() => page.locator(".lab-verdict").textContent()).toBe("identical to the report’s");
    }
  });

  it("has it however it is stepped, paused, and continued, and goes on beyond its end", async () => {
    await open(`?run=${shock}&reached=0`);
    for (const step of ["+1 epoch", "+10 epochs", "+100 epochs"]) await button(step).click();
    await rests("f1-h3-rate1-epochs111");
    await page.getByLabel("Speed", {exact: true}).selectOption("100");
    await button(/^Train up to/).click();
    await expect.poll(readout).toMatch(/^Epoch 1[2-9]\d/);
    await button("Pause").click();
    await expect.poll(name).toMatch(/epochs[1-9]\d\d$/);
    await asFastAsItGoes();
    await button(/^Train up to/).click();
    expect(await rests(shock)).toBe(manifest.runs.find(({id}) => id === shock)!.digest);
    await button("+100 epochs").click();
    const longer = "f1-h3-rate1-epochs1100";
    expect(await rests(longer)).toBe((await run(parseRunId(longer))).digest);
    await button(/^Again/).click();
    await expect.poll(readout).toMatch(/^Epoch 0 of 1100/);
  });

  it("takes another rate on the way and names it, so that its address gives the same bits", async () => {
    await open(`?run=${shock}&reached=300`);
    await rests("f1-h3-rate1-epochs300");
    await page.getByLabel("Rate from here on").fill("0.25");
    await page.getByLabel("Rate from here on").press("Enter");
    await expect.poll(() => page.locator(".lab-changes").textContent()).toMatch(/rate 0\.25 from epoch 300/);
    await asFastAsItGoes();
    await button(/^Train up to/).click();
    const id = `${shock}-rate0.25.from300`;
    const expected = (await run(parseRunId(id))).digest;
    expect(await rests(id)).toBe(expected);
    await expect.poll(() => new URL(page.url()).searchParams.get("run")).toBe(id);
    await page.reload();
    expect(await rests(id)).toBe(expected);
  });

  it("is gone back to and forward to by the browser's buttons", async () => {
    await open(`?run=${shock}&epoch=754`);
    await rests(shock);
    await expect.poll(readout).toMatch(/^Epoch 754 of 1000: test error 0\.0008/);
    await write("Training points", "200");
    await expect.poll(() => new URL(page.url()).searchParams.get("run")).toBe(`${shock}-train200`);
    await page.goBack();
    expect(await rests(shock)).toBe(manifest.runs.find(({id}) => id === shock)!.digest);
    await expect.poll(readout).toMatch(/^Epoch 754 of 1000/);
    await page.goForward();
    await expect.poll(name).toBe(`${shock}-train200`);
    expect(await field("Training points").inputValue()).toBe("200");
  });

  it("learns a function of the reader's own, with noise", async () => {
    await open(`?run=${shock}&reached=0`);
    await field("Function to learn").selectOption("own");
    await write("f(x) =", "abs(x) / 2");
    await write("Noise (deviation)", "0.1");
    await write("Epochs", "50");
    await button(/^Train up to/).click();
    const id = "f(abs(x)/2)-h3-rate1-epochs50-noise0.1";
    expect(await rests(id)).toBe((await run(parseRunId(id))).digest);
  });

  it("is told apart from pinned runs, which an address brings back", async () => {
    const other = "f1-h3-rate0.1-epochs1000";
    await open(`?run=${shock}&pin=${other}`);
    await rests(shock);
    const table = page.locator(".lab-compare table");
    await expect
      .poll(() => table.textContent())
      .toContain(manifest.runs.find(({id}) => id === other)!.digest.slice(0, 12));
    expect(await table.locator("tr", {hasText: "learning rate"}).locator("td").allTextContents()).toEqual(["1", "0.1"]);
    expect(await table.locator("tr", {hasText: "hidden units"}).count()).toBe(0);
    await page.getByRole("button", {name: "Pin this run"}).click();
    await expect.poll(() => page.locator(".lab-compare thead th").allTextContents()).toEqual(["this run", "A", "B"]);
    await expect.poll(() => new URL(page.url()).searchParams.getAll("pin")).toEqual([other, shock]);
    await page.getByRole("button", {name: "Unpin run A"}).click();
    await expect.poll(() => new URL(page.url()).searchParams.getAll("pin")).toEqual([shock]);
  });

  it("is taken away as Parquet and CSV, every bit of it", async () => {
    await open(`?run=${shock}`);
    const expected = await rests(shock);
    const take = async (text: string) => {
      const link = page.locator(".lab-files").getByRole("button", {name: text});
      const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
      return readFileSync(await download.path());
    };
    const parquet = await parquetHistory(new Uint8Array(await take("Parquet")).buffer);
    expect([parquet.id, parquet.digest]).toEqual([shock, expected]);
    const cells = (await take("CSV"))
      .toString()
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").slice(1));
    expect(
      digestOf(
        Float64Array.from(
          cells.flat().filter((cell) => cell !== ""),
          Number
        )
      )
    ).toBe(expected);
    const weights = JSON.parse((await take("weights")).toString()) as {V: number[]};
    const last = parquet.history.records.slice(-3);
    expect(weights.V).toEqual([...last]);
  });

  it("says in which epoch it diverged and why, and the page goes on", async () => {
    await open("?run=f1-h3-rate5-epochs1000");
    await rests("f1-h3-rate5-epochs1000");
    expect(await trouble()).toMatch(
      /^This run diverged: from epoch 193 on its error is not finite\. .*V\[2\] was .*squared errors/
    );
    await button("+10 epochs").click();
    await expect.poll(readout).toMatch(/^Epoch 1010 of 1010: test error not finite/);
  });
});

describe("impossible wishes", () => {
  it.each([
    ["Hidden units (h, with the bias)", "hidden", "0", /from 2 to 40/],
    ["Learning rate", "learningRate", "-1", /must be a positive finite number, not -1/],
    ["Epochs", "epochs", "1000000000", /whole number from 1 to 1000000, not 1000000000/]
  ])("get one sentence beside the field: %s", async (label, id, text, sentence) => {
    await open(`?run=${shock}&reached=0`);
    await expect.poll(name).toBe(shock);
    await write(label, text);
    expect(await problem(id)).toMatch(sentence);
    expect(await field(label).getAttribute("aria-invalid")).toBe("true");
    expect(await name()).toBe(shock);
    await write(label, "3");
    expect(await problem(id)).toBe("");
  });

  it("get one for a formula with a pole, for a rate on the way, and for an address", async () => {
    await open(`?run=${shock}&reached=0`);
    await field("Function to learn").selectOption("own");
    await write("f(x) =", "1 / x");
    expect(await problem("formula")).toMatch(/finite|pole|0/);
    await page.getByLabel("Rate from here on").fill("0");
    await page.getByLabel("Rate from here on").press("Enter");
    expect(await page.locator("#lab-rate-problem").textContent()).toMatch(/positive finite/);
    await open("?run=f1-h1-rate1-epochs10");
    await expect.poll(trouble).toMatch(/hidden units/);
  });
});

it.each([
  ["wide", {viewport: {width: 1280, height: 900}}],
  ["on a phone, in dark", {...phone, colorScheme: "dark" as const}]
])("gives axe-core nothing to find where everything is unfolded, %s", async (_, profile) => {
  const visited = await visit(
    browser,
    `${inject("site")}lab.html?run=${shock}&pin=f1-h5-rate0.1-epochs1000&units=shown`,
    profile
  );
  page = visited.page;
  await rests(shock);
  await expect.poll(() => page.locator(".lab-compare tbody tr").count()).toBeGreaterThan(5);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>(".lab details")) fold.open = true;
  });
  await page.evaluate(axe);
  const {violations} = (await page.evaluate("axe.run({resultTypes: ['violations']})")) as AxeResults;
  expect(violations.map(({id, nodes}) => [id, nodes[0]!.target.join(" ")])).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  expect(visited.troubles).toEqual([]);
  await visited.close();
});

it("is used by the keyboard alone", async () => {
  await open(`?run=${shock}&reached=0`);
  await expect.poll(name).toBe(shock);
  const focused = () =>
    page.evaluate(() => {
      const {activeElement: element} = document;
      return element?.getAttribute("aria-label") ?? element?.id ?? element?.textContent ?? "";
    });
  const tabTo = async (wanted: RegExp) => {
    for (let presses = 0; presses < 120; ++presses) {
      await page.keyboard.press("Tab");
      if (wanted.test(await focused())) return;
    }
    throw new Error(`Tab never reaches ${wanted}.`);
  };
  await tabTo(/^lab-hidden$/);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("5");
  await tabTo(/^lab-epochs$/);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("400");
  await page.keyboard.press("Enter");
  await expect.poll(name).toBe("f1-h5-rate1-epochs400");
  await tabTo(/^lab-weight$/);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => page.locator(".lab-course .series").count()).toBe(1);
  await tabTo(/^Train up to/);
  await page.keyboard.press("Enter");
  await tabTo(/^lab-pace$/);
  await page.keyboard.press("ArrowDown");
  await rests("f1-h5-rate1-epochs400");
  await expect.poll(() => page.locator(".lab-announcer").textContent()).toMatch(/^Epoch 400 of 400: test error/);
  await page.locator("#lab-epoch").focus();
  await page.keyboard.press("Home");
  await expect.poll(readout).toMatch(/^Epoch 0 of 400/);
  await page.keyboard.press("ArrowRight");
  await expect.poll(readout).toMatch(/^Epoch 1 of 400/);
});

it("trains in the page, to the same bits, where there are no workers, and says so", async () => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));
  await open(`?run=${shock}`);
  expect(await rests(shock)).toBe(manifest.runs.find(({id}) => id === shock)!.digest);
  expect(await page.locator(".lab-notice").textContent()).toMatch(/cannot train in the background/);
});

it("trains by the reference loop, to the same bits, where there is no WebAssembly, and says so", async () => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, "WebAssembly");
    Reflect.deleteProperty(globalThis, "Worker");
  });
  await open(`?run=${shock}`);
  expect(await rests(shock)).toBe(manifest.runs.find(({id}) => id === shock)!.digest);
  expect(await page.locator(".lab-notice").textContent()).toMatch(/WebAssembly/);
});

it("is opened by a link under every figure of runs, and from the list of all runs", async () => {
  await page.goto(`${inject("site")}appendix.html`);
  const link = page.locator("#figure-9 .provenance").getByRole("link", {name: /in the lab/});
  expect(await link.first().getAttribute("href")).toBe(`./lab.html?run=${shock}`);
  await page.goto(`${inject("site")}runs.html`);
  const hrefs = await page
    .getByRole("link", {name: /open in the lab/})
    .evaluateAll((links) => links.map((element) => element.getAttribute("href")));
  expect(hrefs.sort()).toEqual(registry.map(({id}) => `./lab.html?run=${id}`).sort());
});
