import {beforeAll, describe, expect, it} from "vitest";
import {registry} from "../../lib/experiments/registry.js";
import {figure} from "../../lib/figures/catalogue.js";
import {elements, FRONT_MATTER, makeRuns, testReport, text} from "./testReport.js";

const {render} = testReport();

describe("::: figure", () => {
  const entry = figure("3");
  const runs = [...new Set(entry.panels.flatMap((panel) => panel.runs))];
  beforeAll(() => makeRuns(...runs));

  const page = "# 4.1 Experiments\n\n::: figure 3\n:::\n\nText.";
  const drawn = () => elements(testReport({[entry.page]: page}).page(entry.page)).querySelector("figure")!;

  it("draws all panels of the figure in the catalogue's order, each with its anchor", () => {
    const figure = drawn();
    expect([figure.id, figure.getAttribute("data-figure")]).toEqual(["figure-3", "3"]);
    const panels = [...figure.querySelectorAll(".figure-panels > .panel")];
    expect(panels.map(({id}) => id)).toEqual(entry.panels.map(({id}) => `figure-${id}`));
    for (const [i, panel] of panels.entries())
      expect(panel.querySelector("svg")!.getAttribute("data-panel")).toBe(entry.panels[i]!.id);
    expect(figure.querySelectorAll("svg path").length).toBeGreaterThan(10);
  });

  it("has a caption whose markup is filled in, a permalink and its data", () => {
    const figure = drawn();
    const caption = figure.querySelector("figcaption")!;
    expect(caption.querySelector("a.permalink")!.getAttribute("href")).toBe("#figure-3");
    expect(caption.textContent).toMatch(/^Figure 3 The run \(f1, 3, 1, 1000\)\./);
    const links = [...caption.querySelectorAll("a.run")].map((a) => a.getAttribute("href"));
    expect(links).toEqual(runs.map((id) => `./runs#${id}`));
    expect(figure.querySelector(".figure-data")!.getAttribute("href")).toBe("./data/figure-3.json");
  });

  it("sets a figure's formulas beside its panels, and gives no data where there is no run", () => {
    const html = elements(testReport({network: "::: figure 2\n:::"}).page("network"));
    expect(html.querySelectorAll(".figure-equations .katex-display")).toHaveLength(figure("2").equations.length);
    expect(html.querySelector(".figure-data")).toBeNull();
    const ids = [...html.querySelectorAll("[id='figure-2']")];
    expect(ids).toHaveLength(1);
  });

  it("names the place and the caption when a caption has a mistake", () => {
    const wrong = {...entry, page: "here", panels: [], caption: "See :ref[figure-77]."};
    expect(() => testReport({}, {figure: () => wrong}).render("::: figure 3\n:::")).toThrow(
      `src/here.md:${FRONT_MATTER + 1}: the caption of figure 3: There is no label “figure-77”`
    );
  });

  it.each([
    ["::: figure 10\n:::", "There is no figure “10”"],
    ["::: figure 3\n:::", "Figure 3 stands on the page “experiments-f1”"],
    ["::: figure 3\nA caption?\n:::", "holds nothing"],
    ["::: figure 3\n\nText that would be swallowed.", "holds nothing"]
  ])("refuses %j", (markup, complaint) => {
    expect(() => render(markup)).toThrow(complaint);
  });
});

