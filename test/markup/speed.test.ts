import {beforeAll, describe, expect, it} from "vitest";
import type {Benchmark} from "../../lib/evidence/benchmark.js";
import {elements, makeRuns, text, testReport} from "./testReport.js";

beforeAll(() => makeRuns("f2-h8-rate0.05-epochs1000"));

const benchmark: Benchmark = {
  machine: {
    processor: "Zuse <Z3>",
    cores: 2,
    platform: "linux x64",
    node: "20.1.0",
    numpy: "2.4.6",
    compiler: "gcc 12"
  },
  training: {
    hidden: [3, 8],
    nanoseconds: {notebook: [6000, 3000], numpy: [12, 6], kernel: [3, 3.02], native: [1, 1.5]}
  },
  growth: {
    points: {values: [10, 10_000], nanoseconds: [48.6, 2.791]},
    hidden: {values: [2, 40], nanoseconds: [4, 3.5]},
    epochs: {values: [10, 100_000], nanoseconds: [10.6, 2.66]}
  },
  paperRuns: {runs: 18, seconds: 1.73},
  build: {site: {cold: 10.4, unchanged: 0.652}, framework: {cold: 3.02, unchanged: 2.9}},
  limits: {cancellation: 9, longRun: {hidden: 100, epochs: 100_000, every: 1000, seconds: 40, megabytes: 90}},
  verification: {run: "f1-h3-rate1-epochs1000", browser: "Chromium 150", node: 0.61, page: 0.9},
  pages: [
    {page: "index.html", bytes: 20_000, requests: 4, mainThread: {withScripts: 50, without: 40}},
    {page: "runs.html", bytes: 61_426, requests: 9, mainThread: {withScripts: 221.689, without: 190}}
  ]
};
const report = testReport({}, {benchmark});
const without = testReport(
  {},
  {
    benchmark: {
      ...benchmark,
      machine: {...benchmark.machine, numpy: null},
      training: {hidden: [3], nanoseconds: {kernel: [3]}}
    }
  }
);

describe(":bench", () => {
  it.each([
    ["nanoseconds notebook", "3000 to 6000"],
    ["nanoseconds kernel", "3.0"],
    ["ratio numpy kernel", "2.0 to 4.0"],
    ["ratio kernel native", "2.0 to 3.0"],
    ["runs", "18"],
    ["paperRuns", "1.7 s"],
    ["cold", "10 s"],
    ["frameworkUnchanged", "2.9 s"],
    ["verifyInPage", "0.90 s"],
    ["cancellation", "9.0 ms"],
    ["longUnits", "100"],
    ["longEpochs", "100,000"],
    ["longEvery", "1000"],
    ["longTime", "40 s"],
    ["longMemory", "90 MB"],
    ["weight", "61 kB"],
    ["mainThread", "220 ms"],
    ["withoutScripts", "190 ms"],
    ["processor", "Zuse <Z3>"],
    ["compiler", "gcc 12"]
  ])("[%s] reads %s", (what, reading) => {
    expect(text(report.render(`:bench[${what}]`)).replaceAll("\u00a0", " ")).toBe(reading);
  });

  it("says on which machine it was measured", () => {
    const span = elements(report.render(":bench[cold]")).querySelector(".bench")!;
    expect(span.getAttribute("title")).toBe("Measured on: Zuse <Z3>");
  });

  it.each([
    ["colds", "There is no figure “colds” of speed; there are processor, "],
    ["ratio numpy", "There is no program “”; there are notebook, "],
    ["ratio fortran kernel", "There is no program “fortran”"]
  ])("refuses [%s]", (what, message) => {
    expect(() => report.render(`:bench[${what}]`)).toThrow(message);
  });

  it.each(["numpy", "notebook", "ratio numpy kernel", "nanoseconds native"])(
    "says what to do where %s was not measured",
    (what) => {
      expect(() => without.render(`:bench[${what}]`)).toThrow(
        /measured: run npm run bench|repeat npm run bench -- --record/
      );
    }
  );
});

it("::: speed draws the chart above its caption", () => {
  const figure = elements(report.render("::: speed\nSlower to the *right*.\n:::")).querySelector("figure")!;
  expect(figure.querySelectorAll(".wide-only .speed-bar")).toHaveLength(8);
  expect(figure.querySelector("figcaption")!.innerHTML).toContain("Slower to the <em>right</em>.");
});

it("::: record training lists the programs, slowest first, with three digits", () => {
  const html = elements(report.render("::: record training\n:::"));
  const rows = [...html.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent.replace(/^.*(Python|NumPy|kernel|C ).*$/, "$1").trim())
  );
  expect(rows).toEqual([
    ["Python", "6000", "3000"],
    ["NumPy", "12.0", "6.00"],
    ["kernel", "3.00", "3.02"],
    ["C", "1.00", "1.50"]
  ]);
  expect(html.querySelectorAll("th[scope=col]")).toHaveLength(3);
});

it("::: record growth has a table for each parameter", () => {
  const tables = [...elements(report.render("::: record growth\n:::")).querySelectorAll("table")];
  expect(tables.map((table) => table.textContent.replace(/\s+/g, " ").trim())).toEqual([
    "training points1010,000 nanoseconds48.62.79",
    "hidden units240 nanoseconds4.003.50",
    "epochs10100,000 nanoseconds10.62.66"
  ]);
});
