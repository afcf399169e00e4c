import {describe, expect, it} from "vitest";
import {defaultRng, generator, namedBits} from "../../lib/random/generator.js";

describe("defaultRng", () => {
  it("refuses a negative seed", () => {
    expect(() => defaultRng(-1n)).toThrow(RangeError);
  });

  it.each([-1, NaN])("refuses the standard deviation %d", (scale) => {
    expect(() => defaultRng(0n).normal(0, scale)).toThrow(RangeError);
  });

  it("gives the mean if the standard deviation is 0", () => {
    expect(defaultRng(0n).normal(3, 0)).toBe(3);
  });
});

describe("namedBits", () => {
  it("leaves Math.random and Math as they are", () => {
    const random = Math.random;
    const properties = Object.getOwnPropertyNames(Math);
    namedBits("data", "seed-1").next64();
    expect(Math.random).toBe(random);
    expect(Object.getOwnPropertyNames(Math)).toEqual(properties);
  });

  it("is not disturbed by another stream that is read in between", () => {
    const alone = namedBits("data", "seed-1");
    const expected = [alone.next64(), alone.next64()];
    const bits = namedBits("data", "seed-1");
    const before = bits.next64();
    generator(namedBits("weights", "seed-1")).normal(0, 1);
    expect([before, bits.next64()]).toEqual(expected);
  });

  it.each(["", "data:seed-1", "é", "\n", "x".repeat(201)])("refuses the name %j", (name) => {
    expect(() => namedBits("data", name)).toThrow(RangeError);
  });

  it("says what a name may be", () => {
    expect(() => namedBits("data", "")).toThrow(
      'The stream name "" cannot be used; take 1 to 200 printable ASCII characters without a colon.'
    );
  });
});
