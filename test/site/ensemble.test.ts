import {readFileSync} from "node:fs";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, it} from "vitest";
import type {EnsembleData} from "../../lib/evidence/ensembleData.js";
import type {Manifest} from "../../lib/evidence/manifest.js";
import {registry} from "../../lib/experiments/registry.js";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {pageDocument} from "./pageFiles.js";
import {siteFolder} from "./siteFolder.js";
import {visit} from "./visit.js";

const other = "f1-h3-rate0.1-epochs10000";
const {runs} = JSON.parse(readFileSync("data/manifest.json", "utf8")) as Manifest;

let browser: Browser;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());

it.each(registry.map(({id}) => id))("the ensemble of %s is a file of the site, with bands and a hundred runs", (id) => {
  const data = JSON.parse(readFileSync(`${siteFolder}/data/ensemble-${id}.json`, "utf8")) as EnsembleData;
  expect([data.id, data.digest]).toEqual([id, runs.find((run) => run.id === id)!.digest]);
  expect(data.runs.length).toBeGreaterThanOrEqual(100);
  expect(data.bands!.epochs.at(-1)).toBe(data.parameters.epochs);
});

it("without scripts there is one ensemble to look at and the table of all", () => {
  const page = pageDocument("rounding.html");
  const figure = page.getElementById("ensemble-chosen")!;
  expect(figure.querySelector(".figure-choice")!.hasAttribute("hidden")).toBe(true);
  expect(figure.querySelectorAll("svg").length).toBeGreaterThanOrEqual(3);
  expect(page.querySelectorAll("table.ensembles tbody tr")).toHaveLength(registry.length);
});

it("a reader who chooses a run gets its ensemble, and under it its digest, its data and its picture", async () => {
  const {page, troubles, responses, close} = await visit(browser, `${inject("site")}rounding.html`);
  const figure = page.locator("#ensemble-chosen");
  const fetched = () => responses.map((response) => response.url()).filter((url) => /ensemble-|liveEnsemble/.test(url));
  expect(fetched()).toEqual([]);
  const former = await figure.locator(".wide-only svg").innerHTML();
  await figure.getByRole("combobox", {name: "Run"}).selectOption(other);
  await expect.poll(() => figure.getAttribute("data-run")).toBe(other);
  expect(await figure.locator(".wide-only svg").innerHTML()).not.toBe(former);
  const {digest} = runs.find(({id}) => id === other)!;
  expect(await figure.locator(".digest").textContent()).toBe(digest.slice(0, 12));
  expect(await figure.locator("figcaption .run").getAttribute("href")).toBe(`./runs.html#${other}`);
  const links = await figure
    .locator(".provenance a")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href")!).filter((href) => !/^https?:/.test(href)));
  expect(links).toEqual([
    `./runs.html#${other}`,
    `./lab.html?run=${other}`,
    `./data/ensemble-${other}.json`,
    `./data/${other}.parquet`,
    `./runs.html#${other}`
  ]);
  await figure.getByText("Data, picture, code").click();
  const [picture] = await Promise.all([
    page.waitForEvent("download"),
    figure.locator("[data-action=picture][data-format=svg]").click()
  ]);
  expect(picture.suggestedFilename()).toBe(`ensemble-${other}.svg`);
  const svg = readFileSync(await picture.path(), "utf8");
  expect([...svg.matchAll(/data-panel="([^"]+)"/g)].map(([, panel]) => panel)).toEqual([
    "ensemble-chosen-bands",
    "ensemble-chosen-b",
    "ensemble-chosen-c"
  ]);
  await figure.locator("[data-action=rerun]").click();
  await expect.poll(() => figure.locator(".provenance-report").textContent()).toMatch(/^identical: /);
  expect(troubles).toEqual([]);
  await close();
});

it("says so when the data of a run do not come, and keeps what was there", async () => {
  const {page, close} = await visit(browser, `${inject("site")}rounding.html`, {quiet: true});
  await page.route("**/data/ensemble-*.json", (route) => route.abort());
  const figure = page.locator("#ensemble-chosen");
  const former = await figure.getAttribute("data-run");
  await figure.getByRole("combobox", {name: "Run"}).selectOption(other);
  await expect.poll(() => figure.locator(".figure-status").textContent()).toMatch(/data could not be fetched/);
  expect(await figure.getAttribute("data-run")).toBe(former);
  await close();
});
