import {createHash} from "node:crypto";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {digestOf, runDigest} from "../../lib/numerics/digest.js";

const CANONICAL_NAN = 0x7ff8000000000000n;

/** SHA-256 by Node over bits written one by one. */
function nodeDigest(bits: bigint[]): string {
  const bytes = Buffer.alloc(8 * bits.length);
  bits.forEach((value, i) => bytes.writeBigUInt64LE(value, 8 * i));
  return createHash("sha256").update(bytes).digest("hex");
}

function fromBits(bits: bigint[]): Float64Array {
  return new Float64Array(BigUint64Array.from(bits).buffer);
}

const isNaNBits = (bits: bigint) => (bits & 0x7fffffffffffffffn) > 0x7ff0000000000000n;

const anyBits = fc.oneof(
  {weight: 4, arbitrary: fc.bigInt(0n, (1n << 64n) - 1n)},
  {weight: 1, arbitrary: fc.constantFrom(0x8000000000000000n, 0x7ff0000000000000n, 0xfff0000000000000n, 1n)},
  {
    weight: 1,
    arbitrary: fc.constantFrom(0x7ff8000000000000n, 0xfff8000000000000n, 0x7ff0000000000001n, 0xfff0dead0000beefn)
  }
);

describe("digestOf", () => {
  it("is the SHA-256 of the little-endian bits, every NaN in one form", () => {
    fc.assert(
      fc.property(fc.array(anyBits, {maxLength: 200}), (bits) => {
        const canonical = bits.map((value) => (isNaNBits(value) ? CANONICAL_NAN : value));
        expect(digestOf(fromBits(bits))).toBe(nodeDigest(canonical));
      }),
      {numRuns: 500}
    );
  });

  it("knows the digest of nothing, and of 1, 2, 3", () => {
    expect(digestOf(new Float64Array())).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    const bytes = "000000000000f03f00000000000000400000000000000840";
    expect(digestOf(Float64Array.of(1, 2, 3))).toBe(
      createHash("sha256").update(Buffer.from(bytes, "hex")).digest("hex")
    );
  });

  it("takes more numbers than fit into its buffer", () => {
    const records = Float64Array.from({length: 20_011}, (_, i) => i / 3);
    expect(digestOf(records)).toBe(createHash("sha256").update(Buffer.from(records.buffer)).digest("hex"));
  });
});

describe("runDigest", () => {
  it("has the digest of all numbers so far at every point, however they are split", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.double(), {maxLength: 40}), {maxLength: 12}), (parts) => {
        const stream = runDigest();
        const all: number[] = [];
        for (const part of parts) {
          stream.update(Float64Array.from(part));
          all.push(...part);
          const checkpoint = digestOf(Float64Array.from(all));
          expect(stream.digest()).toBe(checkpoint);
          expect(stream.digest()).toBe(checkpoint);
        }
      }),
      {numRuns: 200}
    );
  });

  it("keeps streams apart, and reads only the part of a buffer that a view shows", () => {
    const records = Float64Array.of(1, 2, 3, 4);
    const [first, second] = [runDigest(), runDigest()];
    first.update(records.subarray(1, 3));
    second.update(records);
    expect(first.digest()).toBe(digestOf(Float64Array.of(2, 3)));
    expect(second.digest()).toBe(digestOf(records));
    expect(records).toEqual(Float64Array.of(1, 2, 3, 4));
  });
});
