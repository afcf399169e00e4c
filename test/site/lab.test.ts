import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {AxeResults} from "axe-core";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, beforeEach, describe, expect, inject, it} from "vitest";
import type {Manifest} from "../../lib/evidence/manifest.js";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {parquetHistory} from "../../lib/experiments/parquetHistory.js";
import {pythonProgram} from "../../lib/experiments/program/python.js";
import {typescriptProgram} from "../../lib/experiments/program/typescript.js";
import {registry} from "../../lib/experiments/registry.js";
import {run} from "../../lib/experiments/run.js";
import {FORMULA_FUNCTIONS} from "../../lib/model/formulaSyntax.js";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {digestOf} from "../../lib/numerics/digest.js";
import {bibtex, citation} from "../../src/components/lab/citation.js";
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

/** Listens to what the next page tells a screen reader: gives a function for all of it so far. */
async function listening(): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(globalThis, {said});
    new MutationObserver((changes) => {
      for (const {addedNodes, target} of changes)
        if ((target as Element).matches(".lab-announcer"))
          for (const node of addedNodes) if (node instanceof Element) said.push(node.textContent);
    }).observe(document, {childList: true, subtree: true});
  });
  return () => page.evaluate("said");
}

/** The name of what has the focus: its label, its id, or its text. */
const focused = () =>
  page.evaluate(() => {
    const {activeElement: element} = document;
    const named = element?.getAttribute("aria-label") ?? element?.id;
    return named || (element?.closest("label, summary, button")?.textContent ?? "");
  });

/** Goes to what has a name by the tabulator. */
async function tabTo(wanted: RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  if (wanted.test(await focused())) return;
  for (let presses = 0; presses < 120; ++presses) {
    await page.keyboard.press(key);
    if (wanted.test(await focused())) return;
  }
  throw new Error(`${key} never reaches ${wanted}.`);
}

/** Writes into the field that has the focus, and leaves it by Enter. */
async function type(text: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** Presses a key that gives a file, and tells its name. */
async function taken(key: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press(key)]);
  return download.suggestedFilename();
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
    await page.getByLabel("Speed", {exact: true}).selectOption("10");
    await button(/^Train up to/).click();
    await expect.poll(readout).toMatch(/^Epoch (1[2-9]\d|[2-9]\d\d) of/);
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
    expect(await page.locator(".lab-form").textContent()).toContain(`${FORMULA_FUNCTIONS.join(", ")};`);
    await write("f(x) =", "abs(x) / 2");
    await write("Noise (deviation)", "0.1");
    await write("Epochs", "50");
    await button(/^Train up to/).click();
    const id = "f(abs(x)/2)-h3-rate1-epochs50-noise0.1";
    expect(await rests(id)).toBe((await run(parseRunId(id))).digest);
  });

  it("is told apart from pinned runs, which an address brings back", async () => {
    const other = "f1-h3-rate0.1-epochs1000";
    const spokenSoFar = await listening();
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
    await expect
      .poll(spokenSoFar)
      .toEqual(
        expect.arrayContaining([
          "Training the pinned run (f1, 3, 0.1, 1000).",
          "The pinned run A has been trained.",
          "The digest is identical to the report’s.",
          "Pinned as run B.",
          "Run A is unpinned."
        ])
      );
  });

  it("is taken away in every form, every bit of it", async () => {
    await open(`?run=${shock}`);
    const expected = await rests(shock);
    const take = async (text: string | RegExp, place = ".lab-files") => {
      const link = page.locator(place).getByRole("button", {name: text});
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
    const json = JSON.parse((await take(/^JSON/)).toString()) as {id: string; digest: string; records: number[][]};
    expect([json.id, json.digest]).toEqual([shock, expected]);
    expect(digestOf(Float64Array.from(json.records.flat()))).toBe(expected);

    const parameters = parseRunId(shock);
    const folder = `${inject("site")}python/`;
    expect((await take("program in Python")).toString()).toBe(pythonProgram(parameters, {digest: expected!, folder}));
    expect((await take("in TypeScript")).toString()).toBe(typescriptProgram(parameters, {digest: expected!}));

    const svg = (await take(/SVG/, "#lab-panel-error")).toString();
    const drawn = await page.locator("#lab-panel-error svg").first().getAttribute("viewBox");
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain(`viewBox="${drawn}"`);
    expect(svg.match(/class="series/g)).toHaveLength(2);
    const png = await take(/PNG/, "#lab-panel-error");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const [, , width, height] = drawn!.split(" ").map(Number);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * width!, 2 * height!]);

    await page.getByText("Cite this run").click();
    const cited = page.locator(".lab-cite");
    const link = `${inject("site")}lab.html?run=${shock}`;
    expect(await cited.locator("p").textContent()).toBe(citation(shock, expected!, link));
    expect(await cited.locator("pre").textContent()).toBe(bibtex(shock, expected!, link));
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
    await open("?run=f1-h1000-rate1-epochs1000000");
    await expect.poll(readout).toMatch(/^Epoch 0 of 1000/);
    expect(await trouble()).toMatch(/hidden units must be a whole number from 2 to 40 in the lab.*, not 1000\.$/);
    expect(await name()).toBe(shock);
  });

  it("get one for more epochs than a run may have, and the page goes on", async () => {
    await open("?run=f1-h2-rate0.1-epochs1000000-train1-test1&reached=0");
    await asFastAsItGoes();
    await button(/^Train up to/).click();
    await expect.poll(readout, {timeout: 120_000}).toMatch(/^Epoch 1,000,000 of 1,000,000/);
    await button("+100 epochs").click();
    expect(await trouble()).toBe("A run has at most 1,000,000 epochs: 100 more than 1,000,000 do not fit.");
    await button(/^Again/).click();
    await expect.poll(readout).toMatch(/^Epoch 0 of 1,000,000/);
    expect(await trouble()).toBe("");
  });
});

