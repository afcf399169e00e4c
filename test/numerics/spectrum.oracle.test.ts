import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {spectrum} from "../../lib/numerics/spectrum.js";

describe("spectrum", () => {
  it("is what is found by hand", () => {
    const {values, leading} = spectrum(Float64Array.of(2, 1, 1, 2), 2);
    expect([...values].map((value) => value.toFixed(14))).toEqual(["1.00000000000000", "3.00000000000000"]);
    for (const component of leading) expect(component).toBeCloseTo(Math.SQRT1_2, 14);
  });

  it("is that of a matrix made from known eigenvalues by reflections", () => {
    const size = 7;
    const value = fc.double({min: -100, max: 100, noNaN: true});
    const component = fc.double({min: -1, max: 1, noNaN: true});
    const array = (of: fc.Arbitrary<number>) => fc.array(of, {minLength: size, maxLength: size});
    fc.assert(
      fc.property(array(value), array(component), array(component), (values, a, b) => {
        const normals = [a, b].filter((normal) => normal.some((x) => Math.abs(x) > 0.1));
        const matrix = values.map((value, i) => values.map((_, j) => (i === j ? value : 0)));
        for (const normal of normals) reflect(matrix, normal);
        const {values: found, leading} = spectrum(Float64Array.from(matrix.flat()), size);
        values.sort((x, y) => x - y).forEach((value, i) => expect(Math.abs(found[i]! - value)).toBeLessThan(1e-11));
        const norm = leading.reduce((sum, x) => sum + x * x, 0);
        expect(norm).toBeCloseTo(1, 13);
        for (let i = 0; i < size; ++i) {
          const image = matrix[i]!.reduce((sum, m, j) => sum + m * leading[j]!, 0);
          expect(Math.abs(image - found[size - 1]! * leading[i]!)).toBeLessThan(1e-11);
        }
      })
    );
  });

  it("gives the leading direction one sign", () => {
    expect([...spectrum(Float64Array.of(-1, 0, 0, 4), 2).leading]).toEqual([0, 1]);
  });

  it("bears entries that are all but 0", () => {
    const {values} = spectrum(Float64Array.of(0, 1e-323, 0, 1e-323, 0, 1e-160, 0, 1e-160, 5), 3);
    expect([...values]).toEqual([0, 0, 5]);
  });

  it("refuses what is not finite", () => {
    expect(() => spectrum(Float64Array.of(1, NaN, NaN, 1), 2)).toThrow(RangeError);
  });
});

/** Turns M into P M P, with the reflection P = 1 - 2 n nᵀ / nᵀn: its eigenvalues stay. */
function reflect(matrix: number[][], normal: number[]): void {
  const square = normal.reduce((sum, x) => sum + x * x, 0);
  const by = (vector: number[]) => {
    const part = (2 * vector.reduce((sum, x, i) => sum + x * normal[i]!, 0)) / square;
    return vector.map((x, i) => x - part * normal[i]!);
  };
  const half = matrix.map(by);
  const columns = half[0]!.map((_, j) => by(half.map((row) => row[j]!)));
  columns.forEach((column, j) => column.forEach((value, i) => (matrix[i]![j] = value)));
}
