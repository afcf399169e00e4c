import {expect, test} from "vitest";
import {parseRunId} from "../../lib/experiments/parameters.js";
import {paperRuns, registeredRun, registry, standIns} from "../../lib/experiments/registry.js";

test("the registry holds every tuple that the paper names, and the one of ours", () => {
  expect(paperRuns.map(({id}) => id)).toEqual([
    "f1-h3-rate1-epochs1000",
    "f1-h3-rate2-epochs1000",
    "f1-h3-rate5-epochs1000",
    "f1-h3-rate0.1-epochs10000",
    "f1-h2-rate0.1-epochs1000",
    "f1-h3-rate0.1-epochs1000",
    "f1-h5-rate0.1-epochs1000",
    "f1-h8-rate0.1-epochs1000",
    "f2-h3-rate0.1-epochs1000",
    "f2-h6-rate0.1-epochs1000",
    "f2-h8-rate0.1-epochs1000",
    "f2-h8-rate0.1-epochs1200",
    "f2-h8-rate1.5-epochs1000",
    "f2-h8-rate1-epochs1000",
    "f2-h8-rate0.05-epochs1000",
    "f2-h8-rate0.05-epochs2400",
    "f2-h8-rate0.05-epochs10000",
    "f2-h12-rate0.05-epochs10000"
  ]);
});

test("ids are unique and say the parameters", () => {
  expect(new Set(registry.map(({id}) => id)).size).toBe(registry.length);
  for (const {id, parameters} of registry) expect(parseRunId(id)).toEqual(parameters);
});

test("stand-ins take the same new seed for data and weights", () => {
  for (const id of Object.values(standIns)) {
    const {data, weights} = registeredRun(id).parameters;
    expect(data).toMatch(/^seed-\d+$/);
    expect(weights).toBe(data);
  }
  expect(() => registeredRun("f1-h3-rate1-epochs999")).toThrow(/registry has no run/);
});
