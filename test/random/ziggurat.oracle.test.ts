import {beforeAll, describe, expect, it} from "vitest";
import {digestOf} from "../../lib/numerics/digest.js";
import {pcg64} from "../../lib/random/pcg64.js";
import {standardNormal} from "../../lib/random/ziggurat.js";
import numpy from "../fixtures/numpy-streams.json" with {type: "json"};

describe.each(numpy.streams)("seed $seed", ({seed, firstStandardNormal, numpyDiffersFromCorrectlyRounded, sha256}) => {
  const normals = new Float64Array(1_000_000);

  beforeAll(() => {
    const bits = pcg64(BigInt(seed));
    for (let i = 0; i < normals.length; ++i) normals[i] = standardNormal(bits);
  });

  it("gives NumPy's first standard normal numbers", () => {
    expect(Array.from(normals.subarray(0, firstStandardNormal.length))).toEqual(firstStandardNormal.map(Number));
  });

  it("gives a million correctly rounded standard normal numbers", () => {
    expect(digestOf(normals)).toBe(sha256["standard_normal(1000000), correctly rounded"]);
  });

  it("differs from NumPy's million only where NumPy's log1p misrounds", () => {
    const withNumPys = normals.slice();
    for (const {index, numpy, correctlyRounded} of numpyDiffersFromCorrectlyRounded) {
      expect(normals[index]).toBe(Number(correctlyRounded));
      expect(distance(Number(numpy), Number(correctlyRounded))).toBe(1n);
      withNumPys[index] = Number(numpy);
    }
    expect(digestOf(withNumPys)).toBe(sha256["standard_normal(1000000), NumPy with glibc 2.36"]);
  });
});

/** How many steps from one binary64 to the next lead from a to b; both have the same sign. */
function distance(a: number, b: number): bigint {
  const [m, n] = Array.from(new BigInt64Array(Float64Array.of(a, b).buffer));
  return m! > n! ? m! - n! : n! - m!;
}
