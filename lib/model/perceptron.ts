import {logisticBlock} from "../numerics/logistic.js";
import type {Dataset} from "./dataset.js";
import type {Weights} from "./weights.js";

/**
 * The hidden units' activations H[k] = σ(U[k][0] x + U[k][1]) at each x, with σ(z) = 1 / (1 + e^-z).
 *
 * @returns `[h-1][x.length]`; the bias unit, which is always 1, is left out.
 */
export function activations({hidden, U}: Weights, x: Float64Array): Float64Array[] {
  return Array.from({length: hidden - 1}, (_, k) => {
    const u0 = U[2 * k]!;
    const u1 = U[2 * k + 1]!;
    const z = x.map((xi) => u0 * xi + u1);
    const H = new Float64Array(x.length);
    logisticBlock(z, H, x.length);
    return H;
  });
}

/**
 * The output o = V[0] H[0] + … + V[h-1] H[h-1] at each x, summed in this order.
 *
 * @returns `[x.length]`.
 */
export function output(weights: Weights, x: Float64Array): Float64Array {
  return combine(weights, activations(weights, x));
}

/** Half the mean squared error: the sum over the points of (o - y)^2 / 2, divided by their number. */
export function loss(weights: Weights, {x, y}: Dataset): number {
  const o = output(weights, x);
  let sum = 0;
  for (let i = 0; i < x.length; ++i) {
    const e = o[i]! - y[i]!;
    sum += (e * e) / 2;
  }
  return sum / x.length;
}

/** The gradient of the loss with respect to each weight: the sums of equations 1 and 2, divided by the number of points. */
export function gradient(weights: Weights, data: Dataset): Weights {
  const {hidden, U, V} = sums(weights, data);
  const N = data.x.length;
  return {hidden, U: U.map((g) => g / N), V: V.map((g) => g / N)};
}

/**
 * The weights after one step of full-batch gradient descent. All gradients use the weights from before the step.
 *
 * It takes the data and not their gradient because the sum g of N points enters as (rate g) / N, which rounds otherwise
 * than rate (g / N).
 *
 * @param rate the learning rate.
 */
export function step(weights: Weights, data: Dataset, rate: number): Weights {
  const {hidden, U, V} = sums(weights, data);
  const N = data.x.length;
  return {
    hidden,
    U: weights.U.map((u, i) => u - (rate * U[i]!) / N),
    V: weights.V.map((v, k) => v - (rate * V[k]!) / N)
  };
}

function combine({hidden, V}: Weights, H: Float64Array[]): Float64Array {
  const o = H[0]!.map((h) => V[0]! * h);
  for (let k = 1; k < hidden - 1; ++k) {
    const Hk = H[k]!;
    for (let i = 0; i < o.length; ++i) o[i]! += V[k]! * Hk[i]!;
  }
  return o.map((oi) => oi + V[hidden - 1]!);
}

/** The sums over the points of ∂l/∂V[k] = e H[k] (1) and ∂l/∂U[k] = e V[k] H[k] (1 - H[k]) (x, 1) (2), where e = o - y. */
function sums(weights: Weights, {x, y}: Dataset): Weights {
  const {hidden, V} = weights;
  const H = activations(weights, x);
  const e = combine(weights, H).map((o, i) => o - y[i]!);
  const GU = new Float64Array(2 * (hidden - 1));
  const GV = new Float64Array(hidden);
  for (let k = 0; k < hidden - 1; ++k) {
    for (let i = 0; i < x.length; ++i) {
      const h = H[k]![i]!;
      const d = e[i]! * V[k]! * h * (1 - h);
      GV[k]! += e[i]! * h;
      GU[2 * k]! += d * x[i]!;
      GU[2 * k + 1]! += d;
    }
  }
  for (let i = 0; i < x.length; ++i) GV[hidden - 1]! += e[i]!;
  return {hidden, U: GU, V: GV};
}
