import {expect, it} from "vitest";
import {namedData, standardData} from "../../lib/model/dataset.js";

it.each([0, -1, 1.5, NaN, Infinity])("refuses a set of %d points", (size) => {
  expect(() => standardData("f1", {trainSize: size, testSize: 1})).toThrow(
    new RangeError(`The size of the training set is ${size}; it must be a positive integer.`)
  );
  expect(() => namedData("f2", "seed-1", {trainSize: 1, testSize: size})).toThrow(
    new RangeError(`The size of the test set is ${size}; it must be a positive integer.`)
  );
});

it("refuses an empty name", () => {
  expect(() => namedData("f1", "", {trainSize: 1, testSize: 1})).toThrow(RangeError);
});

it("gives fresh arrays each time", () => {
  const sizes = {trainSize: 3, testSize: 2};
  const first = standardData("f1", sizes);
  const kept = first.train.x.slice();
  first.train.x.fill(0);
  expect(standardData("f1", sizes).train.x).toEqual(kept);
});
