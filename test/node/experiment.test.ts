import {execFile} from "node:child_process";
import {mkdtempSync, readdirSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {asyncBufferFromFile, parquetReadObjects} from "hyparquet";
import {expect, test} from "vitest";
import {parseRunId, standard} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {columnNames} from "../../lib/model/history.js";

/** Runs the command as a reader does, and returns what it printed and its exit code. */
async function experiment(...words: string[]): Promise<{stdout: string; stderr: string; code: number}> {
  try {
    const done = await promisify(execFile)("npm", ["run", "--silent", "experiment", "--", ...words]);
    return {...done, code: 0};
  } catch (error) {
    return error as {stdout: string; stderr: string; code: number};
  }
}

const short = await run({...standard("f1", 3, 1, 120), trainSize: 50, testSize: 20});
const words = ["f1", "3", "1", "120", "--train-size", "50", "--test-size", "20"];

test("--json prints one object and nothing else", async () => {
  const {stdout, stderr, code} = await experiment(...words, "--json");
  expect(code).toBe(0);
  expect(stderr).toBe("");
  const {lastTestLoss, lowestTestLoss, lowestTestEpoch, lowestTrainEpoch, firstNonFiniteEpoch} = short.summary;
  expect(JSON.parse(stdout)).toEqual({
    parameters: short.parameters,
    lastTestLoss,
    lowestTestLoss,
    lowestTestEpoch,
    lowestTrainEpoch,
    firstNonFiniteEpoch,
    digest: short.digest
  });
});

test("the summary for people names what the run came to", async () => {
  const {stdout, code} = await experiment(...words);
  expect(code).toBe(0);
  expect(stdout).toContain(`last test error         ${short.summary.lastTestLoss}`);
  expect(stdout).toContain(`after epoch ${short.summary.lowestTestEpoch}`);
  expect(stdout).toContain("first non-finite epoch  none");
  expect(stdout).toContain(short.digest);
});

test("options reach the run", async () => {
  const {stdout} = await experiment(...words, "--data", "a", "--weights", "b", "--scale", "10", "--json");
  expect(JSON.parse(stdout).parameters).toEqual({...short.parameters, data: "a", weights: "b", weightScale: 10});
});

test("an id reaches the run, and so do a formula, noise and another arithmetic", async () => {
  const id = "f(x^2-1)-h3-rate0.1-epochs20-train30-noise0.5-bits30";
  const {digest, parameters} = await run(parseRunId(id));
  const options = ["--train-size", "30", "--noise", "0.5", "--arithmetic", "bits30"];
  for (const words of [[id], ["f(x^2-1)", "3", "0.1", "20", ...options]])
    expect(JSON.parse((await experiment(...words, "--json")).stdout)).toMatchObject({digest, parameters});
});

test("--every thins the history that --out writes", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "experiment-")), "run.csv");
  expect((await experiment(...words, "--out", file, "--every", "50")).code).toBe(0);
  const [header, ...rows] = readFileSync(file, "utf8").trim().split("\n");
  expect(header).toBe(["epoch", ...columnNames(3)].join(","));
  expect(rows.map((row) => row.split(",")[0])).toEqual(["0", "50", "100", "120"]);
  expect(rows[1]!.split(",")[1]).toBe(String(short.history.records[50 * 16]));
});

test("--out writes the full history in three formats", async () => {
  const folder = mkdtempSync(join(tmpdir(), "experiment-"));
  for (const format of ["parquet", "csv", "json"])
    expect((await experiment(...words, "--out", join(folder, `run.${format}`))).code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(["run.csv", "run.json", "run.parquet"]);

  const {records} = short.history;
  const rows = await parquetReadObjects({file: await asyncBufferFromFile(join(folder, "run.parquet"))});
  expect(rows.flatMap((row) => columnNames(3).map((name) => row[name])).slice(0, records.length)).toEqual([...records]);

  const [header, ...lines] = readFileSync(join(folder, "run.csv"), "utf8").trimEnd().split("\n");
  expect(header).toBe(["epoch", ...columnNames(3)].join(","));
  expect(lines.map((line) => line.split(",").length)).toEqual(lines.map(() => 17));
  const numbers = lines.flatMap((line) => line.split(",").slice(1));
  expect(numbers.slice(0, records.length).map(Number)).toEqual([...records]);
  expect(numbers.slice(records.length)).toEqual(Array(7).fill(""));

  const json = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
  expect(json).toMatchObject({id: short.id, digest: short.digest, columns: columnNames(3)});
  expect(json.records.flat()).toEqual([...records]);
});

test("a diverging run is printed and written as any other", async () => {
  const folder = mkdtempSync(join(tmpdir(), "experiment-"));
  const path = join(folder, "run.json");
  const {stdout} = await experiment("f1", "3", "5", "200", "--json", "--out", path);
  expect(JSON.parse(stdout)).toMatchObject({lastTestLoss: null, firstNonFiniteEpoch: 193, lowestTestEpoch: 0});
  expect(JSON.parse(readFileSync(path, "utf8")).records.at(-1)).toContain("NaN");
});

const refused: [words: string[], sentence: RegExp][] = [
  [["f1", "3", "1"], /takes four values/],
  [["f1-h3"], /“f1-h3” is not the id of a run/],
  [["f1-h3-rate1-epochs10", "--noise", "1"], /leave out --noise/],
  [["f(1/x)", "3", "1", "10"], /“1\/x” is not finite at x = 0/],
  [["f1", "3", "1", "10", "--arithmetic", "decimal"], /arithmetic must be binary32, double-double or one of bits8/],
  [["f3", "3", "1", "10"], /target must be f1, f2 or f\(…\).*not “f3”/],
  [["f1", "three", "1", "10"], /HIDDEN must be a number, not “three”/],
  [["f1", "3", "1", "10", "--scale", ""], /--scale must be a number, not “”/],
  [["f1", "2.5", "1", "10"], /hidden units must be a whole number from 2 to 1000, not 2\.5/],
  [["f1", "3", "0", "10"], /learning rate must be a positive finite number, not 0/],
  [["f1", "3", "1", "1e9"], /epochs must be a whole number/],
  [["f1", "3", "1", "10", "--data", "a b"], /name of the data set/],
  [["f1", "3", "1", "10", "--sacle", "2"], /Unknown option '--sacle'/],
  [["f1", "3", "1", "10", "--out", "run.xlsx"], /must end in \.parquet, \.csv or \.json/],
  [["f1", "3", "1", "10", "--json", "--out", "package.json/run.csv"], /could not be written/]
];
test.each(refused)("%j is refused in one sentence", async (words, sentence) => {
  const {stdout, stderr, code} = await experiment(...words);
  expect(code).not.toBe(0);
  expect(stdout).toBe("");
  expect(stderr.trim()).toMatch(sentence);
  expect(
    stderr
      .trim()
      .split("\n")
      .filter((line) => !line.startsWith("npm warn"))
  ).toHaveLength(1);
});
