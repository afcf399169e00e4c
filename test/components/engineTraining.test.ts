import {expect, test} from "vitest";
import {standard} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {digestOf} from "../../lib/numerics/digest.js";
import {exp} from "../../lib/numerics/exp.js";
import {engineHistory} from "../../src/components/engineTraining.js";

test.each([
  standard("f1", 3, 1, 60),
  standard("f2", 6, 0.1, 20),
  {...standard("f1", 3, 5, 400), trainSize: 100, testSize: 10}
])("with a correctly rounded exponential the comparison trains as the definition says", async (parameters) => {
  const {digest} = await run(parameters);
  expect(digestOf(engineHistory(parameters, exp).records)).toBe(digest);
});

test("an exponential that rounds otherwise in the last bit changes the run", async () => {
  const parameters = standard("f1", 3, 1, 20);
  const {digest} = await run(parameters);
  const sloppy = (x: number) => exp(x) * (1 + Number.EPSILON);
  expect(digestOf(engineHistory(parameters, sloppy).records)).not.toBe(digest);
});
