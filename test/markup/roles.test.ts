import {beforeAll, describe, expect, it} from "vitest";
import type {Snapshot} from "../../lib/experiments/snapshot.js";
import {elements, FRONT_MATTER, makeRuns, testReport, text} from "./testReport.js";

const stumble = "f1-h3-rate1-epochs1000";
const leap = "f1-h3-rate2-epochs1000";
const overflow = "f1-h3-rate5-epochs1000";
const small = "f1-h2-rate0.1-epochs1000";

beforeAll(() => makeRuns(stumble, leap, overflow, small));

const {render} = testReport();

/** A report whose runs all have this snapshot in part. */
function withSnapshot(change: (snapshot: Snapshot) => Partial<Snapshot>): ReturnType<typeof testReport> {
  const {report} = testReport();
  return testReport({}, {snapshot: (id) => ({...report.snapshot(id), ...change(report.snapshot(id))})});
}

function withLoss(lastTestLoss: number): ReturnType<typeof testReport> {
  return withSnapshot(({summary}) => ({summary: {...summary, lastTestLoss}}));
}

describe(":run", () => {
  it.each([
    [stumble, "(f1, 3, 1, 1000)", "<i>f</i><sub>1</sub>"],
    ["f2-h12-rate0.05-epochs10000", "(f2, 12, 0.05, 104)", "10<sup>4</sup>"],
    ["f2-h8-rate0.1-epochs1200", "(f2, 8, 0.1, 1200)", "1200"]
  ])("prints the tuple of %s as the paper does, and leads to the run", (id, tuple, piece) => {
    const link = elements(render(`Take :run[${id}].`)).querySelector("a.run")!;
    expect(link.getAttribute("href")).toBe(`./runs#${id}`);
    expect(link.textContent).toBe(tuple);
    expect(link.innerHTML).toContain(piece);
  });

  it("names the data and the weights that are not standard", () => {
    const id = "f2-h8-rate0.1-epochs1200-data.seed-7-weights.seed-9";
    const parameters = {
      ...testReport().report.run("f2-h8-rate0.1-epochs1200").parameters,
      data: "seed-7",
      weights: "seed-9"
    };
    const own = testReport({}, {run: () => ({id, parameters, place: "", look: ""})});
    expect(text(own.render(`:run[${id}]`))).toBe("(f2, 8, 0.1, 1200, data seed-7, weights seed-9)");
  });

  it("refuses a run that the registry does not have, with file and line", () => {
    expect(() => render("One.\n\nTwo,\nthree :run[f1-h9-rate1-epochs10].")).toThrow(
      `src/here.md:${FRONT_MATTER + 4}: The registry has no run “f1-h9-rate1-epochs10”`
    );
  });
});

describe(":value", () => {
  it.each([
    ["epochs", "1000"],
    ["lastTestLoss .2f", "0.01"],
    ["lastTestLoss .2e", "1.28 × 10−2"]
  ])("prints %s", (quantity, printed) => {
    expect(text(render(`:value[${stumble} ${quantity}]`))).toBe(printed);
  });

  it("prints losses with four decimals, epochs whole, and gives machines all digits", () => {
    const {summary} = testReport().report.snapshot(stumble);
    const value = elements(render(`:value[${stumble} lowestTestLoss]`)).querySelector("data")!;
    expect(value.textContent).toBe(summary.lowestTestLoss.toFixed(4));
    expect(Number(value.getAttribute("value"))).toBe(summary.lowestTestLoss);
    expect(text(render(`:value[${stumble} lowestTestEpoch]`))).toBe(String(summary.lowestTestEpoch));
  });

  it("takes weights from the right place", () => {
    const {weights} = testReport().report.snapshot(stumble);
    const value = (name: string) =>
      Number(
        elements(render(`:value[${stumble} ${name}]`))
          .querySelector("data")!
          .getAttribute("value")
      );
    expect([value("U_0_0@last"), value("U_0_1@last"), value("U_1_0@last"), value("U_1_1@last")]).toEqual(
      weights.last.U
    );
    expect([0, 1, 2].map((k) => value(`V_${k}@lowest`))).toEqual(weights.lowest.V);
  });

  it.each([
    [26612.4, "2.66 × 104"],
    [-0.25, "−0.2500"],
    [0.0000123, "1.23 × 10−5"],
    [9999.5, "9999.5000"],
    [0, "0.0000"],
    [NaN, "not finite"]
  ])("prints a loss of %s as %s", (loss, printed) => {
    expect(text(withLoss(loss).render(`:value[${stumble} lastTestLoss]`))).toBe(printed);
  });

  it("tells a number that JSON could not hold from a missing one", () => {
    const parsed = JSON.parse(JSON.stringify({x: NaN})) as {x: number};
    expect(text(withLoss(parsed.x).render(`:value[${stumble} lastTestLoss]`))).toBe("not finite");
  });

  it("gives the epoch at which a run overflows, and refuses it of a run that does not", () => {
    const first = testReport().report.snapshot(overflow).summary.firstNonFiniteEpoch!;
    expect(first).toBeGreaterThan(0);
    expect(text(render(`:value[${overflow} firstNonFiniteEpoch]`))).toBe(String(first));
    expect(() => render(`:value[${stumble} firstNonFiniteEpoch]`)).toThrow("stays finite");
  });

  it("shortens the digest and keeps the whole of it at hand", () => {
    const {digest} = testReport().report.snapshot(small);
    const code = elements(render(`:value[${small} digest]`)).querySelector("code")!;
    expect(code.textContent).toBe(digest.slice(0, 12));
    expect(code.getAttribute("title")).toBe(`SHA-256 ${digest}`);
  });

  it.each([
    [`${stumble} finalLoss`, "“finalLoss” is no quantity"],
    [`${stumble} V_3@last`, "has no weight V_3"],
    [`${stumble} U_2_0@last`, "has no weight U_2_0"],
    [`${stumble} lastTestLoss 4f`, "“4f” is no format"],
    [stumble, "Write :value[RUN QUANTITY]"],
    [`${stumble} lastTestLoss .4f more`, "Write :value[RUN QUANTITY]"]
  ])("refuses %s", (argument, complaint) => {
    expect(() => render(`:value[${argument}]`)).toThrow(complaint);
  });
});

