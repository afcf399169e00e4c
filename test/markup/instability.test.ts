import {beforeAll, describe, expect, it} from "vitest";
import {registry} from "../../lib/experiments/registry.js";
import {elements, makeRuns, testReport, text} from "./testReport.js";

beforeAll(() => makeRuns(...registry.map(({id}) => id)));

const {render, report} = testReport();
const RUN = "f1-h3-rate1-epochs1000";
const first = report.instabilities[RUN]!.phases[0]!;

describe(":instability", () => {
  it("tells the epochs of a phase, and what the run has there", () => {
    expect(text(render(`:instability[${RUN} crossing] :instability[${RUN} onset]`))).toBe(
      `${first.crossing} ${first.onset}`
    );
    expect(text(render(`:instability[${RUN} hidden]`))).toBe(String(first.onset! - first.crossing!));
    const second = report.instabilities[RUN]!.phases[1]!;
    expect(text(render(`:instability[${RUN} crossing/2]`))).toBe(String(second.crossing));
    expect(text(render(`:instability[${RUN} etaLambda@0]`))).toBe(report.instabilities[RUN]!.sharpness[0]!.toFixed(2));
    expect(text(render(`:instability[${RUN} limit]`))).toBe("2");
    expect(text(render(`:instability[${RUN} amplitude@crossing]`))).toMatch(/^\d × 10−\d+$/);
  });

  it("knows a run in another arithmetic", () => {
    expect(text(render(`:instability[${RUN}-binary32 onset]`))).not.toBe(String(first.onset));
  });

  it("refuses what nobody knows, with file and line", () => {
    expect(() => render(`:instability[${RUN} mood]`)).toThrow(/src\/here\.md:4: “mood” is nothing that is known/);
    expect(() => render(`:instability[${RUN}]`)).toThrow("Write :instability[RUN WHAT]");
    expect(() => render(":instability[f1-h3-rate0.1-epochs1000 onset]")).toThrow("has no “onset”");
    expect(() => render(":instability[f1-h9-rate1-epochs5 onset]")).toThrow("The registry has no run");
  });
});

describe("::: instability", () => {
  it("draws a run and names it in the caption", () => {
    const figure = elements(render(`::: instability ${RUN}\nWords.\n:::`)).querySelector("figure")!;
    expect(figure.querySelectorAll("svg .stack-layer")).toHaveLength(3);
    expect(figure.querySelector("figcaption .run")!.getAttribute("href")).toBe(`./runs#${RUN}`);
    expect(figure.querySelector("figcaption")!.textContent).toContain("Words.");
    expect(figure.querySelector("select")).toBeNull();
  });

  it("offers every run where there is a choice, hidden until a script answers", () => {
    const page = elements(render(`::: instability ${RUN} choose\nWords.\n:::`));
    expect(page.querySelector(".figure-choice")!.hasAttribute("hidden")).toBe(true);
    const options = [...page.querySelectorAll("option")];
    expect(options.map((option) => option.getAttribute("value"))).toEqual(registry.map(({id}) => id));
    expect(
      options.filter((option) => option.hasAttribute("selected")).map((option) => option.getAttribute("value"))
    ).toEqual([RUN]);
    expect(() => render(`::: instability ${RUN} maybe\n:::`)).toThrow("Write “::: instability RUN”");
  });
});

describe("the tables", () => {
  it("set each prediction beside what was measured", () => {
    const page = elements(render("::: predictions\nWords.\n:::"));
    const rows = [...page.querySelectorAll("tbody tr")].map((row) =>
      [...row.querySelectorAll("td")].map(({textContent}) => textContent)
    );
    expect(rows[0]!.slice(0, 3)).toEqual(["rounding", String(first.crossing), String(first.predicted)]);
    expect(rows[0]!.slice(4)).toEqual([String(first.onset), `+${first.onset! - first.predicted!}`]);
    expect(rows.filter((row) => row[2] === "none").every((row) => row[4] === "none")).toBe(true);
    expect(page.querySelectorAll(".mark-dot").length).toBeGreaterThan(7);
  });

  it("set the arithmetics beside each other", () => {
    const page = elements(render("::: precision\nWords.\n:::"));
    const firstRun = [...page.querySelectorAll("tbody tr")].slice(0, 3);
    const cells = firstRun.map((row) => [...row.querySelectorAll("td")].map(({textContent}) => textContent));
    expect(cells.map(([name, bits]) => [name, bits])).toEqual([
      ["binary32", "24"],
      ["binary64", "53"],
      ["double-double", "106"]
    ]);
    expect(cells[1]![2]).toBe(String(first.onset));
    expect(page.querySelectorAll(".wide-only [data-series=predicted]")).toHaveLength(1);
  });

  it("say which rate each network bears", () => {
    const rows = [...elements(render("::: record rates\n:::")).querySelectorAll("tbody tr")];
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(row.textContent).toMatch(/stable for|unstable from/);
  });
});
