import fc from "fast-check";
import {expect, it} from "vitest";
import {seedSequence} from "../../lib/random/seedSequence.js";

const seeds = fc.bigInt({min: 0n, max: (1n << 1000n) - 1n});

/** Seeds at the borders between numbers of words, where a wrong split would show. */
const borders = fc.tuple(fc.nat(20), fc.constantFrom(-1n, 0n, 1n)).map(([n, d]) => (1n << BigInt(32 * (n + 1))) + d);

it("agrees with the published algorithm in plain integer arithmetic", () => {
  fc.assert(
    fc.property(fc.oneof(seeds, borders), fc.nat(20), (seed, length) => {
      const {pool, generateState} = reference(seed);
      const sequence = seedSequence(seed);
      expect(Array.from(sequence.pool, BigInt)).toEqual(pool);
      expect(Array.from(sequence.generateState(length))).toEqual(generateState(length));
    })
  );
});

it("generates the same words again, and shorter states are prefixes of longer ones", () => {
  fc.assert(
    fc.property(seeds, fc.nat(20), fc.nat(20), (seed, m, n) => {
      const sequence = seedSequence(seed);
      const long = sequence.generateState(m + n);
      expect(sequence.generateState(m)).toEqual(long.subarray(0, m));
    })
  );
});

it("gives another pool when one bit of the seed changes", () => {
  fc.assert(
    fc.property(seeds, fc.nat(999), (seed, bit) => {
      const pool = seedSequence(seed).pool;
      const other = seedSequence(seed ^ (1n << BigInt(bit))).pool;
      expect(other).not.toEqual(pool);
    })
  );
});

/** SeedSequence on unbounded integers, with each reduction modulo 2^32 written out. */
function reference(seed: bigint): {pool: bigint[]; generateState(length: number): bigint[]} {
  const modulus = 1n << 32n;
  const entropy: bigint[] = [];
  for (let rest = seed; rest > 0n; rest /= modulus) entropy.push(rest % modulus);
  while (entropy.length < 4) entropy.push(0n);

  const hasher = (constant: bigint, multiplier: bigint) => (value: bigint) => {
    value ^= constant;
    constant = (constant * multiplier) % modulus;
    value = (value * constant) % modulus;
    return value ^ (value / 65536n);
  };
  const mix = (x: bigint, y: bigint) => {
    const difference = 0xca01f9ddn * x - 0x4973f715n * y;
    const result = ((difference % modulus) + modulus) % modulus;
    return result ^ (result / 65536n);
  };

  const hash = hasher(0x43b0d7e5n, 0x931e8875n);
  const pool = entropy.slice(0, 4).map(hash);
  for (const i of [0, 1, 2, 3]) for (const j of [0, 1, 2, 3]) if (i !== j) pool[j] = mix(pool[j]!, hash(pool[i]!));
  for (const word of entropy.slice(4)) for (const j of [0, 1, 2, 3]) pool[j] = mix(pool[j]!, hash(word));

  return {
    pool,
    generateState(length) {
      const hash = hasher(0x8b51f9ddn, 0x58f38dedn);
      const halves = Array.from({length: 2 * length}, (_, i) => hash(pool[i % 4]!));
      return Array.from({length}, (_, i) => halves[2 * i + 1]! * modulus + halves[2 * i]!);
    }
  };
}
