import {describe, expect, it} from "vitest";
import {digestOf} from "../../lib/numerics/digest.js";
import {defaultRng} from "../../lib/random/generator.js";
import numpy from "../fixtures/numpy-streams.json" with {type: "json"};

describe.each(numpy.streams)("default_rng($seed)", ({seed, firstRandom, sha256}) => {
  it("gives NumPy's first random numbers", () => {
    const {random} = defaultRng(BigInt(seed));
    expect(firstRandom.map(() => random())).toEqual(firstRandom.map(Number));
  });

  it("gives NumPy's 100,000 random numbers", () => {
    const {random} = defaultRng(BigInt(seed));
    expect(digestOf(new Float64Array(100_000).map(() => random()))).toBe(sha256["random(100000)"]);
  });
});
