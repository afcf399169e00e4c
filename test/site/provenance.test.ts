import {readFileSync} from "node:fs";
import {DOMParser} from "linkedom";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {registry} from "../../lib/experiments/registry.js";
import type {Snapshot} from "../../lib/experiments/snapshot.js";
import {figures} from "../../lib/figures/catalogue.js";
import {launchChromium} from "../../lib/node/browser/chromium.js";
import {pageDocument, siteFiles} from "./pageFiles.js";
import {siteFolder} from "./siteFolder.js";
import {visit} from "./visit.js";

const withRuns = figures.filter(({panels}) => panels.some(({runs}) => runs.length > 0));
const runsOf = (id: string) => [
  ...new Set(figures.find((figure) => figure.id === id)!.panels.flatMap(({runs}) => runs))
];
const figureOf = (id: string) =>
  pageDocument(`${figures.find((figure) => figure.id === id)!.page}.html`).getElementById(`figure-${id}`)!;
const digestOf = (run: string) =>
  (JSON.parse(readFileSync(`${siteFolder}/data/${run}.json`, "utf8")) as Snapshot).digest;

it("figures without runs have no line, all others have one", () => {
  expect(withRuns.map(({id}) => id)).toEqual(["3", "4", "5", "6", "7", "8", "9"]);
  for (const {id} of figures)
    expect(figureOf(id).querySelectorAll(".provenance")).toHaveLength(withRuns.some((one) => one.id === id) ? 1 : 0);
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

  it.each(["experiments-f1.html", "reproducibility.html"])("of %s are loaded only when asked for", async (file) => {
    const {responses, close} = await visit(browser, inject("site") + file, {quiet: true});
    const loaded = responses.map((response) => new URL(response.url()).pathname);
    const heavy = /verif|rerun|task|checkFiles|csv|picture|drift|certificate|worker|hyparquet|noble|training|\/data\//;
    expect(loaded.filter((path) => heavy.test(path))).toEqual([]);
    expect(loaded.some((path) => /components\/site\.\w+\.js$/.test(path))).toBe(true);
    await close();
  });
});
