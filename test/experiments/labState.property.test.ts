import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fieldTexts, readFields} from "../../lib/experiments/labFields.js";
import {labQuery, labState, MOST_PINS, parseLabQuery, type LabState} from "../../lib/experiments/labState.js";
import {weightNames} from "../../lib/model/history.js";
import {parseRunId, runId, standard, type RunParameters} from "../../lib/experiments/parameters.js";

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,11}$/);
const positive = fc.double({min: 1e-9, max: 1e9, noNaN: true});

const parameters: fc.Arbitrary<RunParameters> = fc
  .record(
    {
      target: fc.constantFrom("f1", "f2", "f(sin(x)*x)", "f(x^2+1)", "f(abs(x)/(1+x^2))"),
      hidden: fc.integer({min: 2, max: 40}),
      learningRate: positive,
      epochs: fc.integer({min: 3, max: 1_000_000}),
      data: fc.oneof(fc.constant("standard"), name),
      weights: fc.oneof(fc.constant("standard"), name),
      trainSize: fc.integer({min: 1, max: 1_000_000}),
      testSize: fc.integer({min: 1, max: 1_000_000}),
      weightScale: positive,
      noise: positive,
      rounding: name
    },
    {
      requiredKeys: [
        "target",
        "hidden",
        "learningRate",
        "epochs",
        "data",
        "weights",
        "trainSize",
        "testSize",
        "weightScale"
      ]
    }
  )
  .chain((run) =>
    fc
      .option(fc.record({epoch: fc.integer({min: 1, max: run.epochs - 1}), rate: positive}), {nil: undefined})
      .map((change) => (change ? {...run, rateChanges: [change]} : run))
  );

const states: fc.Arbitrary<LabState> = parameters.chain((run) => {
  const epoch = fc.option(fc.integer({min: 0, max: run.epochs}));
  const window = fc
    .tuple(fc.integer({min: 0, max: run.epochs - 1}), fc.integer({min: 1, max: run.epochs}))
    .map(([from, length]) => [from, Math.min(run.epochs, from + length)] as const);
  return fc.record({
    run: fc.constant(run),
    reached: epoch,
    epoch,
    window: fc.option(window),
    pins: fc.array(parameters, {maxLength: MOST_PINS}),
    scale: fc.constantFrom("linear" as const, "log" as const),
    units: fc.boolean(),
    weight: fc.option(fc.constantFrom(...weightNames(run.hidden)))
  });
});

describe("the address of the lab", () => {
  it("says the whole state, and nothing else", () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(parseLabQuery(labQuery(state))).toEqual(state);
      })
    );
  });

  it("is the same however often it is read and written", () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(labQuery(parseLabQuery(labQuery(state))!)).toBe(labQuery(state));
      })
    );
  });

  it("is a run's id alone where a link opens the run", () => {
    fc.assert(
      fc.property(parameters, (run) => {
        expect([...new URLSearchParams(labQuery(labState(run)))]).toEqual([["run", runId(run)]]);
      })
    );
  });

  it("asks for nothing where it names no run, and passes over what it does not know", () => {
    expect(parseLabQuery("")).toBeNull();
    expect(parseLabQuery("?utm_source=elsewhere")).toBeNull();
    const run = standard("f1", 3, 1, 1000);
    expect(parseLabQuery("?run=f1-h3-rate1-epochs1000&other=thing")).toEqual(labState(run));
  });

  it.each([
    ["run=f1-h1-rate1-epochs1000", /hidden units/],
    ["run=f1-h1000-rate1-epochs1000000", /from 2 to 40 in the lab.*not 1000\.$/],
    ["run=f1-h3-rate1-epochs1000&pin=f1-h41-rate1-epochs10", /from 2 to 40 in the lab.*not 41\.$/],
    ["run=f1-h3-rate1-epochs1000001", /epochs must be a whole number from 1 to 1000000, not 1000001\.$/],
    ["run=f1-h3-rate1-epochs10-train1000001", /training set must be .* 1 to 1000000/],
    ["run=f1-h3-rate1-epochs10&pin=f1-h3-rate1-epochs10-test1000001", /test set must be .* 1 to 1000000/],
    ["run=f3-h3-rate1-epochs1000", /not the id of a run/],
    ["run=f1-h3-rate1-epochs1000&epoch=1001", /epoch=1001.*0 to 1000/],
    ["run=f1-h3-rate1-epochs1000&reached=-1", /reached=-1/],
    ["run=f1-h3-rate1-epochs1000&window=5-5", /window=5-5.*window=0-1000/],
    ["run=f1-h3-rate1-epochs1000&scale=cubic", /scale=cubic/],
    ["run=f1-h3-rate1-epochs1000&weight=V_3", /weight=V_3.*weight=V_2/],
    [`run=f1-h3-rate1-epochs1000${"&pin=f1-h3-rate1-epochs1000".repeat(5)}`, /pins 5 runs.*4/]
  ])("refuses %s in one sentence", (query, sentence) => {
    expect(() => parseLabQuery(query)).toThrow(sentence);
    expect(() => parseLabQuery(query)).toThrow(RangeError);
  });

  it("takes the runs that the fields take, and no others", () => {
    const sizes = fc.record({
      hidden: fc.integer({min: 2, max: 1000}),
      epochs: fc.integer({min: 1, max: 1_000_000}),
      trainSize: fc.integer({min: 1, max: 1_000_000}),
      testSize: fc.integer({min: 1, max: 1_000_000})
    });
    fc.assert(
      fc.property(sizes, fc.boolean(), (size, pinned) => {
        const run = {...standard("f1", 3, 1, 1000), ...size};
        const {problems} = readFields(fieldTexts(run));
        const query = pinned ? `run=f1-h3-rate1-epochs1000&pin=${runId(run)}` : `run=${runId(run)}`;
        if (Object.keys(problems).length === 0) expect(parseLabQuery(query)).not.toBeNull();
        else expect(() => parseLabQuery(query)).toThrow(problems["hidden"]);
      })
    );
  });

  it("keeps an id whose formula has characters of its own", () => {
    const run = parseRunId("f(x^2+1)-h3-rate0.1-epochs10");
    expect(parseLabQuery(`?${labQuery(labState(run))}`)?.run).toEqual(run);
  });
});
