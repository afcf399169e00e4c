import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {standardData} from "../../lib/model/dataset.js";
import {weightCount} from "../../lib/model/history.js";
import {hessian} from "../../lib/model/hessian.js";
import {gradient} from "../../lib/model/perceptron.js";
import type {Weights} from "../../lib/model/weights.js";

function flat({U, V}: Weights): Float64Array {
  return Float64Array.of(...U, ...V);
}

function weightsOf(hidden: number, values: Float64Array): Weights {
  const middle = 2 * (hidden - 1);
  return {hidden, U: values.slice(0, middle), V: values.slice(middle)};
}

/** A column of the Hessian by central differences of the exact gradient, extrapolated to the fourth order. */
function differences(weights: Weights, data: Parameters<typeof gradient>[1], column: number): Float64Array {
  const at = (shift: number) => {
    const values = flat(weights);
    values[column]! += shift;
    return flat(gradient(weightsOf(weights.hidden, values), data));
  };
  const step = 1e-3;
  const [far, near] = [step, step / 2].map((h) => {
    const [above, below] = [at(h), at(-h)];
    return above.map((value, i) => (value - below[i]!) / (2 * h));
  }) as [Float64Array, Float64Array];
  return near.map((value, i) => (4 * value - far[i]!) / 3);
}

describe("hessian", () => {
  it("is what is found by hand for one hidden unit and one point", () => {
    // With U = (0, 0), V = (2, 1), x = 3, y = 5: H = 1/2, H' = 1/4, H'' = 0, o = 2, e = -3.
    const weights = {hidden: 2, U: Float64Array.of(0, 0), V: Float64Array.of(2, 1)};
    const data = {x: Float64Array.of(3), y: Float64Array.of(5)};
    // ∇o = (3/2, 1/2, 1/2, 1); e ∂²o/∂V[0]∂U[0] = -3/4 (3, 1).
    expect([...hessian(weights, data)]).toEqual(
      [
        [9 / 4, 3 / 4, 3 / 4 - 9 / 4, 3 / 2],
        [3 / 4, 1 / 4, 1 / 4 - 3 / 4, 1 / 2],
        [3 / 4 - 9 / 4, 1 / 4 - 3 / 4, 1 / 4, 1 / 2],
        [3 / 2, 1 / 2, 1 / 2, 1]
      ].flat()
    );
  });

  it("agrees with finite differences of the gradient, and is symmetric", () => {
    const {train} = standardData("f2", {trainSize: 60, testSize: 1});
    const weight = fc.double({min: -3, max: 3, noNaN: true});
    const weights = fc
      .integer({min: 2, max: 6})
      .chain((hidden) =>
        fc
          .array(weight, {minLength: weightCount(hidden), maxLength: weightCount(hidden)})
          .map((values) => weightsOf(hidden, Float64Array.from(values)))
      );
    fc.assert(
      fc.property(weights, (weights) => {
        const n = weightCount(weights.hidden);
        const matrix = hessian(weights, train);
        const scale = matrix.reduce((a, b) => Math.max(a, Math.abs(b)), 1);
        for (let p = 0; p < n; ++p) {
          const column = differences(weights, train, p);
          for (let q = 0; q < n; ++q) {
            expect(matrix[q * n + p]).toBe(matrix[p * n + q]);
            expect(Math.abs(matrix[q * n + p]! - column[q]!)).toBeLessThan(1e-8 * scale);
          }
        }
      }),
      {numRuns: 30}
    );
  });
});
