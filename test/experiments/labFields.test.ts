import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fieldTexts, readFields, type FieldName} from "../../lib/experiments/labFields.js";
import {MOST_HIDDEN} from "../../lib/experiments/labLimits.js";
import {parseRunId, standard} from "../../lib/experiments/parameters.js";
import {registry} from "../../lib/experiments/registry.js";

const texts = fieldTexts(standard("f1", 3, 1, 1000));

describe("the lab's fields", () => {
  it.each(registry.map(({id}) => id))("say %s and read it back", (id) => {
    const parameters = parseRunId(id);
    expect(readFields(fieldTexts(parameters))).toEqual({parameters, problems: {}});
  });

  it.each([
    "f(sin(x)*x)-h5-rate0.03-epochs77-data.a-weights.b-scale2-train50-test7-noise0.25",
    "f2-h40-rate1e-7-epochs1000000-rounding.r"
  ])("say %s and read it back", (id) => {
    const parameters = parseRunId(id);
    expect(readFields(fieldTexts(parameters))).toEqual({parameters, problems: {}});
  });

  it.each<[FieldName, string, RegExp]>([
    ["hidden", "0", /hidden units must be a whole number from 2 to 40.*not 0\.$/],
    ["hidden", "41", /from 2 to 40/],
    ["hidden", "2.5", /whole number/],
    ["learningRate", "-1", /learning rate must be a positive finite number, not -1\.$/],
    ["learningRate", "−1", /learning rate must be a positive finite number, not -1\.$/],
    ["learningRate", "fast", /“fast” is no number/],
    ["learningRate", "", /number is missing/],
    ["epochs", "1e9", /epochs must be a whole number from 1 to 1000000, not 1000000000\.$/],
    ["epochs", "0", /from 1 to/],
    ["trainSize", "1.5", /training set must be a whole number/],
    ["noise", "-0.1", /noise must be a positive finite number/],
    ["data", "a b", /name of the data set/],
    ["weights", "", /name of the initial weights/],
    ["weightScale", "0", /weight scale must be/],
    ["rounding", "?", /name of the rounding/]
  ])("refuse %s = “%s” in one sentence beside it", (name, text, sentence) => {
    const {parameters, problems} = readFields({...texts, [name]: text});
    expect(parameters).toBeNull();
    expect(Object.keys(problems)).toEqual([name]);
    expect(problems[name]).toMatch(sentence);
  });

  it.each([
    ["1/x", /./],
    ["log(x)", /./],
    ["sin(", /./],
    ["alert(1)", /./],
    ["", /./]
  ])("refuse the formula “%s” in one sentence beside it", (formula, sentence) => {
    const {problems} = readFields({...texts, target: "own", formula});
    expect(Object.keys(problems)).toEqual(["formula"]);
    expect(problems.formula).toMatch(sentence);
    expect(problems.formula).not.toMatch(/\n|undefined/);
  });

  it("complain about every impossible field at once", () => {
    const {problems} = readFields({...texts, hidden: "0", learningRate: "-1", epochs: "1e9"});
    expect(Object.keys(problems)).toEqual(["hidden", "learningRate", "epochs"]);
  });

  it("keep the changes of the rate that lie within the epochs", () => {
    const changes = [
      {epoch: 10, rate: 2},
      {epoch: 500, rate: 3}
    ];
    expect(readFields({...texts, epochs: "500"}, changes).parameters?.rateChanges).toEqual(changes.slice(0, 1));
    expect(readFields({...texts, epochs: "10"}, changes).parameters).not.toHaveProperty("rateChanges");
  });

  it("never give a run that cannot be made", () => {
    const text = fc.oneof(fc.string({maxLength: 8}), fc.double().map(String), fc.integer().map(String));
    const names = Object.keys(texts).filter((name) => name !== "target" && name !== "arithmetic");
    fc.assert(
      fc.property(fc.constantFrom(...names), text, (name, value) => {
        const {parameters, problems} = readFields({...texts, [name]: value});
        if (parameters === null) expect(Object.values(problems).join("")).not.toBe("");
        else expect(parameters.hidden).toBeLessThanOrEqual(MOST_HIDDEN);
      })
    );
  });
});
