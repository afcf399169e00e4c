import {beforeAll, describe, expect, it} from "vitest";
import {errorsOf, shownOn} from "../../lib/evidence/claims/claim.js";
import type {Judgement} from "../../lib/evidence/claims/ledger.js";
import {verdicts} from "../../lib/evidence/claims/verdict.js";
import {glossary} from "../../lib/evidence/measures/glossary.js";
import {claimNumber} from "../../lib/markup/claimText.js";
import {verdictSign} from "../../lib/markup/verdictSign.js";
import {elements, makeRuns, testReport, text} from "./testReport.js";

const stumble = "f1-h3-rate1-epochs1000";
const leap = "f1-h3-rate2-epochs1000";

const sample = (changes: Partial<Judgement>): Judgement => ({
  id: "X-1",
  section: "4.1",
  place: "figure 3a",
  statement: "The error of $U_{0,0}$ is :paper[3a-last].",
  digits: ["3a-last"],
  numbers: ["3-smooth"],
  terms: ["digits"],
  panels: [],
  charts: [errorsOf(stumble, leap)],
  runs: [stumble, leap],
  holds: true,
  quantities: {last: {value: 0.0123, unit: "loss"}, part: {value: 0.0678, unit: "share"}},
  measured: "It is {last}, {part} of $V_{h-1}$.",
  comparisons: [
    {key: "3a-last", measured: 0.0123, same: false, ensemble: {least: 0.01, most: 0.02, members: 100}, within: true}
  ],
  verdict: "within rounding",
  ...changes
});

const claims = [
  sample({}),
  sample({id: "X-2", verdict: "does not hold", section: "5", place: "", instead: "Instead it is {part}.", runs: []}),
  sample({id: "X-3", verdict: "exact", digits: [], numbers: [], comparisons: [], terms: []})
];

const {render} = testReport({}, {claims});

beforeAll(() => makeRuns(stumble, leap));

describe(":claim", () => {
  it("is a link to the claim, named by its verdict, with the verdict's sign", () => {
    const mark = elements(render("A sentence.:claim[X-1] Another.")).querySelector("p .claim-mark")!;
    expect(mark.getAttribute("href")).toBe("./claims#X-1");
    expect(mark.getAttribute("aria-label")).toBe("Claim X-1: within rounding");
    expect(mark.querySelector("svg")!.getAttribute("aria-hidden")).toBe("true");
    expect(mark.textContent.trim()).toBe("");
  });

  it("puts one card for each claim at the end of the page, however often it is marked", () => {
    const page = elements(render("One.:claim[X-1]\n\nTwo.:claim[X-2]\n\nThree.:claim[X-1]"));
    const cards = [...page.querySelectorAll(".claim-card")];
    expect(cards.map(({id}) => id)).toEqual(["card-X-1", "card-X-2"]);
    expect(page.body.lastElementChild).toBe(cards.at(-1));
    for (const card of cards) {
      expect([card.getAttribute("role"), card.hasAttribute("popover")]).toEqual(["dialog", true]);
      expect(page.getElementById(card.getAttribute("aria-labelledby")!)).not.toBeNull();
    }
  });

  it("shows statement, the paper's number, ours, the ensemble, what was measured, and the runs", () => {
    const card = elements(render("One.:claim[X-1]")).querySelector(".claim-card")!;
    const words = card.textContent.replace(/\s+/g, " ");
    expect(words).toContain("is 0.0144.");
    expect(words).toContain("0.0144 (fig. 3a, legend); ours: 0.0123; rounded otherwise, 100 times: 0.0100 to 0.0200");
    expect(words).toContain("750 (section 4.1)");
    expect(words).toContain("It is 0.0123, 6.78 % of");
    expect([...card.querySelectorAll("a.run")].map((link) => link.getAttribute("href"))).toEqual([
      `./runs#${stumble}`,
      `./runs#${leap}`
    ]);
    expect(card.querySelectorAll(".sparkline")).toHaveLength(2);
  });

  it("names the runs whose test errors a script draws, and shows them small without one", () => {
    const card = elements(render("One.:claim[X-1]")).querySelector(".claim-card")!;
    const place = card.querySelector(".claim-figure")!;
    expect([place.getAttribute("data-places"), place.getAttribute("data-errors")]).toEqual(["", `${stumble} ${leap}`]);
    expect(card.querySelectorAll(".claim-courses svg")).toHaveLength(2);
  });

  it("names figures and tables of other pages, and leads there", () => {
    const charts = [shownOn("speed", "figure-speed"), shownOn("randomness", "figure-randomness-1")];
    const own = testReport({}, {claims: [sample({charts, page: "speed"})]});
    const card = elements(own.render("One.:claim[X-1]")).querySelector(".claim-card")!;
    const place = card.querySelector(".claim-figure")!;
    expect(place.getAttribute("data-places")).toBe("speed#figure-speed randomness#figure-randomness-1");
    expect(card.querySelector(".claim-courses")).toBeNull();
    const links = [...card.querySelectorAll(".claim-evidence a:not(.run)")].map((link) => link.getAttribute("href"));
    expect(links).toEqual(["./speed#figure-speed", "./randomness#figure-randomness-1"]);
  });

  it("names the panels and the pages on which a script finds them", () => {
    const own = testReport({there: "::: figure 3\n:::"}, {claims: [sample({panels: ["3a", "3f"], charts: []})]});
    const place = elements(own.render("One.:claim[X-1]")).querySelector(".claim-figure")!;
    expect(place.getAttribute("data-places")).toBe("experiments-f1#3a experiments-f1#3f");
    expect(place.hasAttribute("hidden")).toBe(true);
  });

  it("refuses a claim that the ledger does not have, with file and line", () => {
    expect(() => render("One.\n\nTwo.:claim[X-9]")).toThrow(/src\/here\.md:\d+: The ledger has no claim “X-9”/);
  });
});

