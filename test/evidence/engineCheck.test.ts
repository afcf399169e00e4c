import {describe, expect, it} from "vitest";
import {checkEngine, type EngineReport, type EngineTask, type KnownAnswers} from "../../lib/evidence/engineCheck.js";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";

const id = "f1-h3-rate1-epochs250-train20-test5";
const {digest, checkpoints} = await run(parseRunId(id));

const task: EngineTask = {
  answers: {
    functions: {
      exp: [
        ["0000000000000000", "3ff0000000000000"],
        ["3ff0000000000000", "4005bf0a8b145769"]
      ],
      sin: [["8000000000000000", "8000000000000000"]],
      log1p: [["bff0000000000000", "fff0000000000000"]],
      cos: [["8000000000000000", "3ff0000000000000"]],
      log: [["4005bf0a8b145769", "3ff0000000000000"]],
      tanh: [["fff0000000000000", "bff0000000000000"]]
    },
    streams: [
      {
        seed: "222337497072607291153223098371913928704",
        raw: ["9729935986075046348"],
        random: ["0.5274608867123727"],
        standardNormal: ["-0.47124718930522996"]
      }
    ]
  },
  runs: [{id, digest, checkpoints}],
  loops: ["reference"]
};

const once = {equal: 1, of: 1};

/** What comes of the task without runs, with other answers for some functions. */
function checkFunctions(others: Partial<KnownAnswers["functions"]>): Promise<EngineReport> {
  const answers = {...task.answers, functions: {...task.answers.functions, ...others}};
  return checkEngine({...task, answers, runs: []});
}

describe("the check of an engine", () => {
  it("counts what is equal", async () => {
    const twice = {equal: 2, of: 2};
    const functions = {
      exp: twice,
      sin: once,
      log1p: once,
      cos: once,
      log: once,
      tanh: once,
      logistic: twice,
      raw: once,
      random: once,
      standardNormal: once
    };
    expect(await checkEngine(task)).toEqual({functions, runs: {reference: once}, differences: []});
  });

  it("tells zeros apart by their sign", async () => {
    const {functions, differences} = await checkFunctions({sin: [["8000000000000000", "0000000000000000"]]});
    expect(functions["sin"]).toEqual({equal: 0, of: 1});
    expect(differences).toEqual(["sin of 8000000000000000 gives -0 instead of 0."]);
  });

  it("names a value that is one bit off, also in the logistic function", async () => {
    const {functions, differences} = await checkFunctions({exp: [["3ff0000000000000", "4005bf0a8b14576a"]]});
    expect(functions["exp"]).toEqual({equal: 0, of: 1});
    expect(differences[0]).toBe("exp of 3ff0000000000000 gives 2.718281828459045 instead of 2.7182818284590455.");
  });

  it("names a wrong random number", async () => {
    const streams = [{...task.answers.streams[0]!, raw: ["9729935986075046349"]}];
    const {functions, differences} = await checkEngine({...task, answers: {...task.answers, streams}, runs: []});
    expect(functions["raw"]).toEqual({equal: 0, of: 1});
    expect(differences).toHaveLength(1);
  });

  it("names the block of epochs in which a run first differs", async () => {
    const other = checkpoints.map((text, i) => (i === 0 ? text : text.replace(/^./, (c) => (c === "0" ? "1" : "0"))));
    const runs = [{id, digest: "0".repeat(64), checkpoints: other}];
    const report = await checkEngine({...task, runs});
    expect(report.runs).toEqual({reference: {equal: 0, of: 1}});
    expect(report.differences).toEqual([`${id} (reference loop) first differs in epochs 100 to 199.`]);
  });
});
