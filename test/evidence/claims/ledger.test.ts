import {beforeAll, describe, expect, test} from "vitest";
import {judge, ledger, type Judgement} from "../../../lib/evidence/claims/ledger.js";
import {verdicts} from "../../../lib/evidence/claims/verdict.js";
import {parseVerdictRecord, verdictChanges, verdictRecord} from "../../../lib/evidence/claims/verdictRecord.js";
import {TOLERANCE} from "../../../lib/evidence/measures/alike.js";
import {glossary} from "../../../lib/evidence/measures/glossary.js";
import {agrees, type PaperRow} from "../../../lib/evidence/printed.js";
import {registry} from "../../../lib/experiments/registry.js";
import {figures} from "../../../lib/figures/catalogue.js";
import {paperValues} from "../../../lib/node/paperValues.js";
import {readVerdicts} from "../../../lib/node/verdictFile.js";
import {realEvidence} from "./evidence.js";

/** Every sentence of the paper about its experiments, as the survey of the paper names them. */
const surveyed =
  `TIME EXACT F3-stable F3-best-epoch F3-lowest F3-oscillates F3-last F3-weights F3-random LR-2 LR-5 F4-same-curve
  F4-last F4-twins F4-merge F5-h2-better F5-v0-doubles F5-shape-up F5-shape-down F5-twins E1000-h2 E1000-h3 E1000-h5 E1000-h8
  H-cost F6-h3-underfits F6-h-helps F6-h6 F6-h8 F6-rate F6-converge F6-diverge LR-1.5 F7-unstable F7-values HALF-rate
  LONG-stagnates LONG-last LONG-h8-limit H12-halves F8-varies F8-V-alike F8-U-alike RAND-data RAND-both RAND-init-size
  F9-no-overfit C1 C2 C3 C4 C5 C6 C7`.split(/\s+/);

const paper = paperValues() as unknown as (PaperRow & {stable: boolean})[];
let judgements: Judgement[];
beforeAll(async () => {
  const evidence = await realEvidence();
  judgements = ledger.map((claim) => judge(claim, evidence));
});

test("every claim of the paper is there, once", () => {
  expect(ledger.map(({id}) => id).sort()).toEqual([...surveyed].sort());
});

test("claims name what there is: keys of data/paper.json, runs, panels, terms", () => {
  const keys = paper.map(({key}) => key);
  const runs = registry.map(({id}) => id);
  const panels = figures.flatMap((figure) => figure.panels.map(({id}) => id));
  for (const claim of ledger) {
    expect(keys).toEqual(expect.arrayContaining([...claim.digits, ...claim.numbers]));
    expect(runs).toEqual(expect.arrayContaining([...claim.runs]));
    expect(panels).toEqual(expect.arrayContaining([...claim.panels]));
    expect(Object.keys(glossary)).toEqual(expect.arrayContaining([...claim.terms]));
  }
});

test("every claim has something to be seen: a panel, or a chart of runs that it is measured on, or of another page", () => {
  for (const {id, panels, charts, runs} of ledger) {
    expect([id, panels.length + charts.length]).not.toEqual([id, 0]);
    for (const chart of charts)
      if (chart.kind === "errors") expect(runs).toEqual(expect.arrayContaining([...chart.runs]));
  }
});

test("statements take the paper's numbers from data/paper.json, and those are the claim's", () => {
  for (const {id, statement, digits, numbers} of ledger) {
    const named = [...statement.matchAll(/:paper\[([^\]]+)\]/g)].map(([, key]) => key!);
    expect([id, [...digits, ...numbers]]).toEqual([id, expect.arrayContaining(named)]);
    expect(statement.replace(/:\w+\[[^\]]*\]|\$[^$]*\$/g, "")).not.toMatch(/\d\.\d{3}/);
  }
});

test("every number that the paper prints about its experiments belongs to a claim", () => {
  const claimed = new Set(ledger.flatMap(({digits, numbers}) => [...digits, ...numbers]));
  expect(paper.map(({key}) => key).filter((key) => !claimed.has(key))).toEqual([]);
});

test("every term of the glossary is that of a claim", () => {
  const used = new Set(ledger.flatMap(({terms}) => terms));
  expect(Object.keys(glossary).filter((term) => !used.has(term as keyof typeof glossary))).toEqual([]);
});