it.each([
  ["wide", {viewport: {width: 1280, height: 900}}],
  ["on a phone, in dark", {...phone, colorScheme: "dark" as const}]
])("gives axe-core nothing to find where everything is unfolded, %s", async (_, profile) => {
  const visited = await visit(
    browser,
    `${inject("site")}lab.html?run=${shock}&pin=f1-h5-rate0.1-epochs1000&units=shown&weight=V_1`,
    profile
  );
  page = visited.page;
  await rests(shock);
  await expect.poll(() => page.locator(".lab-compare tbody tr").count()).toBeGreaterThan(5);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>(".lab details")) fold.open = true;
  });
  await page.evaluate(axe);
  const {violations} = (await page.evaluate("axe.run({resultTypes: ['violations'], preload: false})")) as AxeResults;
  expect(violations.map(({id, nodes}) => [id, nodes[0]!.target.join(" ")])).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  expect(visited.troubles).toEqual([]);
  await visited.close();
});

it("is used by the keyboard alone, every part of it", async () => {
  await open(`?run=${shock}&reached=0`);
  await expect.poll(name).toBe(shock);
  const keys = page.keyboard;
  const announced = () => page.locator(".lab-announcer").textContent();
  const address = (key: string) => new URL(page.url()).searchParams.get(key);

  await tabTo(/^lab-preset$/);
  await keys.press("ArrowDown");
  await expect.poll(name).not.toBe(shock);
  expect(registry.map(({id}) => id)).toContain(await name());
  await tabTo(/^lab-target$/);
  await keys.press("End");
  await expect.poll(name).toMatch(/^f\(abs\(x\)\)-h3/);
  await tabTo(/^lab-formula$/);
  await type("x + abs(x)");
  await expect.poll(name).toMatch(/^f\(x\+abs\(x\)\)-h3/);
  await tabTo(/^New data set/);
  await keys.press("Enter");
  await expect.poll(name).toMatch(/-data\.seed-\d+$/);
  await tabTo(/^The standard data set/);
  await keys.press("Space");
  await expect.poll(name).not.toMatch(/-data/);
  await tabTo(/^lab-trainSize$/);
  await type("200");
  await tabTo(/^lab-noise$/);
  await type("0.1");
  await tabTo(/^Hidden units .* slider$/);
  await keys.press("ArrowRight");
  await expect.poll(name).toMatch(/-h4-.*-train200-noise0\.1$/);
  await tabTo(/^New initial weights/);
  await keys.press("Space");
  await expect.poll(name).toMatch(/-weights\.seed-\d+-/);
  await tabTo(/^lab-weightScale$/);
  await type("2");
  await tabTo(/^Learning rate, slider$/);
  await keys.press("ArrowLeft");
  await tabTo(/^lab-learningRate$/);
  await type("0.5");
  await tabTo(/^lab-epochs$/);
  await type("120");
  await tabTo(/^More$/);
  await keys.press("Enter");
  await tabTo(/^lab-testSize$/);
  await type("50");
  await tabTo(/^lab-arithmetic$/);
  await keys.press("ArrowDown");
  await expect
    .poll(name)
    .toMatch(/^f\(x\+abs\(x\)\)-h4-rate0\.5-epochs120-weights\.seed-\d+-scale2-train200-test50-noise0\.1-binary32$/);
  await keys.press("ArrowUp");

  await tabTo(/^Log scale/);
  await keys.press("Space");
  await expect.poll(() => address("scale")).toBe("linear");
  await tabTo(/^Each hidden unit’s part/);
  await keys.press("Space");
  // What is not on the screen is drawn when it is.
  await page.locator("#lab-panel-learned").scrollIntoViewIfNeeded();
  await expect.poll(() => page.locator("[data-series=contribution]").count()).toBe(4);
  await tabTo(/^Table: What the network has learned$/);
  await keys.press("Enter");
  const heads = page.locator("#lab-panel-learned thead th");
  await expect
    .poll(() => heads.allTextContents())
    .toEqual(["x", "target", "learned", "V[0] H[0]", "V[1] H[1]", "V[2] H[2]", "V[3]"]);
  const cells = await page.locator("#lab-panel-learned tbody tr").first().locator("td").allTextContents();
  const [, learned, ...parts] = cells.map((cell) => Number(cell.replaceAll("−", "-").replace(/\s×\s10/, "e")));
  expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(learned!, 2);
  await tabTo(/^Table: What the network has learned$/);
  await tabTo(/^What the network has learned, SVG picture$/);
  expect(await taken("Enter")).toBe("learned.svg");
  await tabTo(/^What the network has learned, PNG picture$/);
  expect(await taken("Space")).toBe("learned.png");
  await tabTo(/^lab-weight$/);
  await keys.press("ArrowDown");
  await expect.poll(() => page.locator(".lab-course .series").count()).toBe(1);
  await tabTo(/^Table: Course of the weight$/);
  await keys.press("Enter");
  await expect
    .poll(() => page.locator(".lab-inspector thead th").allTextContents())
    .toEqual(["epoch", await page.locator("#lab-weight option:checked").textContent()]);
  await tabTo(/^Course of the weight, SVG picture$/);
  expect(await taken("Enter")).toBe("U_0_0.svg");
  await tabTo(/^Equations/);
  await keys.press("Enter");
  await expect.poll(() => page.locator(".lab-formula").count()).toBe(4);

  await tabTo(/^lab-pace$/);
  await keys.press("ArrowDown");
  await tabTo(/^Train up to/, "Shift+Tab");
  await keys.press("Enter");
  await expect.poll(name).toMatch(/-epochs120-/);
  await expect.poll(announced).toMatch(/^Epoch 120 of 120: test error/);
  await tabTo(/^\+1 epoch$/);
  for (const epoch of [121, 122]) {
    await keys.press("Enter");
    await expect.poll(name).toContain(`-epochs${epoch}-`);
    await expect.poll(announced).toMatch(new RegExp(`^Epoch ${epoch} of ${epoch}: test error`));
  }
  await page.locator(".lab-inspector").scrollIntoViewIfNeeded();
  await expect.poll(() => page.locator(".lab-inspector tbody tr").count()).toBe(40);
  await tabTo(/^lab-rate-now$/);
  await type("0.25");
  await expect.poll(() => page.locator(".lab-changes").textContent()).toMatch(/rate 0\.25 from epoch 122/);
  await tabTo(/^Train up to epoch 242/, "Shift+Tab");
  await keys.press("Space");
  await expect.poll(name).toMatch(/-epochs242-.*-rate0\.25\.from122$/);

  await tabTo(/^lab-epoch$/);
  await keys.press("Home");
  await keys.press("ArrowRight");
  await expect.poll(readout).toMatch(/^Epoch 1 of 242/);
  expect(await page.locator("#lab-epoch").getAttribute("aria-valuetext")).toMatch(
    /^Epoch 1 of 242: test error \d\.\d{4}, training error \d\.\d{4}\.$/
  );
  await tabTo(/^Last epoch/);
  await keys.press("Enter");
  await expect.poll(readout).toMatch(/^Epoch 242 of 242/);
  expect(await focused()).toMatch(/^Last epoch/);

  await tabTo(/^Cite this run$/, "Shift+Tab");
  await keys.press("Enter");
  await expect.poll(() => page.locator(".lab-cite pre").isVisible()).toBe(true);
  await tabTo(/^program in Python/, "Shift+Tab");
  expect(await taken("Enter")).toBe(`${await name()}.py`);
  await tabTo(/^JSON/, "Shift+Tab");
  expect(await taken("Enter")).toBe(`${await name()}.json`);
  await tabTo(/^Pin this run$/, "Shift+Tab");
  await keys.press("Enter");
  await expect.poll(announced).toMatch(/Pinned as run A\.$/);
  await tabTo(/^Unpin run A$/);
  await keys.press("Enter");
  await expect.poll(announced).toMatch(/Run A is unpinned\.$/);
  expect(await focused()).toBe("Pin this run");
  await tabTo(/^Show fewer epochs/, "Shift+Tab");
  await keys.press("Enter");
  await expect.poll(() => address("window")).toBe("121-242");
  await tabTo(/^All epochs$/);
  await keys.press("Enter");
  await expect.poll(() => address("window")).toBeNull();
  expect(await focused()).toBe("All epochs");

  await tabTo(/^Take back the rate 0\.25/);
  await keys.press("Enter");
  await expect.poll(name).not.toContain("from122");
  expect(await focused()).toBe("Pin this run");
  await tabTo(/^\+10 epochs$/);
  await keys.press("Enter");
  await expect.poll(name).toContain("-epochs10-");
  await tabTo(/^Again/);
  await keys.press("Enter");
  await expect.poll(readout).toMatch(/^Epoch 0 of 242/);
});

