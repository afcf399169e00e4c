import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {standard} from "../../lib/experiments/parameters.js";
import {run} from "../../lib/experiments/run.js";
import {norm, pathStart, pathStep, turn, type PathEnd} from "../../lib/model/diagnostics.js";
import {gradient} from "../../lib/model/perceptron.js";
import {weightsAt} from "../../lib/model/history.js";
import {startingPoint} from "../../lib/experiments/startingPoint.js";
import {gradientNorms, gradientOf, gradientTurns} from "./gradientCourses.js";

const number = fc.double({min: -1e3, max: 1e3, noNaN: true}).filter((x) => x === 0 || Math.abs(x) > 1e-3);
const vector = (length: number) =>
  fc.array(number, {minLength: length, maxLength: length}).map((v) => Float64Array.from(v));
const direction = vector(4).filter((v) => norm(v) > 1e-2);
const relative = (a: number, b: number) => Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE);

describe("the norm", () => {
  it("is the root of the sum of squares", () =>
    fc.assert(
      fc.property(vector(7), (v) => {
        expect(relative(norm(v), Math.hypot(...v))).toBeLessThan(1e-14);
      })
    ));

  it("scales with powers of two, exactly, far beyond where squares overflow or vanish", () =>
    fc.assert(
      fc.property(direction, fc.integer({min: -900, max: 1000}), (v, exponent) => {
        const factor = 2 ** exponent;
        expect(relative(norm(v.map((x) => x * factor)), norm(v) * factor)).toBeLessThan(1e-15);
      })
    ));

  it("is 0 of zeros, and not finite where a number is not", () => {
    expect(norm(new Float64Array(3))).toBe(0);
    expect(norm(Float64Array.of(1, Infinity))).toBe(Infinity);
    expect(norm(Float64Array.of(1, NaN))).toBeNaN();
    expect(norm(Float64Array.of(5e-324, 0))).toBe(5e-324);
    expect(norm(Float64Array.of(Number.MAX_VALUE, 0))).toBe(Number.MAX_VALUE);
  });
});

describe("the turn", () => {
  const between = (a: Float64Array, b: Float64Array) => turn(a, norm(a), b, norm(b));

  it("is 0 for one direction, 1 for a right angle, Infinity for the opposite direction, whatever the lengths", () =>
    fc.assert(
      fc.property(direction, fc.integer({min: -300, max: 300}), (v, exponent) => {
        const factor = 2 ** exponent;
        expect(
          between(
            v,
            v.map((x) => x * factor)
          )
        ).toBe(0);
        expect(
          between(
            v,
            v.map((x) => -x * factor)
          )
        ).toBe(Infinity);
        expect(between(v, Float64Array.of(-v[1]!, v[0]!, -v[3]!, v[2]!))).toBeCloseTo(1, 12);
      })
    ));

  it("is the tangent of half the angle in the plane, accurate for small angles too, and the same both ways", () =>
    fc.assert(
      fc.property(
        fc.double({min: -9, max: 0, noNaN: true}),
        fc.double({min: 0, max: 6, noNaN: true}),
        (power, start) => {
          const angle = Math.PI * 0.99 * 10 ** power;
          const at = (phi: number) => Float64Array.of(3 * Math.cos(phi), 3 * Math.sin(phi));
          const t = between(at(start), at(start + angle));
          expect(Math.abs(2 * Math.atan(t) - angle)).toBeLessThan(1e-14 + 1e-12 * angle);
          expect(relative(t, between(at(start + angle), at(start)))).toBeLessThan(1e-15);
        }
      )
    ));

  it("is not a number without two directions", () => {
    const v = Float64Array.of(1, 2);
    for (const w of [new Float64Array(2), Float64Array.of(NaN, 1), Float64Array.of(Infinity, 1)])
      expect(between(v, w)).toBeNaN();
  });
});

describe("the path", () => {
  const steps = fc.array(
    fc.record({
      length: fc.double({min: 0.01, max: 10, noNaN: true}),
      angle: fc.double({min: 0, max: Math.PI, noNaN: true})
    }),
    {minLength: 2, maxLength: 30}
  );

  it("has arrows of the given lengths, and between two of them the given angle, to the left or to the right", () =>
    fc.assert(
      fc.property(steps, (all) => {
        const ends: PathEnd[] = [pathStart];
        all.forEach(({length, angle}, i) =>
          ends.push(pathStep(ends[i]!, length, i === 0 ? NaN : Math.tan(angle / 2), i % 2 === 1))
        );
        expect(ends[1]!.y).toBe(0);
        all.forEach(({length, angle}, i) => {
          const [from, to] = [ends[i]!, ends[i + 1]!];
          expect(Math.hypot(to.x - from.x, to.y - from.y)).toBeCloseTo(length, 9);
          expect(Math.hypot(to.directionX, to.directionY)).toBeCloseTo(1, 12);
          if (i === 0) return;
          const cross = from.directionX * to.directionY - from.directionY * to.directionX;
          const dot = from.directionX * to.directionX + from.directionY * to.directionY;
          expect(Math.atan2(cross, dot) * (i % 2 === 1 ? 1 : -1)).toBeCloseTo(angle, 9);
        });
      })
    ));

  it("goes back where the angle is 180 degrees", () => {
    const there = pathStep(pathStart, 2, NaN, false);
    expect(pathStep(there, 2, Infinity, true).x).toBe(0);
  });
});

it("finds the gradients that a run records", async () => {
  const parameters = {...standard("f2", 3, 0.1, 20), trainSize: 50};
  const {history} = await run(parameters);
  const {train} = startingPoint(parameters);
  const norms = gradientNorms(history);
  const turns = gradientTurns(history);
  expect([norms.length, turns.length, turns[0]]).toEqual([20, 20, NaN]);
  const of = (epoch: number) => {
    const {U, V} = gradient(weightsAt(history, epoch), train);
    return Float64Array.of(...U, ...V);
  };
  for (const epoch of [0, 7, 19]) {
    expect(gradientOf(history, epoch)).toEqual(of(epoch));
    expect(norms[epoch]).toBe(norm(of(epoch)));
    if (epoch > 0) expect(turns[epoch]).toBe(turn(of(epoch - 1), norms[epoch - 1]!, of(epoch), norms[epoch]!));
  }
});
