import {expect, it} from "vitest";
import {seedSequence} from "../../lib/random/seedSequence.js";

it("refuses a negative seed", () => {
  expect(() => seedSequence(-1n)).toThrow(new RangeError("The seed is -1; it must be a non-negative integer."));
});

it.each([-1, 0.5, NaN, Infinity])("refuses to generate %d words", (length) => {
  expect(() => seedSequence(0n).generateState(length)).toThrow(RangeError);
});

it("generates no words when asked for none", () => {
  expect(seedSequence(0n).generateState(0)).toHaveLength(0);
});
