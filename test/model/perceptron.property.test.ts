import fc from "fast-check";
import {expect, it} from "vitest";
import type {Dataset} from "../../lib/model/dataset.js";
import {activations, gradient, loss, output, step} from "../../lib/model/perceptron.js";
import type {Weights} from "../../lib/model/weights.js";

/** Zero or not too small, so that no product of a few of them is subnormal, where rounding errors are not relative. */
const numbers = (bound: number) =>
  fc.double({min: -bound, max: bound, noNaN: true}).map((value) => (Math.abs(value) < 1e-30 ? 0 : value));
const arrays = (bound: number, length: number) =>
  fc.array(numbers(bound), {minLength: length, maxLength: length}).map((values) => Float64Array.from(values));

const anyWeights = fc
  .integer({min: 2, max: 8})
  .chain((hidden) => fc.record({hidden: fc.constant(hidden), U: arrays(3, 2 * (hidden - 1)), V: arrays(3, hidden)}));

const dataOf = (size: number) => fc.record({x: arrays(5, size), y: arrays(20, size)});
const anyData = fc.integer({min: 1, max: 20}).chain(dataOf);
const rates = fc.double({min: 0.01, max: 2, noNaN: true});

/** The same weights with `change` added to weight i of U or V. */
function moved(weights: Weights, layer: "U" | "V", i: number, change: number): Weights {
  const values = weights[layer].slice();
  values[i]! += change;
  return {...weights, [layer]: values};
}

it("has the gradient that central differences of the loss approach", () => {
  // With δ = 2^-17 the difference quotient errs by δ²/6 times the third derivative, which for these weights and data stays
  // below 10^4, and by rounding of the losses, some 10 units in their last place over δ. Both stay below 10^-6 (1 + loss).
  const delta = 2 ** -17;
  fc.assert(
    fc.property(anyWeights, anyData, (weights, data) => {
      const tolerance = 1e-6 * (1 + loss(weights, data));
      const exact = gradient(weights, data);
      for (const layer of ["U", "V"] as const) {
        exact[layer].forEach((derivative, i) => {
          const rise = loss(moved(weights, layer, i, delta), data) - loss(moved(weights, layer, i, -delta), data);
          expect(Math.abs(rise / (2 * delta) - derivative)).toBeLessThan(tolerance);
        });
      }
    })
  );
});

it("has the output of the formula, up to rounding", () => {
  fc.assert(
    fc.property(anyWeights, anyData, (weights, {x}) => {
      const {hidden, U, V} = weights;
      const sigma = (z: number) => (1 + Math.tanh(z / 2)) / 2;
      const expected = Array.from(x, (x) => {
        let o = V[hidden - 1]!;
        for (let k = 0; k < hidden - 1; ++k) o += V[k]! * sigma(U[2 * k]! * x + U[2 * k + 1]!);
        return o;
      });
      // At most 9 terms, each at most 3 and wrong by a few units of 2^-52.
      output(weights, x).forEach((o, i) => expect(Math.abs(o - expected[i]!)).toBeLessThan(1e-13));
    })
  );
});

it("has activations from 0 to 1 that a unit with opposite weights completes to 1", () => {
  fc.assert(
    fc.property(anyWeights, anyData, (weights, {x}) => {
      const H = activations(weights, x);
      const opposite = activations({...weights, U: weights.U.map((u) => -u)}, x);
      expect(H).toHaveLength(weights.hidden - 1);
      H.forEach((Hk, k) =>
        Hk.forEach((h, i) => {
          expect(h).toBeGreaterThanOrEqual(0);
          expect(h).toBeLessThanOrEqual(1);
          expect(Math.abs(h + opposite[k]![i]! - 1)).toBeLessThan(4 * Number.EPSILON);
        })
      );
    })
  );
});

it("computes each point on its own", () => {
  fc.assert(
    fc.property(anyWeights, anyData, (weights, {x}) => {
      const o = output(weights, x);
      expect(Array.from(x, (x) => output(weights, Float64Array.of(x))[0])).toEqual([...o]);
    })
  );
});

it("has no loss and no gradient on its own output", () => {
  fc.assert(
    fc.property(anyWeights, anyData, (weights, {x}) => {
      const data: Dataset = {x, y: output(weights, x)};
      expect(loss(weights, data)).toBe(0);
      const {U, V} = gradient(weights, data);
      expect([...U, ...V].every((g) => g === 0)).toBe(true);
    })
  );
});

it("steps against the gradient: exactly so if dividing by the number of points is exact", () => {
  fc.assert(
    fc.property(anyWeights, fc.constantFrom(1, 2, 4, 8, 16).chain(dataOf), rates, (weights, data, rate) => {
      const g = gradient(weights, data);
      const next = step(weights, data, rate);
      expect([...next.U]).toEqual(Array.from(weights.U, (u, i) => u - rate * g.U[i]!));
      expect([...next.V]).toEqual(Array.from(weights.V, (v, k) => v - rate * g.V[k]!));
    })
  );
});

it("lowers the loss by a small step, as much as the squared gradient says", () => {
  fc.assert(
    fc.property(anyWeights, anyData, (weights, data) => {
      const {U, V} = gradient(weights, data);
      const square = [...U, ...V].reduce((sum, g) => sum + g * g, 0);
      // A step that moves no weight by more than 2^-20: the loss is then linear up to a relative 10^-2 unless it is flat.
      const rate = 2 ** -20 / Math.max(1, Math.sqrt(square));
      fc.pre(square > 1);
      const fall = loss(weights, data) - loss(step(weights, data, rate), data);
      expect(Math.abs(fall / (rate * square) - 1)).toBeLessThan(0.01);
    })
  );
});

it("leaves weights and data as they were", () => {
  fc.assert(
    fc.property(anyWeights, anyData, rates, (weights, data, rate) => {
      const before = structuredClone({weights, data});
      step(weights, data, rate);
      expect({weights, data}).toEqual(before);
    })
  );
});

it("goes on through infinities and NaN", () => {
  fc.assert(
    fc.property(anyWeights, anyData, fc.constantFrom(Infinity, -Infinity, NaN), (weights, data, bad) => {
      const broken = moved(weights, "V", 0, bad);
      expect(Number.isFinite(loss(broken, data))).toBe(false);
      expect(Number.isNaN(step(broken, data, 1).V[0])).toBe(true);
    })
  );
});
