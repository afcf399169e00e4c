import {describe, expect, it} from "vitest";
import {seedSequence} from "../../lib/random/seedSequence.js";
import numpy from "../fixtures/numpy-streams.json" with {type: "json"};

describe.each(numpy.streams)("seed $seed", ({seed, seedSequencePool, generateState64}) => {
  const sequence = seedSequence(BigInt(seed));

  it("is mixed into NumPy's pool", () => {
    expect(Array.from(sequence.pool)).toEqual(seedSequencePool);
  });

  it("generates NumPy's state words", () => {
    expect(Array.from(sequence.generateState(4), String)).toEqual(generateState64);
  });
});
