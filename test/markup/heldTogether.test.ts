import {beforeAll, describe, expect, it} from "vitest";
import type {Judgement} from "../../lib/evidence/claims/ledger.js";
import {elements, makeRuns, testReport} from "./testReport.js";

const run = "f1-h3-rate1-epochs1000";
const claim: Judgement = {
  id: "X-1",
  section: "4.1",
  place: "figure 3a",
  statement: "The error falls.",
  digits: [],
  numbers: [],
  terms: [],
  panels: [],
  charts: [],
  runs: [run],
  holds: true,
  quantities: {},
  measured: "It does.",
  comparisons: [],
  verdict: "holds"
};

const {render} = testReport({}, {claims: [claim]});

beforeAll(() => makeRuns(run));

/** What the spans of a text hold together. */
const heldIn = (markup: string) =>
  [...elements(render(markup)).querySelectorAll(".held")].map(({textContent}) =>
    textContent.replace(/\s+/g, " ").trim()
  );

describe("what is held together", () => {
  it("is the mark of a claim with the last word before it, and no more", () => {
    const [span, ...others] = elements(render("It falls without a ripple.:claim[X-1] Then it rises.")).querySelectorAll(
      ".held"
    );
    expect(others).toEqual([]);
    expect(span!.textContent).toContain("ripple.");
    expect(span!.textContent).not.toContain("without");
    expect(span!.querySelectorAll(".claim-mark")).toHaveLength(1);
  });

  it("is a number of the report with the mark after it", () => {
    const held = elements(render(`at :value[${run} lowestTestEpoch].:claim[X-1]`)).querySelector(".held")!;
    expect(held.querySelector("data.value")).not.toBeNull();
    expect(held.querySelector(".claim-mark")).not.toBeNull();
  });

  it("is a formula and the number that it equals", () => {
    const page = elements(render(`With $ηλ$ = :instability[${run} peak] it grows, and $h$ = 3 is text.`));
    const [held, ...others] = page.querySelectorAll(".held");
    expect(others).toEqual([]);
    expect(held!.querySelector(".katex")).not.toBeNull();
    expect(held!.querySelector("data")!.textContent).toMatch(/^2\.\d\d$/);
  });

  it("is short code of several words", () => {
    const [short, long] = elements(render("`x = 1` and `a longer piece of code that may be broken`")).querySelectorAll(
      "code"
    );
    expect([short!.className, long!.className]).toEqual(["short", ""]);
  });

  it("leaves text as it is", () => {
    expect(heldIn("Nothing = to $hold$ here.")).toEqual([]);
  });
});

it("words for readers with scripts can be left out", () => {
  const words = elements(render("Look. :scripted[Drag the *slider*.]")).querySelector(".with-scripts")!;
  expect(words.innerHTML).toBe("Drag the <em>slider</em>.");
});
