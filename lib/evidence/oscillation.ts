import {recordLength, weightCount, type History} from "../model/history.js";
import {directionAt, lastEpoch, type SharpnessCourse} from "./sharpness.js";

/** The difference that tells an oscillation from a drift: with 16 binomial weights and one, it is blind to a drift's first 16 derivatives. */
const ORDER = 16;

/** So many epochs to each side the squares are averaged: a single value may happen to be near 0. */
const AROUND = 2;

/**
 * The amplitude of a run's oscillation at each epoch: how far the weights swing along the leading direction v, to and fro
 * from one epoch to the next. With θ the weights, it is the size of the difference Σ (-1)^k C(16, k) v·θ[t - 8 + k] / 2^16,
 * to which an oscillation contributes its amplitude and a smooth drift next to nothing; of five neighbouring epochs the
 * root mean square. NaN where an epoch that enters is missing.
 * @param history not thinned
 */
export function oscillation(history: History, course: SharpnessCourse): Float64Array {
  const last = Math.min(lastEpoch(course), history.epochs);
  const half = ORDER / 2;
  const squares = new Float64Array(history.epochs + 1).fill(NaN);
  for (let epoch = half; epoch <= last && epoch + half <= history.epochs; ++epoch) {
    const swing = alternation(history, directionAt(course, epoch), epoch - half);
    squares[epoch] = swing * swing;
  }
  return squares.map((_, epoch) => {
    let sum = 0;
    for (let i = epoch - AROUND; i <= epoch + AROUND; ++i) sum += squares[i] ?? NaN;
    return Math.sqrt(sum / (2 * AROUND + 1));
  });
}

function alternation({hidden, records}: History, direction: Float64Array, first: number): number {
  const n = weightCount(hidden);
  const stride = recordLength(hidden);
  let binomial = 1;
  let scale = 1;
  let sum = 0;
  for (let k = 0; k <= ORDER; ++k) {
    const start = (first + k) * stride + 2;
    let projection = 0;
    for (let i = 0; i < n; ++i) projection += direction[i]! * records[start + i]!;
    sum += (k % 2 === 0 ? binomial : -binomial) * projection;
    binomial = (binomial * (ORDER - k)) / (k + 1);
    if (k < ORDER) scale *= 2;
  }
  return sum / scale;
}
