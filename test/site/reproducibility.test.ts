import {readFileSync, statSync} from "node:fs";
import type {Browser, Page, Route} from "playwright-core";
import {afterAll, beforeAll, beforeEach, describe, expect, inject, it} from "vitest";
import {vectorsOf, type Vectors} from "../../lib/evidence/vectors.js";
import type {Kernels} from "../../lib/evidence/kernels.js";
import type {Manifest} from "../../lib/evidence/manifest.js";
import {registry} from "../../lib/experiments/registry.js";
import {recordsLength} from "../../lib/model/history.js";
import {standardData} from "../../lib/model/dataset.js";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import type {Certificate} from "../../src/components/certificate.js";
import {pressTwice} from "./pressTwice.js";
import {pageDocument, siteFiles} from "./pageFiles.js";
import {siteFolder} from "./siteFolder.js";

let browser: Browser;
let page: Page;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage({viewport: {width: 1200, height: 900}});
  return () => page.close();
});

const built = pageDocument("reproducibility.html");
const texts = (selector: string, root: ParentNode = built) =>
  [...root.querySelectorAll(selector)].map((element) => element.textContent.replace(/\s+/g, " ").trim());
const manifest = JSON.parse(readFileSync("data/manifest.json", "utf8")) as Manifest;
const total = registry.reduce((sum, {parameters}) => sum + recordsLength(parameters.hidden, parameters.epochs), 0);

const open = () => page.goto(`${inject("site")}reproducibility.html`);
const check = (name: string) => page.locator(`#check-${name}`);
const report = (name: string) => check(name).getByRole("status");
const lines = (name: string) => report(name).locator("p").allTextContents();
const verify = () => check("runs").locator("[data-action=verify]");
const checkFiles = () => check("files").locator("[data-action=files]");
const certificate = () => check("certificate").getByRole("button");
const row = (run: string) => page.locator(`tr[data-run="${run}"] .check-result`);

/** For all runs or all files, on a machine that is busy with other tests. */
const SLOW = {timeout: 120_000};

async function certificateOf(): Promise<Certificate> {
  const [download] = await Promise.all([page.waitForEvent("download"), certificate().click()]);
  expect(download.suggestedFilename()).toBe("certificate.json");
  return JSON.parse(readFileSync(await download.path(), "utf8")) as Certificate;
}

describe("as it was built", () => {
  it("lists every run with its count of numbers and its digest", () => {
    const rows = [...built.querySelectorAll("tr[data-run]")];
    expect(rows.map((row) => row.getAttribute("data-run"))).toEqual(registry.map(({id}) => id));
    for (const [i, {id, parameters}] of registry.entries()) {
      const [numbers, digest, result] = texts("td", rows[i]!);
      expect(Number(numbers!.replaceAll(",", ""))).toBe(recordsLength(parameters.hidden, parameters.epochs));
      expect(manifest.runs.find((run) => run.id === id)!.digest.startsWith(digest!)).toBe(true);
      expect(result).toBe("not yet");
    }
  });

  it("says how many megabytes there are to check", () => {
    const bytes = siteFiles.reduce((sum, path) => sum + statSync(`${siteFolder}/${path}`).size, 0);
    expect(texts("[data-size]")).toEqual([`${Math.round(bytes / 1e6)} megabytes`]);
  });

  it("has the intermediate values of a run, in a table and as a file", async () => {
    const file = JSON.parse(readFileSync(`${siteFolder}/data/vectors.json`, "utf8")) as Vectors;
    expect(file).toEqual(await vectorsOf("f1-h3-rate1-epochs1000"));
    const vectors = file.groups.flatMap((group) => group.vectors);
    expect(texts(".vectors tbody th[scope=row]")).toEqual(vectors.map(({name}) => name));
    const cells = texts(".vectors td").map((text) => text.replace("−", "-"));
    expect(cells).toEqual(vectors.flatMap(({value, bits}) => (bits === null ? [value] : [value, bits])));
  });

  it("shows the measured kernels, and so does the page that tells of them first", () => {
    const {rows} = JSON.parse(readFileSync("data/kernels.json", "utf8")) as Kernels;
    expect(rows).toHaveLength(6);
    const expected = rows.map(({kernel, avx512, runs}) => [
      kernel,
      avx512 ? "on" : "off",
      String(runs["f1-h3-rate1-epochs1000"]!.bestEpoch),
      runs["f1-h3-rate1-epochs1000"]!.lastTestLoss,
      runs["f2-h8-rate1-epochs1000"]!.lastTestLoss
    ]);
    for (const document of [built, pageDocument("implementation.html")])
      expect([...document.querySelectorAll(".kernels tbody tr")].map((row) => texts("th, td", row))).toEqual(expected);
  });

  it("shows how a run parts from one with a single bit moved, and where both end", () => {
    const series = [...built.querySelectorAll(".drift [data-series]")].map((line) => line.getAttribute("data-series"));
    expect(series).toEqual(["ours", "other", "difference"]);
    const {summary} = manifest.runs.find(({id}) => id === "f1-h3-rate1-epochs1000")!;
    const [ours, nudged] = [...built.querySelectorAll(".drift-ends tbody tr")].map((row) => texts("td", row));
    expect(ours).toEqual([
      String(summary.lowestTestEpoch),
      summary.lowestTestLoss!.toFixed(4),
      summary.lastTestLoss!.toFixed(4)
    ]);
    expect(nudged![2]).not.toBe(ours![2]);
  });
});

