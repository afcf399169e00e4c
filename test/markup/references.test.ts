import {describe, expect, it} from "vitest";
import {elements, FRONT_MATTER, testReport, text} from "./testReport.js";

const pages = {
  network: `# 2 A network

## 2.1 The target functions

::: figure 1
:::

$$ a = b $$ {#eq-forward}

$$
l = (y - o)^2
$$ {#eq-1}

## The last bit {#exactness}

## Doubles

See :ref[figure-1], :ref[figure-1b], :ref[eq-1] and :ref[section-exactness].`,
  "experiments-f1": `# 4.1 Experiments

$$ c $$ {#eq-merged}

$$ d $$

## Doubles

:ref[figure-1b] is elsewhere. So is :ref[eq-1]; :ref[section-network], too. :ref[section-2-1-the]`,
  appendix: "# A Extra figure\n\n## A different title\n\n## A different title"
};
const {render} = testReport(pages);

function link(markup: string): [href: string | null, reading: string] {
  const found = elements(render(markup)).querySelector("a")!;
  return [found.getAttribute("href"), found.textContent];
}

describe(":ref", () => {
  it.each([
    ["figure-1", "./network#figure-1", "figure 1"],
    ["figure-1b", "./network#figure-1b", "figure 1b"],
    ["eq-1", "./network#eq-1", "(1)"],
    ["section-exactness", "./network#exactness", "“The last bit”"],
    ["section-the-target-functions", "./network#the-target-functions", "section 2.1"],
    ["section-network", "./network", "section 2"],
    ["section-experiments-f1", "./experiments-f1", "section 4.1"],
    ["section-appendix", "./appendix", "appendix A"],
    ["section-a-different-title-2", "./appendix#a-different-title-2", "“A different title”"]
  ])("to %s leads there and reads as it should", (label, href, reading) => {
    expect(link(`see :ref[${label}]`)).toEqual([href, reading]);
  });

  it("counts our own labelled equations apart from the paper's, in reading order", () => {
    expect(link("by :ref[eq-forward]")).toEqual(["./network#eq-forward", "(i)"]);
    expect(link("by :ref[eq-merged]")).toEqual(["./experiments-f1#eq-merged", "(ii)"]);
  });

  it("begins a sentence with a capital, and nothing else", () => {
    expect(link(":ref[figure-1] shows")[1]).toBe("Figure 1");
    expect(link("It ends. :ref[section-network] begins")[1]).toBe("Section 2");
    expect(link("“It ends.” :ref[figure-1] begins")[1]).toBe("Figure 1");
    expect(link("It ends, :ref[figure-1] goes on")[1]).toBe("figure 1");
    expect(link("(:ref[figure-1])")[1]).toBe("figure 1");
    expect(link("| :ref[figure-1] |\n| - |")[1]).toBe("Figure 1");
  });

  it("stays on its page where it can", () => {
    const html = elements(testReport({network: pages.network}).page("network"));
    const links = [...html.querySelectorAll("a.reference")].map((a) => a.getAttribute("href"));
    expect(links).toEqual(["#figure-1", "#figure-1b", "#eq-1", "#exactness"]);
    for (const href of links) expect(html.getElementById(href!.slice(1)), href!).not.toBeNull();
  });

  it("reads as its words say", () => {
    expect(link("the :ref[figure-1b second *plot*]")).toEqual(["./network#figure-1b", "second plot"]);
  });

  it("refuses a label that no page has", () => {
    expect(() => render("See\n:ref[figure-12].")).toThrow(
      `src/here.md:${FRONT_MATTER + 2}: There is no label “figure-12” on any page.`
    );
  });

  it("refuses words that head two pages, and names both", () => {
    expect(() => render(":ref[section-doubles]")).toThrow(
      /could be the heading at src\/network\.md:19 or src\/experiments-f1\.md:10: give the one you mean a label/
    );
  });
});

describe("the label index", () => {
  const labels = (more: Record<string, string>) => testReport(more).report.labels();

  it("refuses a label that is used twice, and names all places", () => {
    expect(() => labels({network: "## A {#x}\n\n$$ a $$ {#eq-1}\n", runs: "$$ b $$ {#eq-1}\n\n## B {#x}"})).toThrow(
      [
        "src/runs.md:4: the label “eq-1” stands at src/network.md:6 already; rename one.",
        "src/runs.md:6: the label “section-x” stands at src/network.md:4 already; rename one."
      ].join("\n")
    );
    expect(() => labels({network: "::: figure 1\n:::\n\n::: figure 1\n:::"})).toThrow("the label “figure-1”");
  });

  it("lets a label win over a page's name, and that over a heading's words", () => {
    const found = labels({index: "# Start\n\n## Network", network: "# 2 Net", runs: "## Here {#start}"});
    expect(found.get("section-network")).toMatchObject({page: "network", anchor: ""});
    expect(found.get("section-start")).toMatchObject({page: "runs", anchor: "start"});
  });

  it("sees no label in code", () => {
    const found = labels({network: "```\n## A {#x}\n$$ a $$ {#eq-1}\n```\n\n`## B {#y}`"});
    expect([...found.keys()]).toEqual([]);
  });
});

describe("a heading", () => {
  it("takes its label or its words as its id, and no id twice", () => {
    const html = elements(render("## The *last* bit!\n\n## The last bit\n\n## Über σ {#sigma}\n\n## 数"));
    expect([...html.querySelectorAll("h2")].map((h) => h.id)).toEqual([
      "the-last-bit",
      "the-last-bit-2",
      "sigma",
      "section"
    ]);
    expect(html.querySelectorAll("h2")[2]!.textContent).toBe("Über σ");
  });

  it("sets its section's number apart", () => {
    const heading = elements(render("## 2.4 The algorithm")).querySelector("h2")!;
    expect(heading.querySelector(".section-number")!.textContent).toBe("2.4");
    expect([heading.id, heading.textContent]).toEqual(["the-algorithm", "2.4 The algorithm"]);
  });

  it.each([":run[f1-h3-rate1-epochs1000]", "[link](./x)", ":note[x]", ":ref[figure-1]", "<a href='x'>x</a>"])(
    "refuses to hold %s, for it is a link itself",
    (link) => {
      expect(() => render(`Text.\n\n## See ${link}`)).toThrow(`src/here.md:${FRONT_MATTER + 3}: A heading is a link`);
    }
  );

  it("may hold a formula, a number and code", () => {
    expect(elements(render("## The `<a>` of $x$ and :paper[3a-last]")).querySelector("h2 .katex")).not.toBeNull();
  });

  it("has a letter for a number only where the page has", () => {
    const number = (page: string, markup: string) =>
      elements(testReport({[page]: markup}).page(page)).querySelector(".section-number")?.textContent;
    expect(number("appendix", "# A Extra figure")).toBe("A");
    expect(number("index", "# A basic neural network")).toBeUndefined();
    expect(number("appendix", "## A different number")).toBeUndefined();
  });
});

describe("a page with several sections", () => {
  it("lists them after its title, formulas and all", () => {
    const html = elements(render("# Page\n\nText.\n\n## 1.1 One\n\n## Two $f_1$\n\n### Not this\n\n## Three"));
    const list = html.querySelector("h1 + nav")!;
    expect([...list.querySelectorAll("a")].map((a) => a.getAttribute("href"))).toEqual(["#one", "#two-f-1", "#three"]);
    expect(list.querySelectorAll("li")[0]!.textContent).toBe("1.1 One");
    expect(list.querySelector(".katex")).not.toBeNull();
    expect(text(render("# Page\n\n## One\n\n## Two"))).toBe("Page One Two");
  });
});
