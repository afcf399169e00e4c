import {describe, expect, it} from "vitest";
import {standardData, type Datasets} from "../../lib/model/dataset.js";
import {gradient, loss, output, step} from "../../lib/model/perceptron.js";
import type {TargetName} from "../../lib/model/target.js";
import {standardWeights, type Weights} from "../../lib/model/weights.js";
import {runDigest} from "../../lib/numerics/digest.js";
import known from "../fixtures/run-digests.json" with {type: "json"};

describe.each(known.runs)("($f, $h, $rate, $epochs)", ({f, h, rate, epochs, digest, checkpointAfter100Epochs}) => {
  it("has every bit of the record, epoch by epoch, that an independent program found", () => {
    const data = standardData(f as TargetName, {trainSize: 1000, testSize: 100});
    const hash = runDigest();
    let weights = standardWeights(h);
    for (let epoch = 0; epoch < epochs; ++epoch) {
      hash.update(record(weights, data));
      const {U, V} = gradient(weights, data.train);
      hash.update(Float64Array.of(...U, ...V));
      if (epoch === 99) expect(hash.digest()).toBe(checkpointAfter100Epochs);
      weights = step(weights, data.train, rate);
    }
    hash.update(record(weights, data));
    expect(hash.digest()).toBe(digest);
  });
});

function record(weights: Weights, {train, test}: Datasets): Float64Array {
  return Float64Array.of(loss(weights, test), loss(weights, train), ...weights.U, ...weights.V);
}

describe("a perceptron with one hidden unit beside the bias unit", () => {
  const weights = {hidden: 2, U: Float64Array.of(0, 0), V: Float64Array.of(4, 1)};
  const data = {x: Float64Array.of(2, -1), y: Float64Array.of(2, 5)};

  // By hand: H[0] = 1/2, o = 3, e = (1, -2), d = e * 4 * 1/2 * 1/2 = (1, -2).
  it("gives the output worked out by hand", () => {
    expect(output(weights, data.x)).toEqual(Float64Array.of(3, 3));
  });

  it("gives the loss worked out by hand", () => {
    expect(loss(weights, data)).toBe((1 / 2 + 4 / 2) / 2);
  });

  it("gives the gradient worked out by hand", () => {
    expect(gradient(weights, data)).toEqual({
      hidden: 2,
      U: Float64Array.of((1 * 2 + -2 * -1) / 2, (1 - 2) / 2),
      V: Float64Array.of((1 / 2 - 2 / 2) / 2, (1 - 2) / 2)
    });
  });

  it("gives the step worked out by hand", () => {
    expect(step(weights, data, 0.5)).toEqual({
      hidden: 2,
      U: Float64Array.of(-1, 0.25),
      V: Float64Array.of(4.125, 1.25)
    });
  });
});
