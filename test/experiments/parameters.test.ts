import fc from "fast-check";
import {expect, test} from "vitest";
import {
  parseRunId,
  runId,
  standard,
  validate,
  validateHistory,
  type RunParameters
} from "../../lib/experiments/parameters.js";

const usual = standard("f2", 8, 0.1, 1200);

test("an id names the tuple, then what is not standard in a fixed order", () => {
  expect(runId(usual)).toBe("f2-h8-rate0.1-epochs1200");
  const other = {...usual, weightScale: 10, testSize: 50, trainSize: 200, weights: "seed-2", data: "seed-1"};
  const id = "f2-h8-rate0.1-epochs1200-data.seed-1-weights.seed-2-scale10-train200-test50";
  expect(runId(other)).toBe(id);
  const rateChanges = [
    {epoch: 500, rate: 0.05},
    {epoch: 700, rate: 2}
  ];
  const rest = {rounding: "a", rateChanges, noise: 0.1};
  expect(runId({...other, ...rest})).toBe(`${id}-noise0.1-rate0.05.from500-rate2.from700-rounding.a`);
  expect(runId({...usual, arithmetic: "double-double"})).toBe("f2-h8-rate0.1-epochs1200-double-double");
});

const name = fc.oneof(
  fc.constant("standard"),
  fc
    .stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,20}$/)
    .filter((text) => !/-((scale|train|test|noise|bits)\d|binary32|double-double)/.test(text))
);
const positive = fc.double({min: 0, minExcluded: true, noDefaultInfinity: true, noNaN: true});
const optional = fc.record(
  {
    noise: positive,
    rateChanges: fc
      .uniqueArray(fc.record({epoch: fc.integer({min: 1, max: 99}), rate: positive}), {
        selector: ({epoch}) => epoch,
        minLength: 1,
        maxLength: 4
      })
      .map((changes) => changes.toSorted((a, b) => a.epoch - b.epoch)),
    rounding: name
  },
  {requiredKeys: []}
);
const arithmetic = fc.constantFrom<RunParameters["arithmetic"][]>("binary32", "double-double", "bits8", "bits50");
const required = fc.record({
  target: fc.constantFrom("f1", "f2"),
  hidden: fc.integer({min: 2, max: 40}),
  learningRate: positive,
  epochs: fc.integer({min: 100, max: 100_000}),
  data: name,
  weights: name,
  trainSize: fc.integer({min: 1, max: 1_000_000}),
  testSize: fc.integer({min: 1, max: 1_000_000}),
  weightScale: positive
});
const parameters = fc.tuple(required, optional, fc.option(arithmetic)).map(([some, others, chosen]): RunParameters => {
  const all: RunParameters = {...some, ...others};
  if (chosen === null || chosen === undefined) return all;
  delete all.rounding;
  return {...all, arithmetic: chosen};
});

test("an id gives its parameters back", () => {
  fc.assert(
    fc.property(parameters, (p) => {
      expect(parseRunId(runId(p))).toEqual(p);
    })
  );
});

const refused: [change: Partial<Record<keyof RunParameters, unknown>>, sentence: RegExp][] = [
  [{target: "f3"}, /target must be f1, f2 or f\(…\)/],
  [{hidden: 0}, /hidden units must be a whole number from 2 to 1000, not 0/],
  [{hidden: 2.5}, /hidden units/],
  [{learningRate: -1}, /learning rate must be a positive finite number, not -1/],
  [{learningRate: NaN}, /learning rate/],
  [{learningRate: Infinity}, /learning rate/],
  [{epochs: 1e9}, /epochs must be a whole number from 1 to 1000000/],
  [{data: ""}, /name of the data set/],
  [{data: "a.b"}, /name of the data set/],
  [{weights: "x-scale2"}, /name of the initial weights/],
  [{weights: "x-noise2"}, /name of the initial weights/],
  [{data: "x-binary32"}, /name of the data set/],
  [{rounding: ""}, /name of the rounding/],
  [{rounding: "a", arithmetic: "binary32"}, /leave out binary32 or the rounding/],
  [
    {arithmetic: "binary16"},
    /arithmetic must be binary32, double-double or one of bits8 to bits50, or be left out, not “binary16”/
  ],
  [{arithmetic: "bits51"}, /one of bits8 to bits50/],
  [{arithmetic: "bits7"}, /one of bits8 to bits50/],
  [{data: "x-bits9"}, /name of the data set/],
  [{noise: 0}, /standard deviation of the noise must be a positive finite number, not 0/],
  [{rateChanges: [{epoch: 0, rate: 1}]}, /can change at a whole epoch from 1 to 1199, .* not at 0/],
  [{rateChanges: [{epoch: 1200, rate: 1}]}, /not at 1200/],
  [
    {
      rateChanges: [
        {epoch: 5, rate: 1},
        {epoch: 5, rate: 2}
      ]
    },
    /from 6 to 1199, .* not at 5/
  ],
  [{rateChanges: [{epoch: 5, rate: -1}]}, /learning rate must be a positive finite number/],
  [{trainSize: 0}, /training set/],
  [{testSize: 0}, /test set/],
  [{weightScale: 0}, /weight scale/]
];
test.each(refused)("%o is refused", (change, sentence) => {
  const wrong = {...usual, ...change} as RunParameters;
  expect(() => validate(wrong)).toThrow(RangeError);
  expect(() => validate(wrong)).toThrow(sentence);
});

test("a history must fit into a GiB, and the refusal says how far to thin it", () => {
  const large = {...usual, epochs: 1_000_000, hidden: 1000};
  expect(() => validateHistory(large, 1)).toThrow("more than a GiB: keep every 45th epoch");
  expect(() => validateHistory(large, 44)).toThrow(RangeError);
  expect(() => validateHistory(large, 45)).not.toThrow();
  for (const every of [0, -1, 1.5, NaN]) expect(() => validateHistory(usual, every)).toThrow(/must be a whole number/);
});

test.each([
  "",
  "f2-h8",
  "f2-h8-rate0.1-epochs1200-",
  "f2-h8-rate0.10-epochs1200",
  "f2-h08-rate0.1-epochs1200",
  "f2-h8-rate0.1-epochs1200-rounding.a-noise0.1",
  "f1-h3-rate1-epochs100-rate1.from",
  "../x"
])("“%s” is no id", (id) => expect(() => parseRunId(id)).toThrow(RangeError));
