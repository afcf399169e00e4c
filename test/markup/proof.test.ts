import {beforeAll, describe, expect, it} from "vitest";
import type {EngineRow} from "../../lib/evidence/engineMatrix.js";
import {registry} from "../../lib/experiments/registry.js";
import {figure} from "../../lib/figures/catalogue.js";
import {recordsLength} from "../../lib/model/history.js";
import {elements, makeRuns, testReport, text} from "./testReport.js";

const {render, report} = testReport();
const texts = (html: string, selector: string) =>
  [...elements(html).querySelectorAll(selector)].map((element) => element.textContent.replace(/\s+/g, " ").trim());
const rows = (html: string) =>
  [...elements(html).querySelectorAll("tbody tr")].map((row) => texts(row.outerHTML, "th, td"));

describe("::: record", () => {
  it("shows what each engine came to by training loop, and where not all is equal says how much", () => {
    const all = {equal: 5, of: 5};
    const engine = (name: string, runs: EngineRow["runs"]): EngineRow => ({
      name,
      version: "1.2",
      engine: "E",
      platform: "P",
      functions: {exp: all, sin: {equal: 7, of: 7}},
      runs
    });
    const engines = [
      engine("Good", {reference: all, kernel: all}),
      engine("Bad", {reference: {equal: 4, of: 5}, kernel: all}),
      engine("Slow", {reference: {equal: 2, of: 2}})
    ];
    const html = testReport({}, {engines: {version: 1, digests: {}, engines}}).render("::: record engines\n:::");
    expect(rows(html)).toEqual([
      ["Good 1.2", "E", "P", "all 12", "all 5", "all 5"],
      ["Bad 1.2", "E", "P", "all 12", "4 of 5", "all 5"],
      ["Slow 1.2", "E", "P", "all 12", "all 2", "not asked"]
    ]);
  });

  it("shows the kernels under the runs that they were measured for", () => {
    const html = render("::: record kernels\n:::");
    expect(texts(html, "thead th")).toEqual([
      "OpenBLAS kernel",
      "AVX-512 in NumPy",
      "(f1, 3, 1, 1000)",
      "(f2, 8, 1, 1000)",
      "best epoch",
      "last test error",
      "last test error"
    ]);
    expect(rows(html)[0]).toEqual(["Haswell", "on", "755", "0.0148", "25.37"]);
    expect(rows(html)).toHaveLength(6);
  });

  it("shows vectors by their groups, numbers with their bits", () => {
    const html = render("::: record vectors\n:::");
    expect(texts(html, "tbody th[scope=rowgroup]")).toEqual(report.vectors.groups.map(({title}) => title));
    const all = report.vectors.groups.flatMap(({vectors}) => vectors);
    expect(elements(html).querySelectorAll("tbody th[scope=row]")).toHaveLength(all.length);
    expect(text(html)).toContain(all.find(({bits}) => bits !== null)!.bits);
  });

  it.each([
    ["::: record\n:::", "There is no record “”; there are engines, kernels, "],
    ["::: record weather\n:::", "There is no record “weather”"],
    ["::: record kernels\nText\n:::", "holds nothing"]
  ])("refuses %j", (markup, complaint) => {
    expect(() => render(markup)).toThrow(complaint);
  });
});

describe("::: check", () => {
  const listed = registry.filter(({parameters}) => parameters.epochs <= 1000 && parameters.hidden <= 3);
  beforeAll(() => makeRuns(...listed.map(({id}) => id)));

  it("lists the runs, how many numbers each has, and the beginning of its digest", () => {
    const {render, report} = testReport({}, {runs: listed});
    const html = render("::: check runs\n:::");
    expect(elements(html).querySelectorAll("tr[data-run]")).toHaveLength(listed.length);
    for (const [i, {id, parameters}] of listed.entries()) {
      const [, numbers, digest, result] = rows(html)[i]!;
      expect(Number(numbers!.replace(",", ""))).toBe(recordsLength(parameters.hidden, parameters.epochs));
      expect(report.snapshot(id).digest.startsWith(digest!)).toBe(true);
      expect(result).toBe("not yet");
    }
    expect(texts(html, "button")).toEqual([`Verify all ${listed.length} runs`]);
  });

  it("has a live region from the start, hides buttons, and says why where scripts are off", () => {
    for (const name of ["runs", "files", "certificate"]) {
      const html = elements(testReport({}, {runs: listed}).render(`::: check ${name}\n:::`));
      expect(html.querySelectorAll("[role=status]"), name).toHaveLength(1);
      for (const button of html.querySelectorAll("button")) expect(button.hasAttribute("hidden"), name).toBe(true);
      if (name !== "certificate") expect(html.querySelector("noscript")!.textContent).toMatch(/needs scripts/);
    }
  });

  it.each([
    ["::: check\n:::", "There is no check “”; there are runs, files, certificate."],
    ["::: check files\nText\n:::", "holds nothing"]
  ])("refuses %j", (markup, complaint) => {
    expect(() => render(markup)).toThrow(complaint);
  });
});

