import {expect, it} from "vitest";
import {namedWeights, standardWeights} from "../../lib/model/weights.js";

it.each([1, 0, -3, 2.5, NaN, Infinity])("refuses %d hidden units", (hidden) => {
  const error = new RangeError(
    `The number of hidden units is ${hidden}; it must be an integer of at least 2, the bias unit included.`
  );
  expect(() => standardWeights(hidden)).toThrow(error);
  expect(() => namedWeights(hidden, "seed-1")).toThrow(error);
});

it.each([NaN, Infinity, -Infinity])("refuses the scale %d", (scale) => {
  expect(() => standardWeights(3, scale)).toThrow(
    new RangeError(`The weight scale is ${scale}; it must be a finite number.`)
  );
});

it("refuses an empty name", () => {
  expect(() => namedWeights(3, "")).toThrow(RangeError);
});
