import {readFileSync} from "node:fs";
import {DOMParser} from "linkedom";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import type {InstabilityData} from "../../lib/evidence/instabilityData.js";
import {predictionsOf} from "../../lib/evidence/predictions.js";
import {parseLabQuery} from "../../lib/experiments/labState.js";
import {registry} from "../../lib/experiments/registry.js";
import type {Snapshot} from "../../lib/experiments/snapshot.js";
import {figures} from "../../lib/figures/catalogue.js";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {pageDocument, pageFiles, siteFiles} from "./pageFiles.js";
import {siteFolder} from "./siteFolder.js";
import {visit} from "./visit.js";

const withRuns = figures.filter(({panels}) => panels.some(({runs}) => runs.length > 0));
const runsOf = (id: string) => [
  ...new Set(figures.find((figure) => figure.id === id)!.panels.flatMap(({runs}) => runs))
];
const figureOf = (id: string) =>
  pageDocument(`${figures.find((figure) => figure.id === id)!.page}.html`).getElementById(`figure-${id}`)!;
const instabilityOf = (run: string) =>
  JSON.parse(readFileSync(`${siteFolder}/data/instability-${run}.json`, "utf8")) as InstabilityData;
const digestOf = (run: string) =>
  (JSON.parse(readFileSync(`${siteFolder}/data/${run}.json`, "utf8")) as Snapshot).digest;

/** Every figure of the site, by its page and its id. */
const allFigures = pageFiles.flatMap((file) =>
  [...pageDocument(file).querySelectorAll("figure")].map((figure) => ({file, id: figure.id, figure}))
);

/** What the figures outside the catalogue are drawn from: registered runs, and files of data. */
const origins: Readonly<Record<string, {runs: readonly string[]; data: readonly string[]}>> = {
  "figure-course": {runs: ["f2-h8-rate0.1-epochs1200"], data: ["f2-h8-rate0.1-epochs1200"]},
  "figure-valley": {runs: [], data: []},
  ...Object.fromEntries(
    [
      ["instability-chosen", "f1-h3-rate1-epochs1000"],
      ...[
        "f2-h8-rate0.1-epochs1000-data.seed-74-weights.seed-74",
        "f2-h8-rate0.1-epochs1200",
        "f2-h8-rate1-epochs1000"
      ].map((run) => [`instability-${run}`, run])
    ].map(([id, run]) => [id, {runs: [run!], data: [`instability-${run}`]}])
  ),
  "figure-predictions": {
    runs: [...new Set(predictionsOf(registry.map(({id}) => instabilityOf(id))).map(({id}) => id))],
    data: ["predictions"]
  },
  "figure-precision": {runs: ["f1-h3-rate1-epochs1000", "f2-h8-rate0.1-epochs1200"], data: ["precision"]},
  ...Object.fromEntries(
    [
      ["figure-ensemble-f1-h3-rate1-epochs1000", "f1-h3-rate1-epochs1000"],
      ["figure-ensemble-f2-h6-rate0.1-epochs1000", "f2-h6-rate0.1-epochs1000"],
      ["figure-ensemble-f2-h8-rate1-epochs1000", "f2-h8-rate1-epochs1000"],
      ["ensemble-chosen", "f2-h8-rate0.1-epochs1200"]
    ].map(([id, run]) => [id, {runs: [run!], data: [`ensemble-${run}`]}])
  ),
  "figure-randomness-1": {
    runs: ["f2-h8-rate0.1-epochs1000", "f2-h8-rate0.1-epochs1000-data.seed-74-weights.seed-74"],
    data: ["data", "weights", "both"].map((source) => `randomness-${source}-scale1`)
  },
  "figure-randomness-missed": {runs: [], data: ["randomness-both-scale1"]},
  "figure-randomness-10-100": {
    runs: [],
    data: [10, 100].flatMap((scale) =>
      ["data", "weights", "both"].map((source) => `randomness-${source}-scale${scale}`)
    )
  },
  "figure-drift": {runs: ["f1-h3-rate1-epochs1000"], data: ["drift"]},
  "figure-speed": {runs: ["f2-h8-rate0.05-epochs1000"], data: ["bench"]}
};

