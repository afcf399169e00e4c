import type {Dataset} from "./dataset.js";
import {weightCount} from "./history.js";
import {activations} from "./perceptron.js";
import type {Weights} from "./weights.js";

/**
 * The Hessian of the loss: its second derivatives with respect to each pair of weights, in closed form. With the output
 * o, the error e = o - y, H' = H (1 - H) and H'' = H' (1 - 2 H), it is the mean over the points of ∇o ∇oᵀ + e ∇²o, where
 * ∂o/∂V[k] = H[k], ∂o/∂U[k] = V[k] H'[k] (x, 1), and the second derivatives of o couple the weights of one unit alone:
 * ∂²o/∂V[k]∂U[k] = H'[k] (x, 1), ∂²o/∂U[k]∂U[k] = V[k] H''[k] (x, 1) (x, 1)ᵀ. Every sum runs in the order of the points.
 *
 * @returns `[n][n]`, row-major and symmetric, n = `weightCount(hidden)`, the weights in the order of a record: U row by
 * row, then V.
 */
export function hessian(weights: Weights, {x, y}: Dataset): Float64Array {
  const {hidden, V} = weights;
  const N = x.length;
  const n = weightCount(hidden);
  const units = hidden - 1;
  const H = activations(weights, x);
  const first = Array.from({length: n}, () => new Float64Array(N));
  const e = new Float64Array(N);
  const second = new Float64Array(5 * units);

  for (let i = 0; i < N; ++i) {
    let o = V[0]! * H[0]![i]!;
    for (let k = 1; k < units; ++k) o += V[k]! * H[k]![i]!;
    e[i] = o + V[units]! - y[i]!;
  }
  for (let k = 0; k < units; ++k) {
    const Hk = H[k]!;
    const [u0, u1, v] = [first[2 * k]!, first[2 * k + 1]!, first[2 * units + k]!];
    const weight = V[k]!;
    let [vu0, vu1, u00, u01, u11] = [0, 0, 0, 0, 0];
    for (let i = 0; i < N; ++i) {
      const h = Hk[i]!;
      const xi = x[i]!;
      const slope = h * (1 - h);
      v[i] = h;
      u1[i] = weight * slope;
      u0[i] = weight * slope * xi;
      const mixed = e[i]! * slope;
      const curved = weight * mixed * (1 - 2 * h);
      vu0 += mixed * xi;
      vu1 += mixed;
      u00 += curved * xi * xi;
      u01 += curved * xi;
      u11 += curved;
    }
    second.set([vu0, vu1, u00, u01, u11], 5 * k);
  }
  first[n - 1]!.fill(1);

  const result = products(first);
  for (let k = 0; k < units; ++k) {
    const [vu0, vu1, u00, u01, u11] = second.subarray(5 * k);
    const u = 2 * k * n + 2 * k;
    const v = (2 * units + k) * n + 2 * k;
    result[u]! += u00!;
    result[u + n]! += u01!;
    result[u + n + 1]! += u11!;
    result[v]! += vu0!;
    result[v + 1]! += vu1!;
  }
  for (let p = 0; p < n; ++p)
    for (let q = 0; q <= p; ++q) result[q * n + p] = result[p * n + q] = result[p * n + q]! / N;
  return result;
}

/** The scalar products of all pairs of rows, on the diagonal and below it; two by four at a time, for speed alone. */
function products(rows: readonly Float64Array[]): Float64Array {
  const n = rows.length;
  const N = rows[0]!.length;
  const result = new Float64Array(n * n);
  for (let p = 0; p < n; p += 2) {
    const a0 = rows[p]!;
    const a1 = rows[p + 1] ?? a0;
    for (let q = 0; q <= p + 1; q += 4) {
      const b0 = rows[q]!;
      const b1 = rows[q + 1] ?? a0;
      const b2 = rows[q + 2] ?? a0;
      const b3 = rows[q + 3] ?? a0;
      let [s0, s1, s2, s3, t0, t1, t2, t3] = [0, 0, 0, 0, 0, 0, 0, 0];
      for (let i = 0; i < N; ++i) {
        const x = a0[i]!;
        const y = a1[i]!;
        const c0 = b0[i]!;
        const c1 = b1[i]!;
        const c2 = b2[i]!;
        const c3 = b3[i]!;
        s0 += x * c0;
        s1 += x * c1;
        s2 += x * c2;
        s3 += x * c3;
        t0 += y * c0;
        t1 += y * c1;
        t2 += y * c2;
        t3 += y * c3;
      }
      const sums = [
        [s0, s1, s2, s3],
        [t0, t1, t2, t3]
      ];
      for (let i = 0; i < 2 && p + i < n; ++i)
        for (let j = 0; j < 4 && q + j <= p + i; ++j) result[(p + i) * n + q + j] = sums[i]![j]!;
    }
  }
  return result;
}