describe("“Verify all runs”", () => {
  it("repeats every run, fills the table, and gives a certificate of what it found", async () => {
    await open();
    expect(await certificate().isDisabled()).toBe(true);
    await verify().click();
    await expect
      .poll(() => lines("runs"), SLOW)
      .toEqual([
        expect.stringMatching(
          new RegExp(
            `^${registry.length} of ${registry.length} runs identical: ${total.toLocaleString("en")} numbers in [\\d.]+ s\\.$`
          )
        )
      ]);
    for (const {id} of registry) expect(await row(id).textContent()).toMatch(/^identical, \d+\.\d+ s$/);

    await page.clock.setFixedTime("2001-02-03T04:05:06.789Z");
    const {runs, ...rest} = await certificateOf();
    expect(runs.map(({id}) => id)).toEqual(registry.map(({id}) => id));
    for (const run of runs) {
      const {digest, parameters} = manifest.runs.find(({id}) => id === run.id)!;
      const numbers = recordsLength(parameters.hidden, parameters.epochs);
      expect(run).toMatchObject({identical: true, digest, expected: digest, firstDifference: null, numbers});
      expect(run.seconds).toBeGreaterThan(0);
    }
    expect(rest).toMatchObject({
      site: inject("site"),
      made: "2001-02-03T04:05:06.789Z",
      engine: {userAgent: await page.evaluate("navigator.userAgent")},
      version: (JSON.parse(readFileSync("package.json", "utf8")) as {version: string}).version,
      commit: process.env["GITHUB_SHA"] ?? null,
      files: null
    });
    expect(rest.statement).toMatch(/not? proof of the site's honesty/);
  });

  it("tells a run that differs from the others, and certifies the difference; cancelled, it keeps what it has", async () => {
    const {id} = registry[0]!;
    await page.route("**/data/manifest.json", async (route) => {
      const response = await route.fetch();
      const changed = (await response.json()) as Manifest;
      const entry = changed.runs.find((run) => run.id === id)!;
      entry.digest = "0".repeat(64);
      entry.checkpoints = entry.checkpoints.map((checkpoint, i) => (i < 3 ? checkpoint : "0".repeat(16)));
      await route.fulfill({response, json: changed});
    });
    await open();
    await pressTwice(page, "[data-action=verify]", `tr[data-run="${registry[1]!.id}"] .check-result`, /^identical/);
    await expect.poll(async () => (await lines("runs")).at(-1)).toBe("Cancelled.");
    expect((await lines("runs"))[0]).toMatch(/it is the manifest that disagrees with both/);
    expect(await row(registry.at(-1)!.id).textContent()).toBe("not yet");
    expect(await row(id).textContent()).toBe("different in epochs 300 to 399");
    const {runs} = await certificateOf();
    expect(runs[0]).toMatchObject({id, identical: false, expected: "0".repeat(64), firstDifference: [300, 399]});
    expect(runs[1]).toMatchObject({identical: true});
    expect(runs.length).toBeLessThan(registry.length);
  });
});

describe("“Check the site's files”", () => {
  const done = /files are those that SHA256SUMS lists \([\d.]+ MB in [\d.]+ s\)\.$/;
  const listed = readFileSync(`${siteFolder}/SHA256SUMS`, "utf8").trimEnd().split("\n").length;

  it("finds every file to be the one that was built", async () => {
    await open();
    await checkFiles().click();
    await expect.poll(async () => (await lines("files"))[0], SLOW).toMatch(done);
    const [same, of] = (await lines("files"))[0]!.match(/\d+/g)!.map(Number);
    expect(same).toBe(of);
    const hidden = (await lines("files")).filter((line) => /was not compared/.test(line)).length;
    expect(of! + hidden).toBe(listed);
    const {files, runs} = await certificateOf();
    expect(files).toMatchObject({same, changed: []});
    expect(runs).toEqual([]);
  });

  it("names a file that is another and one that does not come", async () => {
    await page.route("**/data/f1-h3-rate1-epochs1000.json", async (route: Route) => {
      const response = await route.fetch();
      await route.fulfill({response, body: (await response.text()).replace("0.012", "0.011")});
    });
    await page.route("**/about.html", (route) => route.fulfill({status: 404}));
    await open();
    await checkFiles().click();
    await expect.poll(async () => (await lines("files"))[0], SLOW).toMatch(done);
    expect(await lines("files")).toEqual(
      expect.arrayContaining([
        "data/f1-h3-rate1-epochs1000.json is not the file that SHA256SUMS lists.",
        "about.html is listed in SHA256SUMS, but the site does not deliver it."
      ])
    );
    const [same, of] = (await lines("files"))[0]!.match(/\d+/g)!.map(Number);
    expect(of! - same!).toBe(2);
    const {files} = await certificateOf();
    expect(files).toMatchObject({changed: ["data/f1-h3-rate1-epochs1000.json"]});
    expect(files!.missing).toContain("about.html");
  });

  it("stops when it is told to, and says so when the list does not come", async () => {
    await page.route("**/*.parquet", () => {});
    await open();
    await checkFiles().click();
    await expect.poll(() => checkFiles().textContent()).toBe("Cancel");
    await checkFiles().click();
    await expect.poll(() => lines("files")).toEqual(["Cancelled."]);
    await page.route("**/SHA256SUMS", (route) => route.abort());
    await checkFiles().click();
    await expect.poll(() => lines("files")).toEqual([expect.stringMatching(/SHA256SUMS could not be fetched/)]);
  });
});

it("the demonstration runs on the browser's own exponential", async () => {
  await open();
  const figure = page.locator(".drift");
  const before = await figure.locator("[data-series=other]").getAttribute("d");
  await page.getByRole("button", {name: "Compare with this browser"}).click();
  await expect.poll(() => figure.locator("tr.live").count()).toBe(1);
  const after = await figure.locator("[data-series=other]").getAttribute("d");
  expect(after === before).toBe(false);
  expect(await figure.locator("[data-series]").count()).toBe(3);

  const {x, y} = standardData("f1", {trainSize: 1000, testSize: 100}).train;
  const others = await page.evaluate(
    ([x, y]) => x!.filter((value, i) => Math.exp(value / 5) !== y![i]).length,
    [[...x], [...y]]
  );
  const said = (await figure.locator(".check-report").textContent())!;
  expect(said).toContain(`${others} of the 1000 target values`);
  if (/first weights differ in epoch/.test(said)) {
    const last = await figure.locator("tr.live td").last().textContent();
    expect(said).toContain(`0.0128 by the definition and ${last} in this browser`);
  } else expect(said).toMatch(/correctly rounded/);
  await page.getByRole("button", {name: "Compare with this browser"}).click();
  await expect.poll(() => figure.locator("[data-action=drift]").textContent()).toMatch(/^Compare/);
  expect(await figure.locator("tr.live").count()).toBe(1);
});
