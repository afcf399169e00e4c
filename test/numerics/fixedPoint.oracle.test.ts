import {describe, expect, it} from "vitest";
import {fixedAtanh, fixedCos, fixedExp, fixedSin, ln2, pi, split} from "../../lib/numerics/fixedPoint.js";
import {logarithmOfTwo, pi as gaussLegendrePi} from "./referee.js";

const magnitude = (n: bigint) => (n < 0n ? -n : n);

/** The first digits of n * 2^-bits. */
const digits = (n: bigint, bits: number, count: number) => ((n * 10n ** BigInt(count)) >> BigInt(bits)).toString();

describe("the constants", () => {
  it("begin with the published digits", () => {
    expect(digits(pi(400), 400, 99)).toBe(
      "3141592653589793238462643383279502884197169399375105820974944592307816406286208998628034825342117067"
    );
    expect(digits(ln2(400), 400, 99)).toBe(
      "693147180559945309417232121458176568075500134360255254120680009493393621969694715605863326996418687"
    );
  });

  it("agree with the arithmetic-geometric mean to within two units, in any order of precisions", () => {
    for (const bits of [3000, 64, 500, 4096, 116]) {
      expect(magnitude(pi(bits) - (gaussLegendrePi(bits + 40) >> 40n)) <= 2n).toBe(true);
      expect(magnitude(ln2(bits) - logarithmOfTwo(bits)) <= 2n).toBe(true);
    }
  });
});

describe("the fixed-point functions", () => {
  const one = (bits: number) => 1n << BigInt(bits);

  /** The claim is an error below 2 units; a result with 64 more bits stands for the true value. */
  const precise = (f: (bits: number) => bigint, bits: number) =>
    magnitude((f(bits) << 64n) - f(bits + 64)) < (2n << 64n) + 2n;

  it.each([64, 87, 116, 232, 1000])("are within 2 units at %i bits", (bits) => {
    for (let i = -64n; i <= 64n; i++) {
      const r = (b: number) => (i * one(b)) / 64n;
      expect(precise((b) => fixedExp(r(b), b), bits)).toBe(true);
      expect(precise((b) => fixedSin(r(b), b), bits)).toBe(true);
      expect(precise((b) => fixedCos(r(b), b), bits)).toBe(true);
      expect(precise((b) => fixedAtanh(i, 320n, b), bits)).toBe(true);
    }
  });

  it("satisfy the functional equations", () => {
    const bits = 500;
    const unit = one(bits);
    const near = (a: bigint, b: bigint) => magnitude(a - b) < 16n;
    for (let i = -32n; i <= 32n; i++) {
      const r = (i * unit) / 32n;
      expect(near((fixedExp(r, bits) * fixedExp(-r, bits)) / unit, unit)).toBe(true);
      const sine = fixedSin(r, bits);
      const cosine = fixedCos(r, bits);
      expect(near((sine * sine + cosine * cosine) / unit, unit)).toBe(true);
      const half = fixedSin(r / 2n, bits);
      expect(near(unit - (2n * half * half) / unit, cosine)).toBe(true);
    }
    /* exp(2 atanh(1/9)) = 10/8 */
    expect(near(fixedExp(2n * fixedAtanh(1n, 9n, bits), bits), (10n * unit) / 8n)).toBe(true);
    /* sin(pi/6) = 1/2, cos(pi/4)^2 = 1/2 */
    expect(near(fixedSin(pi(bits) / 6n, bits), unit / 2n)).toBe(true);
    const diagonal = fixedCos(pi(bits) / 4n, bits);
    expect(near((diagonal * diagonal) / unit, unit / 2n)).toBe(true);
  });
});

describe("split", () => {
  it("gives a short head and the rest", () => {
    for (const bits of [128, 200]) {
      for (const headBits of [25, 52]) {
        const {head, tail} = split(pi(bits), bits, headBits);
        expect(Number.isInteger(head * 2 ** headBits)).toBe(true);
        expect(Math.abs(tail)).toBeLessThanOrEqual(2 ** (-headBits - 1));
        expect(head + tail).toBe(Math.PI);
      }
    }
    /* 2 sin(pi double) gives the tail of pi beyond the double nearest to it. */
    expect(split(pi(200), 200, 51).tail).toBe(1.2246467991473532e-16);
  });
});
