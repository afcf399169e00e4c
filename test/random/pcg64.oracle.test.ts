import {describe, expect, it} from "vitest";
import {pcg64} from "../../lib/random/pcg64.js";
import numpy from "../fixtures/numpy-streams.json" with {type: "json"};

describe.each(numpy.streams)("seed $seed", ({seed, pcgState, pcgInc, firstRaw64}) => {
  it("starts in NumPy's state, on NumPy's stream", () => {
    const {state, increment} = pcg64(BigInt(seed));
    expect(state).toBe(BigInt(pcgState));
    expect(increment).toBe(BigInt(pcgInc));
  });

  it("gives NumPy's raw numbers", () => {
    const bits = pcg64(BigInt(seed));
    expect(firstRaw64.map(() => String(bits.next64()))).toEqual(firstRaw64);
  });
});
