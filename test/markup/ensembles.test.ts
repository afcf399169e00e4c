import {readFileSync} from "node:fs";
import {beforeAll, expect, test} from "vitest";
import {agrees, type PaperRow} from "../../lib/evidence/printed.js";
import {registry} from "../../lib/experiments/registry.js";
import {elements, makeRuns, testReport, text} from "./testReport.js";

const paper = JSON.parse(readFileSync("data/paper.json", "utf8")) as PaperRow[];
const shock = "f1-h3-rate1-epochs1000";
const states = "f2-h6-rate0.1-epochs1000";

beforeAll(() => makeRuns(...registry.map(({id}) => id)));

const {render, report} = testReport();

test("an ensemble's numbers are told by name", () => {
  const value = (words: string) =>
    Number(
      elements(render(`:ensemble[${shock} ${words}]`))
        .querySelector("data")!
        .getAttribute("value")
    );
  const [least, median, most] = ["least", "median", "most"].map((name) => value(`lowestTestEpoch ${name}`));
  expect(least).toBeLessThan(median!);
  expect(median).toBeLessThan(most!);
  expect(value("onset count")).toBe(100);
  expect(text(render(`:ensemble[f1-h3-rate0.1-epochs1000 onset count]`))).toBe("0");
  expect(text(render(`:ensemble[f1-h3-rate0.1-epochs1000 lastTestLoss median]`))).toBe("0.0068");
  const counts = ["lowerCount", "upperCount"].map((name) => text(render(`:ensemble[${states} lastTestLoss ${name}]`)));
  expect(Number(counts[0]) + Number(counts[1])).toBe(100);
  expect(text(render(`:ensemble[${states} lastTestLoss lower]`))).toMatch(/^2\.29/);
});

test.each([
  [`:ensemble[${shock} onset]`, "Write :ensemble[RUN COLUMN STATISTIC]"],
  [`:ensemble[${shock} onset mode]`, "There is no statistic “mode”; there are least, median"],
  [`:ensemble[${shock} loss least]`, "The sweep has no column “loss”"],
  [":ensemble[f1-h3-rate0.1-epochs1000 onset least]", "No value of onset is finite."],
  [":ensemble[f1-h9-rate1-epochs10 onset least]", "The registry has no run"],
  [":random[both 1]", "Write :random[SOURCE SCALE QUANTITY]"],
  [":random[both 1 luck]", "There is no quantity “luck”; there are runs, factor"],
  [":random[dice 1 factor]", "“dice” is no source of randomness; there are data, weights, both."],
  [":random[both 3 factor]", "The study has no group"],
  [`::: ensemble ${shock} 1000\n:::`, "can begin at an epoch before 1000, not at “1000”"],
  [`::: ensemble ${shock} soon\n:::`, "not at “soon”"],
  [`::: ensemble ${shock} choose 700\n:::`, "not at “choose 700”"],
  ["::: record luck\n:::", "There is no record “luck”"]
])("%s is refused in a sentence", (markup, sentence) => expect(() => render(markup)).toThrow(sentence));