/** Runs before the page: counts what its workers send. */
function countMessages(): void {
  const counted = Object.assign(globalThis, {messages: 0});
  globalThis.Worker = class extends Worker {
    constructor(...how: ConstructorParameters<typeof Worker>) {
      super(...how);
      this.addEventListener("message", () => ++counted.messages);
    }
  };
}

it("draws at most once a second while it trains, for readers who want little motion", async () => {
  const long = "f1-h3-rate1-epochs100000";
  const visited = await visit(browser, `${inject("site")}lab.html?run=${long}&reached=0`, {
    reducedMotion: "reduce",
    async prepare(prepared) {
      await prepared.clock.install();
      await prepared.addInitScript(countMessages);
    }
  });
  page = visited.page;
  await expect.poll(name).toBe(long);
  expect(await page.getByLabel("Speed", {exact: true}).inputValue()).toBe("full");
  await page.getByLabel("Speed", {exact: true}).selectOption("100");
  // From here on time passes for the page as the test says, while the worker trains.
  await page.clock.pauseAt((await page.evaluate<number>("Date.now()")) + 60_000);
  await page.evaluate(`
    globalThis.drawings = [];
    new MutationObserver(() => drawings.push(performance.now())).observe(
      document.querySelector("#lab-panel-error .lab-chart"),
      {childList: true, subtree: true, attributes: true}
    )`);
  await button(/^Train up to/).click();
  const messages = () => page.evaluate<number>("messages");
  for (let tenths = 0; tenths < 45; ++tenths) {
    const before = await messages();
    await page.clock.runFor(100);
    await expect.poll(messages).toBeGreaterThan(before);
  }
  const drawings = await page.evaluate<number[]>("drawings");
  const gaps = drawings.slice(1).map((time, i) => time - drawings[i]!);
  expect(drawings.length).toBeGreaterThanOrEqual(3);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
  expect(visited.troubles).toEqual([]);
  await visited.close();
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
