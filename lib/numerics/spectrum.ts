import {EigenvalueDecomposition, Matrix} from "ml-matrix";

/** The eigenvalues of a symmetric matrix, and the direction of the largest. */
export interface Spectrum {
  /** ascending */
  values: Float64Array;
  /** the unit eigenvector of the largest eigenvalue; its largest component is positive */
  leading: Float64Array;
}

/** Entries below this part of the largest count as 0, and move no eigenvalue by as much as its rounding does. */
const NEGLIGIBLE = 7.888609052210118e-31;

/**
 * The spectrum of a symmetric matrix, by ml-matrix: Householder's reduction to a tridiagonal matrix, then the QL method
 * with implicit shifts (EISPACK's tred2 and tql2). On this path it uses + - * / sqrt, abs and max alone, so every engine
 * gets the same bits. The eigenvalues err by a small multiple of the rounding unit times the largest of them. (tql2
 * divides by entries of the tridiagonal matrix, and overflows where one is all but 0: hence `NEGLIGIBLE`, 2^-100.)
 * @param matrix `[n][n]`, row-major; what is above the diagonal is not looked at
 * @throws RangeError if an entry is not finite
 */
export function spectrum(matrix: Float64Array, n: number): Spectrum {
  if (!matrix.every(Number.isFinite))
    throw new RangeError("A matrix with an entry that is not finite has no spectrum.");
  const least = NEGLIGIBLE * matrix.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const rows = Matrix.from1DArray(
    n,
    n,
    matrix.map((entry) => (Math.abs(entry) < least ? 0 : entry))
  );
  const {realEigenvalues, eigenvectorMatrix} = new EigenvalueDecomposition(rows, {assumeSymmetric: true});
  const values = Float64Array.from(realEigenvalues);
  const leading = Float64Array.from(eigenvectorMatrix.getColumn(n - 1));
  const largest = leading.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
  return {values, leading: largest < 0 ? leading.map((component) => -component) : leading};
}
