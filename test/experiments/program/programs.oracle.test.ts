import {execFile, execFileSync} from "node:child_process";
import {cpSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {parseRunId, standard} from "../../../lib/experiments/parameters.js";
import {pythonProgram} from "../../../lib/experiments/program/python.js";
import {typescriptProgram} from "../../../lib/experiments/program/typescript.js";
import {run} from "../../../lib/experiments/run.js";

/** Short runs that have every parameter between them. */
const ids = [
  "f1-h3-rate1-epochs3-train50-test20",
  "f2-h4-rate0.05-epochs4-data.seed-1-weights.other_1-scale2.5-train30-test10-noise0.1-rate0.01.from2-rounding.a",
  "f(tanh(x)*pi-x^3/7+sqrt(x^2+2))-h2-rate0.1-epochs3-train30-test10-noise0.25-rate0.02.from2-binary32",
  "f2-h3-rate0.3-epochs3-train999-test10-rate0.1.from2-bits8",
  "f1-h3-rate1-epochs3-train20-test10-bits33"
];

const wrong = "0".repeat(64);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "program-"));
  for (const file of ["verify_run.py", "ziggurat-normal.json"]) cpSync(`src/python/${file}`, join(folder, file));
});

afterAll(() => rmSync(folder, {recursive: true}));

interface Printed {
  code: number;
  stdout: string;
  stderr: string;
}

async function start(program: string, args: string[]): Promise<Printed> {
  return promisify(execFile)(program, args).then(
    (done) => ({code: 0, ...done}),
    (failed: Printed) => failed
  );
}

function hasPython(): boolean {
  try {
    return execFileSync("python3", ["-c", "import sys; print(sys.version_info >= (3, 8))"], {stdio: "pipe"})
      .toString()
      .startsWith("True");
  } catch {
    return false;
  }
}

describe.skipIf(!hasPython())("the Python program", () => {
  const python = (source: string) => {
    const file = join(folder, "program.py");
    writeFileSync(file, source);
    return start("python3", ["-B", file]);
  };

  it.each(ids)("repeats %s", async (id) => {
    const parameters = parseRunId(id);
    const {digest} = await run(parameters);
    const {code, stdout, stderr} = await python(pythonProgram(parameters, {digest}));
    expect([stderr, code]).toEqual(["", 0]);
    expect(stdout).toContain(`digest ${digest}`);
    expect(stdout).toMatch(new RegExp(`^epoch ${parameters.epochs}: error `, "m"));
  });

  it("fails if the digest is another", async () => {
    const {code, stderr} = await python(pythonProgram(parseRunId("f1-h2-rate1-epochs1-train5-test5"), {digest: wrong}));
    expect([code, stderr]).toEqual([1, "This is not the digest that the run has to come to.\n"]);
  });
});

describe("the TypeScript program", () => {
  const node = (source: string) => {
    const file = `.program-${process.pid}.ts`;
    writeFileSync(file, source);
    return start("node", ["--import", "tsx", file]).finally(() => rmSync(file));
  };

  it("repeats its run, and fails if the digest is another", async () => {
    const parameters = parseRunId(ids[2]!);
    const {digest} = await run(parameters);
    const right = await node(typescriptProgram(parameters, {digest}));
    expect([right.stderr, right.code]).toEqual(["", 0]);
    expect(right.stdout).toContain(`digest ${digest}`);
    const {code, stderr} = await node(typescriptProgram(parameters, {digest: wrong}));
    expect(code).toBe(1);
    expect(stderr).toContain("This is not the digest that the run has to come to.");
  });
});

describe("both programs", () => {
  it("are short, and name the run", () => {
    for (const program of [pythonProgram, typescriptProgram])
      for (const id of ids) {
        const text = program(parseRunId(id));
        expect(text).toContain(`Repeats the run ${id}`);
        expect(text.split("\n").length).toBeLessThan(100);
      }
  });

  it("refuse what no run has, and Python double-double arithmetic", () => {
    const parameters = standard("f1", 3, 1, 10);
    for (const program of [pythonProgram, typescriptProgram])
      expect(() => program({...parameters, hidden: 1})).toThrow(/number of hidden units/);
    expect(() => pythonProgram({...parameters, arithmetic: "double-double"})).toThrow(/take the one in TypeScript/);
    expect(typescriptProgram({...parameters, arithmetic: "double-double"})).toContain('arithmetic: "double-double"');
  });
});