describe(":paper", () => {
  it.each([
    ["3a-last", "0.0144"],
    ["5-caption-h5", "0.0100"],
    ["rate2-last", "2.7 × 104"],
    ["long-change", "0.1 %"],
    ["notebook-time-h3", "14 s"]
  ])("prints %s with all its digits and its unit", (key, printed) => {
    expect(text(render(`:paper[${key}]`))).toBe(printed);
  });

  it("refuses a key that there is not", () => {
    expect(() => render(":paper[3z-last]")).toThrow("No row “3z-last”");
  });
});

describe(":compare", () => {
  it("marks equal digits quietly", () => {
    const html = elements(render(`:compare[${small} lastTestLoss 5a-last]`));
    expect(html.body.textContent.trim()).toBe("0.0051 (paper: 0.0051)=");
    expect(html.querySelector(".verdict")!.getAttribute("aria-label")).toBe("the same");
    expect(html.querySelector("a")).toBeNull();
  });

  it("marks different digits by a link to the reason", () => {
    const html = elements(withLoss(0.01276).render(`:compare[${stumble} lastTestLoss 3a-last]`));
    expect(html.body.textContent.trim()).toBe("0.0128 (paper: 0.0144)≠");
    const verdict = html.querySelector("a.verdict")!;
    expect(verdict.getAttribute("href")).toBe("./implementation#exactness");
    expect(verdict.getAttribute("aria-label")).toMatch(/^not the same/);
  });

  it.each([
    [0.0143501, "="],
    [0.014449, "="],
    [0.0144501, "≠"],
    [0.01434, "≠"]
  ])("compares as many digits as the paper prints: %s with 0.0144", (loss, mark) => {
    expect(text(withLoss(loss).render(`:compare[${stumble} lastTestLoss 3a-last]`)).slice(-1)).toBe(mark);
  });

  it.each([
    [26999, "2.7 × 104 (paper: 2.7 × 104)="],
    [26400, "2.6 × 104 (paper: 2.7 × 104)≠"],
    [2.7e5, "2.7 × 105 (paper: 2.7 × 104)≠"],
    [NaN, "not finite (paper: 2.7 × 104)≠"]
  ])("compares powers of ten: %s", (loss, printed) => {
    expect(text(withLoss(loss).render(`:compare[${leap} lastTestLoss rate2-last]`))).toBe(printed);
  });

  it("compares whole numbers", () => {
    const at = (lowestTestEpoch: number) =>
      withSnapshot(({summary}) => ({summary: {...summary, lowestTestEpoch}})).render(
        `:compare[${stumble} lowestTestEpoch 3c-epoch]`
      );
    expect(text(at(755))).toBe("755 (paper: 755)=");
    expect(text(at(754))).toBe("754 (paper: 755)≠");
  });

  it("claims nothing about a run of the paper that nobody can repeat", () => {
    const html = elements(render(`:compare[${stumble} lastTestLoss 3f-last]`));
    expect(html.querySelector(".verdict")).toBeNull();
    expect(html.body.textContent).toContain("(paper, another run: 0.0012)");
  });

  it.each([
    [`${small} lastTestLoss 3a-last`, `belongs to ${stumble}, not to ${small}`],
    [`${stumble} lowestTestLoss 3a-last`, "is its lastTestLoss, not lowestTestLoss"],
    [`${stumble} lastTestLoss`, "Write :compare[RUN QUANTITY KEY]"]
  ])("refuses %s", (argument, complaint) => {
    expect(() => render(`:compare[${argument}]`)).toThrow(complaint);
  });

  it("refuses a printed text that is no number", () => {
    const row = {key: "x", place: "", run: stumble, quantity: "lastTestLoss", printed: "overflow"};
    const own = testReport({}, {paperRow: () => row});
    expect(() => own.render(`:compare[${stumble} lastTestLoss x]`)).toThrow("“overflow”, which is no number");
  });
});

