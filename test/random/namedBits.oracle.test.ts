import fc from "fast-check";
import {expect, it} from "vitest";
import {namedBits, type Purpose} from "../../lib/random/generator.js";

/** The bytes of RC4 (ARC4) as RFC 6229 describes it, from the first on. */
function* arc4(key: number[]): Generator<number, never> {
  const S = Array.from({length: 256}, (_, i) => i);
  const swap = (i: number, j: number) => ([S[i], S[j]] = [S[j]!, S[i]!]);
  for (let i = 0, j = 0; i < 256; ++i) {
    j = (j + S[i]! + key[i % key.length]!) % 256;
    swap(i, j);
  }
  for (let i = 1, j = 0; ; i = (i + 1) % 256) {
    j = (j + S[i]!) % 256;
    swap(i, j);
    yield S[(S[i]! + S[j]!) % 256]!;
  }
}

function bytes(key: number[], from: number, length: number): number[] {
  const stream = arc4(key);
  for (let i = 0; i < from; ++i) stream.next();
  return Array.from({length}, () => stream.next().value);
}

const hex = (numbers: number[]) => numbers.map((n) => n.toString(16).padStart(2, "0")).join(" ");

it("the oracle gives the test vectors of RFC 6229 for the key 0x0102030405", () => {
  const key = [1, 2, 3, 4, 5];
  expect(hex(bytes(key, 0, 16))).toBe("b2 39 63 05 f0 3d c0 27 cc c3 52 4a 0a 11 18 a8");
  expect(hex(bytes(key, 240, 16))).toBe("28 cb 11 32 c9 6c e2 86 42 1d ca ad b8 b6 9e ae");
  expect(hex(bytes(key, 256, 16))).toBe("1c fc f6 2b 03 ed db 64 1d 77 df cf 7f 8d 8c 93");
});

it("is ARC4 keyed with PURPOSE:NAME, without its first 256 bytes, eight bytes a number, the highest first", () => {
  const purposes = fc.constantFrom<Purpose[]>("data", "weights", "noise", "rounding");
  const names = fc.stringMatching(/^[ -9;-~]{1,200}$/);
  fc.assert(
    fc.property(purposes, names, fc.nat(300), (purpose, name, n) => {
      const key = Array.from(`${purpose}:${name}`, (character) => character.charCodeAt(0));
      const expected = bytes(key, 256, 8 * n);
      const bits = namedBits(purpose, name);
      const drawn = Array.from({length: n}, () => bits.next64());
      expect(
        drawn.flatMap((raw) => Array.from({length: 8}, (_, i) => Number((raw >> BigInt(56 - 8 * i)) & 0xffn)))
      ).toEqual(expected);
    })
  );
});

it("gives these numbers for data:seed-1", () => {
  const bits = namedBits("data", "seed-1");
  // int32() of the package, written down once: 604968157, 636611633, 1422176534, 2007555644.
  expect(bits.next64()).toBe(604968157n * 2n ** 32n + 636611633n);
  expect(bits.next64()).toBe(1422176534n * 2n ** 32n + 2007555644n);
});
