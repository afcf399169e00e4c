import {expect, it} from "vitest";
import {standardWeights} from "../../lib/model/weights.js";
import {digestOf} from "../../lib/numerics/digest.js";
import numpy from "../fixtures/numpy-streams.json" with {type: "json"};

it.each(Object.entries(numpy.standardInitialWeights.byHidden))(
  "are the notebook's standard weights for h = %s",
  (hidden, expected) => {
    const {U, V} = standardWeights(Number(hidden));
    expect(Array.from(U)).toEqual(expected.U.flat().map(Number));
    expect(Array.from(V)).toEqual(expected.V.map(Number));
    expect(digestOf(Float64Array.of(...U, ...V))).toBe(expected.sha256UthenV);
  }
);