test("an ensemble is drawn as bands and distributions, with the paper's values and ours marked", () => {
  const figure = elements(render(`::: ensemble ${shock} 700\nA caption.\n:::`)).querySelector("figure")!;
  expect(
    [...figure.querySelectorAll("svg")].map((svg) => svg.getAttribute("data-kind") ?? svg.getAttribute("class"))
  ).toHaveLength(4);
  expect(figure.querySelectorAll(".wide-only .band")).toHaveLength(3);
  expect(figure.querySelectorAll(".narrow-only .band")).toHaveLength(3);
  for (const name of ["median", "ours"]) expect(figure.querySelectorAll(`[data-series="${name}"]`)).toHaveLength(2);
  for (const name of ["lastTestLoss", "lowestTestLoss", "lowestTestEpoch", "onset"])
    expect(figure.querySelectorAll(`.distribution-row[data-series="${name}"]`)).toHaveLength(1);
  const marks = [...figure.querySelectorAll(".mark-value")].map((mark) => mark.getAttribute("data-shape"));
  expect(marks.filter((shape) => shape === "paper").length).toBeGreaterThanOrEqual(4);
  expect(marks.filter((shape) => shape === "ours")).toHaveLength(4);
  expect(figure.textContent).toContain("ours 754");
  expect(figure.querySelector("figcaption")!.textContent).toContain("A caption.");
  const ids = [...figure.querySelectorAll("[id]")].map(({id}) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(registry.map(({id}) => id))("the ensemble of %s is drawn whole for a reader who chooses it", (id) => {
  const figure = elements(render(`::: ensemble ${id} choose\nA caption.\n:::`)).querySelector("figure")!;
  expect(figure.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  expect(figure.querySelectorAll(".wide-only .band")).toHaveLength(3);
  for (const column of ["lastTestLoss", "lowestTestLoss", "lowestTestEpoch"] as const) {
    const rows = paper.filter(({run, quantity}) => run === id && quantity === column);
    const own = report.snapshot(id).summary[column] ?? NaN;
    const apart = rows.filter((row) => !agrees(own, row));
    const drawn = `[data-series="${column}"] .mark-value`;
    expect(figure.querySelectorAll(`${drawn}[data-shape="paper"]`), column).toHaveLength(
      new Set(apart.map(({printed}) => printed)).size
    );
    const label = figure.querySelector(`.distribution-row[data-series="${column}"]`)!.textContent!;
    expect(label.includes("ours and paper "), column).toBe(apart.length < rows.length);
  }
  expect(figure.querySelector(".figure-choice")!.hasAttribute("hidden")).toBe(true);
  const options = [...figure.querySelectorAll("option")];
  expect(options.map((option) => option.getAttribute("value"))).toEqual(registry.map((run) => run.id));
  const selected = options.filter((option) => option.hasAttribute("selected"));
  expect(selected.map((option) => option.getAttribute("value"))).toEqual([id]);
});

test("what rounding a printed number hides is not drawn as a difference", () => {
  // 0.0006 in the paper and 0.00063597 here: the same number, printed and measured.
  const figure = elements(render("::: ensemble f1-h3-rate0.1-epochs10000 choose\n:::"));
  const row = figure.querySelector('.distribution-row[data-series="lastTestLoss"]')!;
  expect(row.querySelectorAll(".mark-value")).toHaveLength(1);
  expect(row.textContent).toContain("ours and paper 0.0006");
});

test("the table of ensembles has every run, and says of every number of the paper whether it lies within", () => {
  const table = elements(render("::: record ensembles\n:::")).querySelector("table")!;
  expect(table.querySelectorAll("tbody tr")).toHaveLength(registry.length);
  const row = [...table.querySelectorAll("tbody tr")].find((tr) => tr.querySelector(`a[href$="#${shock}"]`))!;
  expect(row.textContent).toMatch(/paper 755 within/);
  expect(row.textContent).toMatch(/paper 0\.0144 within/);
  const calm = [...table.querySelectorAll("tbody tr")].find((tr) =>
    tr.querySelector('a[href$="#f1-h3-rate0.1-epochs1000"]')
  )!;
  expect(calm.textContent).toMatch(/^.*none.*0\.0068 \(\d+ digits the same\)/);
});

test("random numbers are drawn by what is new, with the paper's two executions, their stand-ins and the standard run", () => {
  const figure = elements(render("::: randomness 1\nA caption.\n:::")).querySelector("figure")!;
  const marksOf = (source: string) =>
    [...figure.querySelectorAll(`.wide-only .distribution-row[data-series="${source}"] .mark-value`)].map((mark) =>
      mark.getAttribute("data-shape")
    );
  expect(marksOf("data")).toEqual(["ours"]);
  expect(marksOf("weights")).toEqual(["ours"]);
  expect(marksOf("both").sort()).toEqual(["other", "other", "paper", "paper"]);
  expect(figure.querySelectorAll(".narrow-only .mark-value")).toHaveLength(6);
  expect(elements(render("::: randomness 10 100\n:::")).querySelectorAll("svg")).toHaveLength(2);
  const missed = elements(render("::: randomness missed\n:::"));
  expect(missed.querySelectorAll("svg")).toHaveLength(4);
  expect(missed.querySelectorAll('[data-series="learned"]')).toHaveLength(4);
});

test("the tables of random numbers count all runs, and say of each claim whether it holds", () => {
  const rows = (name: string) => [...elements(render(`::: record ${name}\n:::`)).querySelectorAll("tbody tr")];
  expect(rows("spreads")).toHaveLength(9);
  const counts = rows("missed").map((row) => Number(row.querySelector("td")!.textContent));
  expect(counts.reduce((a, b) => a + b)).toBe(300);
  const verdicts = rows("random-claims").map((row) => /holds|does not hold/.exec(row.textContent)?.[0]);
  expect(verdicts).toEqual(["holds", "does not hold", undefined, "does not hold", undefined]);
  expect(text(render(":random[data 1 share]"))).toMatch(/^\d\d %$/);
  expect(text(render(":random[data 1 factor]"))).toMatch(/^\d\.\d$/);
});
