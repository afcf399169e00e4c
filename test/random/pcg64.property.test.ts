import fc from "fast-check";
import {expect, it} from "vitest";
import {pcg64} from "../../lib/random/pcg64.js";

const seeds = fc.bigInt({min: 0n, max: (1n << 300n) - 1n});

it("gives integers of 64 bits", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const bits = pcg64(seed);
      for (let i = 0; i < 20; ++i) {
        const raw = bits.next64();
        expect(raw).toBe(BigInt.asUintN(64, raw));
      }
    })
  );
});

it("reaches after n steps the state that the closed form of the recurrence gives", () => {
  fc.assert(
    fc.property(seeds, fc.nat(200), (seed, n) => {
      const bits = pcg64(seed);
      const {state, increment} = bits;
      for (let i = 0; i < n; ++i) bits.next64();
      expect(bits.state).toBe(jump(state, increment, n));
      expect(bits.increment).toBe(increment);
    })
  );
});

it("keeps two generators apart when their calls interleave", () => {
  fc.assert(
    fc.property(seeds, seeds, fc.array(fc.boolean(), {maxLength: 50}), (seedA, seedB, turns) => {
      const draw = (seed: bigint, n: number) => {
        const bits = pcg64(seed);
        return Array.from({length: n}, () => bits.next64());
      };
      const a = pcg64(seedA);
      const b = pcg64(seedB);
      const drawn = turns.map((turn) => (turn ? a : b).next64());
      const count = turns.filter(Boolean).length;
      expect(drawn.filter((_, i) => turns[i])).toEqual(draw(seedA, count));
      expect(drawn.filter((_, i) => !turns[i])).toEqual(draw(seedB, turns.length - count));
    })
  );
});

/** s -> a^n s + c (a^n - 1) / (a - 1) modulo 2^128; the division is exact if the power is taken modulo 2^128 (a - 1). */
function jump(state: bigint, increment: bigint, n: number): bigint {
  const a = 47026247687942121848144207491837523525n;
  const power = a ** BigInt(n);
  return BigInt.asUintN(128, power * state + (increment * (power - 1n)) / (a - 1n));
}
