import {execFile, execFileSync} from "node:child_process";
import {cpSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {describe, expect, it} from "vitest";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {standIns} from "../../lib/experiments/registry.js";
import {run} from "../../lib/experiments/run.js";
import * as tables from "../../lib/random/zigguratTables.js";
import reference from "../fixtures/run-digests.json" with {type: "json"};

const program = "src/python/verify_run.py";
const tableFile = "src/python/ziggurat-normal.json";

/** Whether there is a Python that the program runs on. */
function python3(): boolean {
  try {
    return execFileSync("python3", ["-c", "import sys; print(sys.version_info >= (3, 8))"], {stdio: "pipe"})
      .toString()
      .startsWith("True");
  } catch {
    return false;
  }
}

interface Printed {
  code: number;
  /** `count records  digest`, a line each */
  digests: Map<number, string>;
  stderr: string;
}

async function python(args: string[], file = program): Promise<Printed> {
  const {code, stdout, stderr} = await promisify(execFile)("python3", ["-B", file, ...args]).then(
    (done) => ({code: 0, ...done}),
    (failed: {code: number; stdout: string; stderr: string}) => failed
  );
  const digests = new Map(
    [...stdout.matchAll(/^ *(\d+) records {2}([0-9a-f]{64})$/gm)].map(([, n, digest]) => [Number(n), digest!])
  );
  return {code, digests, stderr};
}

describe.skipIf(!python3())("the Python program, on whole numbers and from the definition alone", () => {
  it("finds the digest of a whole run that overflows, and its first checkpoint", async () => {
    const known = reference.runs.find(({f, h, rate}) => f === "f1" && h === 3 && rate === 5)!;
    const {digests, code} = await python(["f1", "3", "5", "1000"]);
    expect(code).toBe(0);
    expect([...digests.keys()]).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1001]);
    expect(digests.get(1001)).toBe(known.digest);
    expect(digests.get(100)).toBe(known.checkpointAfter100Epochs);
  });

  it.each([
    ["f1", 3, 1],
    ["f2", 3, 0.1]
  ])("finds the first checkpoint of (%s, %d, %d, 1000)", async (target, hidden, rate) => {
    const known = reference.runs.find(({f, h, rate: r}) => f === target && h === hidden && r === rate)!;
    const {digests} = await python([target, String(hidden), String(rate), "1000", "--records", "100"]);
    expect([...digests]).toEqual([[100, known.checkpointAfter100Epochs]]);
  });

  it("has the random numbers of a stand-in", async () => {
    const {checkpoints} = await run({...parseRunId(standIns.figure3f), epochs: 100});
    const {digests} = await python([standIns.figure3f, "--records", "100"]);
    expect([...digests]).toEqual([[100, checkpoints[0]]]);
  });

  it.each([
    "f2-h4-rate0.05-epochs3-data.seed-1-weights.other_1-scale2.5-train70-test30-noise0.1-rate0.1.from1-rate1e-7.from2",
    "f1-h3-rate1-epochs3-train40-test10-noise0.5-rounding.a-1",
    "f1-h24-rate0.5-epochs2-scale1e+21-train9-test9-rate2.from1-rounding.b",
    "f(tanh(x)*pi-x^3/7+sqrt(x^2+2))-h4-rate0.1-epochs3-train50-test20-noise0.3-rate0.02.from2-binary32",
    "f2-h4-rate0.3-epochs3-scale20-train57-test10-noise0.2-bits8",
    "f1-h2-rate0.3-epochs3-train999-test10-bits8",
    "f1-h3-rate1-epochs3-train40-test10-bits33",
    "f(sqrt(abs(x))-log1p(x^2)+exp(-x^2)/(1+x^-2)+(-x)^3)-h2-rate0.1-epochs2",
    "f(sin(100*x)+cos(1000000*x)*log(abs(x)+1)+tanh(x)^0)-h2-rate0.1-epochs1"
  ])("knows every parameter but double-double that an id can name: %s", async (id) => {
    const {digests} = await python([id]);
    const {digest, parameters} = await run(parseRunId(id));
    expect(digests.get(parameters.epochs + 1)).toBe(digest);
  });

  it("says what it does not know", async () => {
    expect((await python(["f1-h3-rate1-epochs10-double-double"])).stderr).toMatch(
      /^This program knows the arithmetics binary64, binary32 and bits8 to bits50, not double-double/
    );
  });

  it("fails when the digest is not the expected one", async () => {
    const id = "f1-h2-rate1-epochs1-train5-test5";
    const {digest} = await run(parseRunId(id));
    expect((await python([id, "--expect", digest])).code).toBe(0);
    const other = await python([id, "--expect", digest.replace(/^./, (c) => (c === "0" ? "1" : "0"))]);
    expect(other.code).toBe(1);
    expect(other.stderr).toMatch(/^The digest of these 2 records should begin with /);
  });

  it("says what it needs", async () => {
    const folder = mkdtempSync(join(tmpdir(), "verify-run-"));
    try {
      cpSync(program, join(folder, "verify_run.py"));
      const {code, stderr} = await python(["f1", "3", "1", "1"], join(folder, "verify_run.py"));
      expect(code).toBe(1);
      expect(stderr).toMatch(/^ziggurat-normal\.json is missing: /);
      expect((await python(["f3", "3", "1", "1"])).stderr).toMatch(/^Name a run by its id, such as /);
    } finally {
      rmSync(folder, {recursive: true});
    }
  });
});

it("the table beside the program is the one of the library", () => {
  const table = JSON.parse(readFileSync(tableFile, "utf8")) as Record<"ki" | "wi" | "fi", string[]> &
    Record<"R" | "inverseR", string>;
  for (const name of ["ki", "wi", "fi"] as const) expect(table[name].map(Number)).toEqual([...tables[name]]);
  for (const name of ["R", "inverseR"] as const) expect(Number(table[name])).toBe(tables[name]);
});

it("the program takes nothing from Python that is not fixed to the last bit", () => {
  const source = readFileSync(program, "utf8");
  const modules = [...source.matchAll(/^\s*(?:import|from) (\w+)/gm)].map(([, name]) => name);
  expect(modules).toEqual(["argparse", "ast", "functools", "hashlib", "json", "pathlib", "re", "struct", "sys"]);
  expect(source.replace(/"""[\s\S]*?"""|#.*/g, "")).not.toMatch(/\bmath\b|\*\*(?!run\)|")|\bpow\(|\bsum\(|\bround\(/);
});