it("every figure of the site has an id and one line, and none is unknown here", () => {
  expect(withRuns.map(({id}) => id)).toEqual(["3", "4", "5", "6", "7", "8", "9"]);
  for (const {file, id, figure} of allFigures) {
    expect(figure.querySelectorAll(".provenance"), `${file} ${id}`).toHaveLength(1);
    expect(figure.querySelector(".provenance [role=status]"), `${file} ${id}`).not.toBeNull();
  }
  expect(allFigures.map(({id}) => id).sort()).toEqual(
    [...figures.map(({id}) => `figure-${id}`), ...Object.keys(origins)].sort()
  );
});

describe.each(allFigures.filter(({id}) => Object.hasOwn(origins, id)))("under $id", ({id, figure}) => {
  const line = figure.querySelector(".provenance")!;
  const {runs, data} = origins[id]!;
  const links = () => [...line.querySelectorAll("a")].map((link) => link.getAttribute("href")!);

  it("stand its runs, each with the digest of the manifest, and each opens in the lab", () => {
    const items = [...line.querySelectorAll("li[data-run]")];
    expect(items.map((item) => item.getAttribute("data-run")).sort()).toEqual([...runs].sort());
    for (const item of items) {
      const run = item.getAttribute("data-run")!;
      expect(item.querySelector(".digest")!.getAttribute("title")).toContain(digestOf(run));
      expect(digestOf(run)).toMatch(new RegExp(`^${item.querySelector(".digest")!.textContent}`));
      expect(links()).toEqual(expect.arrayContaining([`./runs.html#${run}`, `./data/${run}.parquet`]));
    }
    expect(line.querySelectorAll("[data-action=rerun]")).toHaveLength(runs.length > 0 ? 1 : 0);
    const lab = links().filter((href) => href.startsWith("./lab.html?"));
    expect(lab.length).toBeGreaterThanOrEqual(id === "figure-valley" ? 0 : 1);
    for (const href of lab) expect(() => parseLabQuery(href.split("?")[1]!)).not.toThrow();
    expect(lab).toEqual(expect.arrayContaining(runs.map((run) => `./lab.html?run=${run}`)));
  });

  it("the menu leads to its data, its picture and the code that draws it", () => {
    const files = links().filter((href) => href.startsWith("./data/") && href.endsWith(".json"));
    expect(files).toEqual(data.map((name) => `./data/${name}.json`));
    for (const file of files) expect(() => JSON.parse(readFileSync(`${siteFolder}/${file}`, "utf8"))).not.toThrow();
    const pictures = [...line.querySelectorAll("[data-action=picture]")];
    expect(pictures.map((control) => control.getAttribute("data-format"))).toEqual(["svg", "png"]);
    const paths = [...line.querySelectorAll("details code")].map((code) => code.textContent!);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(() => readFileSync(path, "utf8"), path).not.toThrow();
    for (const button of line.querySelectorAll("button")) expect(button.hasAttribute("hidden")).toBe(true);
  });
});

