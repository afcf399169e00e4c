import fc from "fast-check";
import {expect, it} from "vitest";
import {defaultRng, generator, namedBits, type Purpose} from "../../lib/random/generator.js";
import {pcg64} from "../../lib/random/pcg64.js";

const raws = fc.bigInt({min: 0n, max: (1n << 64n) - 1n});
const seeds = fc.bigInt({min: 0n, max: (1n << 128n) - 1n});
const purposes = fc.constantFrom<Purpose[]>("data", "weights", "noise", "rounding");
const names = fc.string({unit: fc.constantFrom(..."abcxyz019-_. "), minLength: 1, maxLength: 200});

const first = (purpose: Purpose, name: string, n = 4) => {
  const bits = namedBits(purpose, name);
  return Array.from({length: n}, () => bits.next64());
};

it("makes a random number from the 53 highest bits alone", () => {
  fc.assert(
    fc.property(raws, fc.bigInt({min: 0n, max: (1n << 11n) - 1n}), (raw, lowest) => {
      const value = generator({next64: () => raw}).random();
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(1);
      expect(BigInt(value * 2 ** 53)).toBe(raw >> 11n);
      expect(generator({next64: () => raw ^ lowest}).random()).toBe(value);
    })
  );
  const largest = generator({next64: () => (1n << 64n) - 1n}).random();
  expect(largest).toBe(1 - 2 ** -53);
});

it("takes one number of 64 bits for each random number", () => {
  fc.assert(
    fc.property(seeds, fc.nat(50), (seed, n) => {
      const bits = pcg64(seed);
      const {random} = generator(bits);
      for (let i = 0; i < n; ++i) random();
      const apart = pcg64(seed);
      for (let i = 0; i < n; ++i) apart.next64();
      expect(bits.state).toBe(apart.state);
    })
  );
});

it("shifts and scales standard normal numbers", () => {
  const numbers = fc.double({noNaN: true, min: -1e100, max: 1e100});
  fc.assert(
    fc.property(seeds, numbers, numbers.map(Math.abs), (seed, loc, scale) => {
      const standard = defaultRng(seed);
      const shifted = defaultRng(seed);
      for (let i = 0; i < 5; ++i) expect(shifted.normal(loc, scale)).toBe(loc + scale * standard.standardNormal());
    })
  );
});

it("gives the same bits for the same purpose and name", () => {
  fc.assert(
    fc.property(purposes, names, (purpose, name) => {
      expect(first(purpose, name)).toEqual(first(purpose, name));
    })
  );
});

it("gives other bits for another purpose or another name", () => {
  fc.assert(
    fc.property(purposes, names, purposes, names, (purpose, name, otherPurpose, otherName) => {
      fc.pre(purpose !== otherPurpose || name !== otherName);
      expect(first(purpose, name)).not.toEqual(first(otherPurpose, otherName));
    })
  );
});

it("draws nothing that two purposes of one name have in common", () => {
  fc.assert(
    fc.property(names, (name) => {
      const drawn = (["data", "weights", "noise", "rounding"] as const).flatMap((purpose) => first(purpose, name, 100));
      expect(new Set(drawn).size).toBe(drawn.length);
    }),
    {numRuns: 20}
  );
});
