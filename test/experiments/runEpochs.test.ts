import {expect, test} from "vitest";
import {parseRunId, runId} from "../../lib/experiments/parameters.js";
import {registry} from "../../lib/experiments/registry.js";
import {runEpochs} from "../../lib/experiments/runEpochs.js";

const others = ["f(x-5)", "f2"].flatMap((target) =>
  ["h8-rate0.1-epochs1200-data.seed-7-scale10-rate0.05.from500-binary32", "h3-rate1e-7-epochs7"].map(
    (rest) => `${target}-${rest}`
  )
);

test.each([...registry.map(({id}) => id), ...others])("the epochs of %s are those of its parameters", (id) => {
  expect(runEpochs(id)).toBe(parseRunId(id).epochs);
  expect(runId(parseRunId(id))).toBe(id);
});

test("what names none is refused", () => {
  expect(() => runEpochs("f1-h3")).toThrow("“f1-h3” names no number of epochs.");
});
