import fc from "fast-check";
import {expect, it} from "vitest";
import type {BitSource} from "../../lib/random/bitSource.js";
import {namedBits} from "../../lib/random/generator.js";
import {pcg64} from "../../lib/random/pcg64.js";
import {standardNormal} from "../../lib/random/ziggurat.js";
import {ki, R} from "../../lib/random/zigguratTables.js";

const seeds = fc.bigInt({min: 0n, max: (1n << 128n) - 1n});

/** A raw number as the ziggurat reads it: strip, sign, place in the strip, and three bits that it does not read. */
const raw = (strip: number, sign: number, place: number, unread: number) =>
  (BigInt(unread) << 61n) | (BigInt(place) << 9n) | (BigInt(sign) << 8n) | BigInt(strip);

const strips = fc.integer({min: 1, max: 255});
const signs = fc.nat(1);
const places = fc.maxSafeNat().map((n) => n % 2 ** 52);
const placesInTail = places.filter((place) => place >= ki[0]! + 2 ** 9);
const unread = fc.nat(7);

/** One chosen number first, then another source's. */
function startingWith(first: bigint, rest: BitSource): BitSource {
  let next: bigint | null = first;
  return {
    next64() {
      const number = next ?? rest.next64();
      next = null;
      return number;
    }
  };
}

it("is mirrored by the sign bit", () => {
  const zeros = {next64: () => 0n};
  fc.assert(
    fc.property(strips, places, unread, (strip, place, rest) => {
      const value = standardNormal(startingWith(raw(strip, 0, place, rest), zeros));
      const mirrored = standardNormal(startingWith(raw(strip, 1, place, rest), zeros));
      expect(value).toBeGreaterThanOrEqual(0);
      expect(mirrored + value).toBe(0);
    })
  );
});

it("does not depend on the three highest bits", () => {
  fc.assert(
    fc.property(fc.nat(255), signs, places, unread, unread, seeds, (strip, sign, place, a, b, seed) => {
      const value = (rest: number) => standardNormal(startingWith(raw(strip, sign, place, rest), pcg64(seed)));
      expect(value(a)).toBe(value(b));
    })
  );
});

it("lies in the tail if the place in strip 0 is outside the body, mirrored by bit 8 of the place", () => {
  // -log1p(-u) is at most 53 ln 2 for a multiple u of 2^-53, so the tail ends at R + 53 ln 2 / R, below 13.71.
  fc.assert(
    fc.property(signs, placesInTail, unread, seeds, (sign, place, rest, seed) => {
      const first = raw(0, sign, place, rest);
      const value = standardNormal(startingWith(first, pcg64(seed)));
      const mirrored = standardNormal(startingWith(first ^ (1n << 17n), pcg64(seed)));
      expect(Math.abs(value)).toBeGreaterThanOrEqual(R);
      expect(Math.abs(value)).toBeLessThan(13.71);
      expect(mirrored).toBe(-value);
    })
  );
});

it("falls below each quantile as often as the normal distribution says, for bits that are not NumPy's", () => {
  const n = 200_000;
  const bits = namedBits("noise", "quantiles");
  const values = Array.from({length: n}, () => standardNormal(bits));
  const distribution = [
    [-3, 0.0013498980316300933],
    [-2, 0.022750131948179212],
    [-1, 0.15865525393145707],
    [-0.5, 0.3085375387259869],
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [1, 0.8413447460685429],
    [2, 0.9772498680518208],
    [3, 0.9986501019683699],
    [3.7, 0.9998922002665226]
  ] as const;
  for (const [z, probability] of distribution) {
    const below = values.filter((value) => value < z).length;
    // The stream is fixed; 4 standard deviations of the binomial count leave chance out for all ten at once.
    expect(Math.abs(below - n * probability)).toBeLessThan(4 * Math.sqrt(n * probability * (1 - probability)));
  }
});