it("::: drift draws both courses and their difference, tells where they end, and holds its caption", () => {
  const html = elements(render("::: drift\nHow *two* part.\n:::"));
  expect([...html.querySelectorAll("[data-series]")].map((line) => line.getAttribute("data-series"))).toEqual([
    "ours",
    "other",
    "difference"
  ]);
  expect(html.querySelector("figcaption")!.innerHTML).toContain("<em>two</em>");
  const {ours, nudged} = report.drift.courses;
  expect(rows(html.body.innerHTML).map(([, epoch, , last]) => [epoch, last])).toEqual([
    [String(ours.lowestTestEpoch), ours.lastTestLoss.toFixed(4)],
    [String(nudged.lowestTestEpoch), nudged.lastTestLoss.toFixed(4)]
  ]);
});

describe("the line under a figure", () => {
  const page = "# 4.1 Experiments\n\n::: figure 9\n:::";
  beforeAll(() => makeRuns("f1-h3-rate1-epochs1000"));

  it.each([
    [null, null, undefined],
    ["https://example.org/a/b", null, "https://example.org/a/b/blob/HEAD/"],
    ["https://example.org/a/b", "c0ffee", "https://example.org/a/b/blob/c0ffee/"]
  ])(
    "names the code, and links it where the repository (%s) and the commit (%s) are known",
    (repository, commit, base) => {
      const plain = {...figure("9"), caption: "Errors."};
      const changes = {repository, commit, figure: () => plain};
      const html = elements(testReport({appendix: page}, changes).page("appendix"));
      const code = [...html.querySelectorAll(".provenance-menu code")];
      expect(code.map((name) => name.textContent)).toEqual([
        "lib/figures/kinds/error.ts",
        "lib/figures/catalogue.ts",
        "lib/experiments/registry.ts"
      ]);
      for (const name of code)
        expect(name.parentElement!.getAttribute("href") ?? undefined).toBe(base && base + name.textContent);
    }
  );

  it("says so where a figure has no run, and offers its picture and its code alone", () => {
    const line = elements(testReport({network: "::: figure 1\n:::"}).page("network")).querySelector(".provenance")!;
    expect(line.querySelector("li")!.textContent).toBe("Drawn from no run.");
    expect(line.querySelector("summary")!.textContent).toBe("Picture, code");
    expect([...line.querySelectorAll("dt")].map((term) => term.textContent)).toEqual(["Figure", "Code"]);
    expect(line.querySelector("[data-action=rerun]")).toBeNull();
  });

  it("ends a figure whose caption its container holds, and each with its own", () => {
    const run = "f1-h3-rate1-epochs1000";
    const html = elements(render(`::: instability ${run}\nOne.\n:::\n\n::: valley\nTwo.\n:::`));
    const [instability, valley] = [...html.querySelectorAll("figure")];
    for (const figure of [instability!, valley!]) {
      expect(figure.querySelectorAll(".provenance")).toHaveLength(1);
      expect(figure.querySelector("figcaption")!.nextElementSibling!.className).toBe("provenance");
    }
    expect(instability!.querySelector("li")!.getAttribute("data-run")).toBe(run);
    expect(valley!.querySelector("li[data-run]")).toBeNull();
  });
});

it(":file leads to a file of the site by its name", () => {
  expect(render("See :file[data/vectors.json].")).toContain(
    '<a href="./data/vectors.json" rel="external"><code>vectors.json</code></a>'
  );
});