it("every verdict has a sign of its own form", () => {
  expect(new Set(verdicts.map((verdict) => verdictSign(verdict).html)).size).toBe(verdicts.length);
});

it.each([
  [{value: 0.0678, unit: "share"}, "6.78 %"],
  [{value: 1, unit: "share"}, "100 %"],
  [{value: 0.000079382, unit: "share"}, "0.00794 %"],
  [{value: 85.883, unit: "factor"}, "85.9 times"],
  [{value: 2, unit: "factor"}, "2 times"],
  [{value: 754, unit: "epochs"}, "754"],
  [{value: 10_000, unit: "epochs"}, "10,000"],
  [{value: 1_792_000_000, unit: "count"}, "1.8 × 109"],
  [{value: -0.0272, unit: "decades"}, "0.94"],
  [{value: NaN, unit: "epochs"}, "none"]
] as const)("prints %o as %s", (quantity, printed) => {
  expect(text(claimNumber(quantity).html)).toBe(printed);
});

describe("::: claims", () => {
  it("counts: how many claims have which verdict, and how many there are", () => {
    const rows = [...elements(render("::: claims counts\n:::")).querySelectorAll("tbody tr, tfoot tr")];
    expect(rows.map((row) => row.firstElementChild!.textContent)).toEqual(["1", "0", "1", "0", "1", "3"]);
  });

  it("failed: those that do not hold, with what holds instead", () => {
    const list = elements(render("::: claims failed\n:::")).querySelector(".claims-failed")!;
    expect(list.querySelectorAll(":scope > li")).toHaveLength(1);
    expect(list.textContent).toContain("Instead it is 6.78\u00a0%.");
  });

  it("failed: says so where all hold", () => {
    const own = testReport({}, {claims: [sample({})]});
    expect(text(own.render("::: claims failed\n:::"))).toBe("All of them hold.");
  });

  it("list: every claim with its anchor, verdict and section, and a choice of both", () => {
    const list = elements(render("::: claims list\n:::")).querySelector(".claims")!;
    const entries = [...list.querySelectorAll(".claim-entry")];
    expect(entries.map((entry) => entry.querySelector("h3")!.id)).toEqual(["X-1", "X-2", "X-3"]);
    expect(entries.map((entry) => entry.getAttribute("data-verdict"))).toEqual([
      "within-rounding",
      "does-not-hold",
      "exact"
    ]);
    const choices = (name: string) =>
      [...list.querySelectorAll(`input[name=${name}]`)].map((input) => [
        input.getAttribute("value"),
        input.parentElement!.querySelector("small")!.textContent
      ]);
    expect(choices("verdict")).toEqual([
      ["all", "3"],
      ["exact", "1"],
      ["within-rounding", "1"],
      ["does-not-hold", "1"]
    ]);
    expect(choices("section").filter(([, count]) => count !== "0")).toEqual([
      ["all", "3"],
      ["4.1", "2"],
      ["5", "1"]
    ]);
  });

  it("glossary: every term once, and the claims lead to it", () => {
    const page = elements(render("::: claims glossary\n:::\n\n::: claims list\n:::"));
    const anchors = [...page.querySelectorAll(".glossary dt")].map(({id}) => id);
    expect(anchors).toEqual(Object.keys(glossary).map((term) => `term-${term}`));
    const links = [...page.querySelectorAll(".claim-terms a")].map((link) => link.getAttribute("href")!.slice(1));
    expect(anchors).toEqual(expect.arrayContaining(links));
  });

  it("refuses a view that there is not", () => {
    expect(() => render("::: claims all\n:::")).toThrow("there are counts, failed, list, glossary, data");
  });
});
