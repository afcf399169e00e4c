import fc from "fast-check";
import {expect, it} from "vitest";
import {namedData, standardData} from "../../lib/model/dataset.js";
import {targets, type TargetName} from "../../lib/model/target.js";
import {generator, namedBits} from "../../lib/random/generator.js";

const names = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const sizes = fc.record({trainSize: fc.integer({min: 1, max: 60}), testSize: fc.integer({min: 1, max: 60})});
const anyTarget = fc.constantFrom<TargetName[]>("f1", "f2");

it("has points of the target from -5 to 5, as many as asked for", () => {
  fc.assert(
    fc.property(anyTarget, names, sizes, (target, name, {trainSize, testSize}) => {
      for (const {train, test} of [
        standardData(target, {trainSize, testSize}),
        namedData(target, name, {trainSize, testSize})
      ]) {
        expect(train.x).toHaveLength(trainSize);
        expect(test.x).toHaveLength(testSize);
        for (const {x, y} of [train, test]) {
          expect(x.every((x) => -5 <= x && x < 5)).toBe(true);
          expect(Array.from(y)).toEqual(Array.from(x, (x) => targets[target](x)));
        }
      }
    })
  );
});

it("draws the training points, then the test points, from one stream", () => {
  fc.assert(
    fc.property(names, sizes, (name, {trainSize, testSize}) => {
      const {random} = generator(namedBits("data", name));
      const points = Array.from({length: trainSize + testSize}, () => (random() - 0.5) * 10);
      const {train, test} = namedData("f1", name, {trainSize, testSize});
      expect([...train.x, ...test.x]).toEqual(points);
    })
  );
});

it("only moves the border between training and test points when the training set grows", () => {
  fc.assert(
    fc.property(sizes, ({trainSize, testSize}) => {
      const {train, test} = standardData("f1", {trainSize, testSize});
      const whole = standardData("f1", {trainSize: trainSize + testSize, testSize: 1}).train;
      expect([...train.x, ...test.x]).toEqual([...whole.x]);
    })
  );
});

it("takes the same points for both targets", () => {
  fc.assert(
    fc.property(names, sizes, (name, size) => {
      const f1 = namedData("f1", name, size);
      const f2 = namedData("f2", name, size);
      expect(f1.train.x).toEqual(f2.train.x);
      expect(f1.test.x).toEqual(f2.test.x);
    })
  );
});

it("takes other points for another name", () => {
  fc.assert(
    fc.property(names, names, sizes, (name, other, size) => {
      fc.pre(name !== other);
      expect(namedData("f1", name, size).train.x).not.toEqual(namedData("f1", other, size).train.x);
    })
  );
});