describe.each(withRuns.map(({id}) => id))("under figure %s", (id) => {
  const line = figureOf(id).querySelector(".provenance")!;

  it("stand its runs, each with its tuple, its digest and its place in the list", () => {
    const items = [...line.querySelectorAll("li")];
    expect(items.map((item) => item.getAttribute("data-run"))).toEqual(runsOf(id));
    for (const [i, run] of runsOf(id).entries()) {
      expect(items[i]!.querySelector("a")!.getAttribute("href")).toBe(`./runs.html#${run}`);
      const digest = items[i]!.querySelector(".digest")!;
      expect(digestOf(run)).toMatch(new RegExp(`^${digest.textContent}`));
      expect(digest.textContent.length).toBeGreaterThanOrEqual(8);
      expect(digest.getAttribute("title")).toContain(digestOf(run));
    }
  });

  it("one menu leads to its data, its picture, the code that draws it and the registry", () => {
    expect(line.querySelectorAll("details")).toHaveLength(1);
    const links = [...line.querySelectorAll("details a")].map((link) => link.getAttribute("href"));
    for (const run of runsOf(id)) expect(links).toContain(`./data/${run}.parquet`);
    expect(links).toEqual(expect.arrayContaining([`./data/figure-${id}.svg`, `./data/figure-${id}.json`]));
    const {panels} = figures.find((figure) => figure.id === id)!;
    const paths = [...line.querySelectorAll("details code")].map((code) => code.textContent);
    for (const {kind} of panels) expect(paths).toContain(`lib/figures/kinds/${kind}.ts`);
    expect(paths).toContain("lib/experiments/registry.ts");
    for (const path of paths) expect(() => readFileSync(path, "utf8"), path).not.toThrow();
  });

  it("what only a script can do is hidden until there is one", () => {
    for (const button of line.querySelectorAll("button")) expect(button.hasAttribute("hidden")).toBe(true);
  });

  it("the picture is a file of its own with every panel", () => {
    const {panels} = figures.find((figure) => figure.id === id)!;
    const svg = readFileSync(`${siteFolder}/data/figure-${id}.svg`, "utf8");
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement!;
    expect([...parsed.querySelectorAll("svg")].map((panel) => panel.getAttribute("data-panel"))).toEqual(
      panels.map((panel) => panel.id)
    );
    expect(svg).not.toMatch(/var\(|NaN|undefined/);
  });
});

it("every run's entry in the manifest that the page is given is the committed one", () => {
  expect(siteFiles).toContain("data/manifest.json");
  expect(readFileSync(`${siteFolder}/data/manifest.json`, "utf8")).toBe(readFileSync("data/manifest.json", "utf8"));
  const {runs} = JSON.parse(readFileSync("data/manifest.json", "utf8")) as {runs: {id: string; digest: string}[]};
  expect(runs.map(({id}) => id).sort()).toEqual(registry.map(({id}) => id).sort());
});

it("without scripts the lines can be read, the menus opened, and nothing is offered that would not work", async () => {
  const browser: Browser = await launchChromium();
  const {page, close} = await visit(browser, `${inject("site")}experiments-f1.html`, {javaScriptEnabled: false});
  const line = page.locator("#figure-3 .provenance");
  expect(await line.locator(".digest").first().isVisible()).toBe(true);
  await line.getByText("Data, picture, code").click();
  expect(await line.getByRole("link", {name: "Parquet"}).first().isVisible()).toBe(true);
  expect(await page.locator("button:visible").count()).toBe(0);
  await close();
  await browser.close();
});

describe("the scripts behind the buttons", () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launchChromium()));
  afterAll(() => browser.close());

  it("repeat the runs of a chosen figure, and hand out its picture, under the name of the run", async () => {
    const {page, troubles, close} = await visit(browser, `${inject("site")}instability.html`);
    const figure = page.locator("#instability-chosen");
    const run = "f1-h3-rate0.1-epochs1000";
    await figure.getByRole("combobox", {name: "Run"}).selectOption(run);
    await expect.poll(() => figure.getAttribute("data-run")).toBe(run);
    expect(digestOf(run)).toMatch(new RegExp(`^${await figure.locator(".digest").textContent()}`));
    await figure.locator("[data-action=rerun]").click();
    await expect.poll(() => figure.locator(".provenance-report").textContent()).toMatch(/^identical: /);
    await figure.getByText("Data, picture, code").click();
    for (const format of ["svg", "png"]) {
      const control = figure.locator(`[data-action=picture][data-format=${format}]`);
      const [picture] = await Promise.all([page.waitForEvent("download"), control.click()]);
      expect(picture.suggestedFilename()).toBe(`instability-${run}.${format}`);
    }
    expect(troubles).toEqual([]);
    await close();
  });

  it.each(["experiments-f1.html", "reproducibility.html"])("of %s are loaded only when asked for", async (file) => {
    const {responses, close} = await visit(browser, inject("site") + file, {quiet: true});
    const loaded = responses.map((response) => new URL(response.url()).pathname);
    expect(loaded.filter((path) => path.includes("/data/"))).toEqual([]);
    const scripts = responses.filter((response) => response.url().endsWith(".js"));
    const texts = await Promise.all(scripts.map((response) => response.text()));
    const modules = texts.flatMap((text) =>
      [...text.matchAll(/^\/\/ ((?:src|node_modules)\/\S+)$/gm)].map(([, name]) => name!)
    );
    const heavy = /verif|rerun|task|checkFiles|csv|picture|drift|certificate|worker|hyparquet|noble|training/;
    expect(modules.filter((name) => heavy.test(name))).toEqual([]);
    expect(modules).toContain("src/components/site.ts");
    expect(scripts.length).toBeLessThan(10);
    await close();
  });
});