describe("::: runs", () => {
  const listed = registry.filter(({parameters}) => parameters.epochs <= 1000 && parameters.hidden <= 3);
  beforeAll(() => makeRuns(...listed.map(({id}) => id)));
  const list = () => testReport({}, {runs: listed});

  it("lists every run once, its anchor its id, with results, digest and data", () => {
    const {render, report} = list();
    const html = elements(render("::: runs\n:::"));
    const entries = [...html.querySelectorAll(".run-entry")];
    expect(entries.map((entry) => entry.querySelector("h3")!.id).sort()).toEqual(listed.map(({id}) => id).sort());
    for (const entry of entries) {
      const {id} = entry.querySelector("h3")!;
      const {digest, summary} = report.snapshot(id);
      expect(entry.querySelector(".run-digest code")!.textContent).toBe(digest);
      const links = [...entry.querySelectorAll("a")].map((a) => a.getAttribute("href"));
      expect(links).toEqual([`./data/${id}.parquet`, `./data/${id}.json`, `./lab?run=${id}`]);
      const results = entry.querySelector("dl")!.textContent;
      if (summary.firstNonFiniteEpoch === null) expect(results).toContain(summary.lowestTestLoss.toFixed(4));
      else expect(results).toMatch(new RegExp(`not finite.*overflow at epoch${summary.firstNonFiniteEpoch}`));
      expect(entry.textContent).toContain(report.run(id).look);
    }
  });

  it("puts runs with random numbers of their own apart", () => {
    const html = elements(list().render("::: runs\n:::"));
    const last = [...html.querySelectorAll(".runs")].at(-1)!;
    const ids = [...last.querySelectorAll("h3")].map(({id}) => id);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(id).toContain("-data.");
  });

  it("draws each test error between its epochs and within the picture", () => {
    const html = elements(list().render("::: runs\n:::"));
    const overflow = "f1-h3-rate5-epochs1000";
    for (const entry of html.querySelectorAll(".run-entry")) {
      const {id} = entry.querySelector("h3")!;
      const [width, height] = entry.querySelector("svg")!.getAttribute("viewBox")!.split(" ").slice(2).map(Number);
      const points = entry
        .querySelector("path")!
        .getAttribute("d")!
        .slice(1)
        .split("L")
        .map((point) => point.split(",").map(Number));
      for (const [x, y] of points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(width!);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(height!);
      }
      const [end] = points.at(-1)!;
      if (id === overflow) expect(end).toBeLessThan(width! / 2);
      else expect(end).toBe(width! - 4);
    }
  });
});

describe("::: hero", () => {
  const run = "f1-h2-rate0.1-epochs1000";
  beforeAll(() => makeRuns(run));

  it("draws a run's course and captions it with what it holds", () => {
    const figure = elements(
      render(`::: hero ${run} 0 100 1000\nIt learns $f_1$, see :run[${run}].\n:::`)
    ).querySelector("figure.hero")!;
    expect(figure.querySelectorAll("svg [data-series=learned]")).toHaveLength(3);
    expect([...figure.querySelectorAll(".course-epochs li")].map((item) => item.textContent)).toEqual([
      "0",
      "100",
      "1000"
    ]);
    expect(figure.querySelector("figcaption .katex")).not.toBeNull();
    expect(figure.querySelector("figcaption a.run")).not.toBeNull();
  });

  it("refuses a run without epochs, and an epoch that is not kept", () => {
    expect(() => render(`::: hero ${run}\n:::`)).toThrow("write “::: hero RUN 0 50 100”");
    expect(() => render(`::: hero ${run} 3\n:::`)).toThrow("epoch 3");
  });
});

describe("::: derivation and ::: aside", () => {
  it("have a title and hold anything", () => {
    const html = elements(
      render("::: derivation From $l$ to (1)\n- a\n- :note[b]\n\n$$ c $$\n:::\n\n::: aside Why\nSo.\n:::")
    );
    const details = html.querySelector("details")!;
    expect(details.hasAttribute("open")).toBe(true);
    expect(details.querySelector("summary .katex")).not.toBeNull();
    expect(details.querySelectorAll("li")).toHaveLength(2);
    expect(details.querySelector(".equation")).not.toBeNull();
    expect(text(html.querySelector(".aside")!.outerHTML)).toBe("Why So.");
  });

  it.each(["derivation", "aside"])("%s refuses to have no title", (name) => {
    expect(() => render(`::: ${name}\nText.\n:::`)).toThrow(`write “::: ${name} Title”`);
  });
});

describe("a line of colons", () => {
  it.each([":::: ", "::: figur 3", "Text\n::: nothing\n:::", ":::"])(
    "that opens and closes nothing is refused: %j",
    (markup) => {
      expect(() => render(markup)).toThrow("opens no container and closes none; there are “::: figure”");
    }
  );

  it("is text in code", () => {
    expect(render("```\n::: figure 3\n:::\n```")).toContain("::: figure 3");
  });
});

describe("a table", () => {
  it("scrolls in a box of its own", () => {
    expect(elements(render("| a |\n| - |\n| b |")).querySelector("div.table > table > tbody td")!.textContent).toBe(
      "b"
    );
  });

  it("has no head where all cells of the head are empty, and no empty heads", () => {
    expect(elements(render("| | |\n| - | - |\n| a | b |")).querySelector("thead")).toBeNull();
    const head = elements(render("| | x |\n| - | - |\n| a | b |")).querySelector("thead tr")!;
    expect([...head.children].map(({tagName}) => tagName)).toEqual(["TD", "TH"]);
  });
});