describe("judgements", () => {
  test("every claim has a verdict, and what does not hold says what holds instead", () => {
    for (const {id, verdict, instead} of judgements) {
      expect(verdicts).toContain(verdict);
      if (verdict === "does not hold") expect([id, instead]).toEqual([id, expect.any(String)]);
    }
  });

  test("sentences name measured numbers, and every measured number is in one", () => {
    for (const {id, measured, instead = "", quantities} of judgements) {
      const names = [...`${measured} ${instead}`.matchAll(/\{([a-z]\w+)\}/g)].map(([, name]) => name!);
      expect([id, Object.keys(quantities)]).toEqual([id, expect.arrayContaining(names)]);
      expect([id, names]).toEqual([id, expect.arrayContaining(Object.keys(quantities))]);
    }
  });

  test("“exact” means that all printed digits are ours", () => {
    const exact = judgements.filter(({verdict}) => verdict === "exact");
    expect(exact.length).toBeGreaterThan(0);
    for (const {comparisons} of exact)
      for (const {key, measured} of comparisons)
        expect(
          agrees(
            measured,
            paper.find((row) => row.key === key)!
          )
        ).toBe(true);
  });

  test("every printed value of a run that stays stable is exact", () => {
    const stable = paper.filter(({stable}) => stable).map(({key}) => key);
    const compared = judgements.flatMap(({comparisons}) => comparisons).filter(({key}) => stable.includes(key));
    expect(compared.length).toBeGreaterThanOrEqual(10);
    expect(compared.filter(({same}) => !same)).toEqual([]);
  });

  test("with twice the tolerance two more claims would hold, as the page says, and with half of it the same ones", () => {
    const distances: Record<string, string[]> = {
      "F4-same-curve": ["error", "weights"],
      "F4-twins": ["distance", "difference"],
      "F5-twins": ["distance"],
      "F6-converge": ["most"],
      "HALF-rate": ["distance"],
      "F9-no-overfit": ["distance"],
      C1: ["together"],
      C4: ["one", "two"],
      C5: ["pair", "five"]
    };
    const within = (tolerance: number) =>
      Object.keys(distances).filter((id) => {
        const {quantities} = judgements.find((judgement) => judgement.id === id)!;
        return distances[id]!.every((name) => quantities[name]!.value <= tolerance);
      });
    const others = Object.keys(distances).filter((id) => id !== "F5-twins" && id !== "C5");
    expect(within(TOLERANCE)).toEqual(others);
    expect(within(2 * TOLERANCE)).toEqual(Object.keys(distances));
  });

  test("data/verdicts.json records them", () => {
    expect(verdictChanges(readVerdicts(), verdictRecord(judgements))).toEqual([]);
  });
});

describe("the record of verdicts", () => {
  const recorded = {version: 1, verdicts: {A: {verdict: "holds"}, B: {verdict: "exact"}}} as const;

  test("names the claim whose verdict has changed, and what has come and gone", () => {
    const present = {version: 1, verdicts: {A: {verdict: "does not hold"}, C: {verdict: "exact"}}} as const;
    expect(verdictChanges(recorded, present)).toEqual([
      "A is “does not hold”; it was “holds”.",
      "B is gone: it was “exact”.",
      "C is new: “exact”."
    ]);
    expect(verdictChanges(recorded, recorded)).toEqual([]);
  });

  test("tells whether stand-ins show a claim", () => {
    const seen = (shown: boolean) => ({version: 1, verdicts: {A: {verdict: "cannot be repeated", shown}}}) as const;
    expect(verdictChanges(seen(true), seen(false))).toEqual([
      "A is “cannot be repeated”, not shown by the stand-ins; it was “cannot be repeated”, shown by the stand-ins."
    ]);
  });

  test.each([
    ["{", "is no whole JSON file"],
    ["{}", "is no record of verdicts"],
    ['{"version": 1, "verdicts": {"A": {"verdict": "fine"}}}', "is no record of verdicts"]
  ])("refuses %s", (text, complaint) => {
    expect(() => parseVerdictRecord(text, "data/verdicts.json")).toThrow(`data/verdicts.json ${complaint}`);
  });
});