describe(":kernels", () => {
  it("tells the least and the largest of what was noted, with its digits", () => {
    const kernels = {
      origin: "",
      rows: ["10.50", "9.1", "25.37"].map((lastTestLoss, i) => ({
        kernel: "",
        avx512: false,
        runs: {[stumble]: i === 0 ? {lastTestLoss} : {lastTestLoss, bestEpoch: 750 + i}}
      }))
    };
    const {render} = testReport({}, {kernels});
    expect(text(render(`:kernels[${stumble} lastTestLoss least] :kernels[${stumble} lastTestLoss most]`))).toBe(
      "9.1 25.37"
    );
    expect(text(render(`:kernels[${stumble} bestEpoch least] :kernels[${stumble} bestEpoch most]`))).toBe("751 752");
    expect(() => render(`:kernels[${small} bestEpoch least]`)).toThrow(
      `data/kernels.json has no bestEpoch of ${small}.`
    );
    expect(() => render(":kernels[lastTestLoss]")).toThrow("not :kernels[lastTestLoss]");
  });
});

describe(":report", () => {
  it("leads to the repository's issues, where the site knows its repository", () => {
    const {render} = testReport({}, {issues: "https://example.org/issues/new"});
    expect(elements(render(":report[Tell us]")).querySelector("a")!.getAttribute("href")).toBe(
      "https://example.org/issues/new"
    );
    expect(elements(testReport().render(":report[Tell us]")).querySelector("a")).toBeNull();
    expect(text(testReport().render(":report[Tell us]"))).toBe("Tell us");
  });
});

describe("a role", () => {
  it("that there is not is refused, and the ones that there are are named", () => {
    expect(() => render("A :figure[3].")).toThrow(/no role “:figure”; there are :run, .*, :note\./);
  });

  it("is text after a word, without brackets, and in code", () => {
    expect(render("a:list[b] :run `:run[x]` :[x] x: y")).toBe("<p>a:list[b] :run <code>:run[x]</code> :[x] x: y</p>\n");
  });

  it("may hold brackets", () => {
    expect(text(render(":note[see [this] and $a_{[1]}$ :run[f1-h2-rate0.1-epochs1000]] end"))).toContain("see [this]");
  });

  it("prints its facts as text, not as markup", () => {
    const row = {key: "x", place: 'a "b" <c>', run: null, quantity: "q", printed: "<b>1 & 2</b>"};
    const html = testReport({}, {paperRow: () => row}).render(":paper[x]");
    expect(html).toContain("&lt;b&gt;1 &amp; 2&lt;/b&gt;");
    expect(html).toContain('title="In the paper: a &quot;b&quot; &lt;c&gt;"');
  });

  it("works in a table, and its mistakes are found there", () => {
    expect(elements(render(`| a | b |\n| - | - |\n| :run[${small}] | 2 |`)).querySelector("td a.run")).not.toBeNull();
    expect(() => render("x\n\n| a | b |\n| - | - |\n| 1 | 2 |\n| :run[no] | 2 |")).toThrow(
      `src/here.md:${FRONT_MATTER + 6}:`
    );
  });

  it("does not hide the other mistakes of the page", () => {
    const mistakes = ["src/here.md:4: ", "src/here.md:6: ", "src/here.md:7: "];
    expect(() => render(":run[a]\n\n:value[b c] and\n:paper[d]")).toThrow(
      expect.objectContaining({message: expect.stringMatching(new RegExp(mistakes.join("[^\\n]*\\n")))})
    );
  });
});
