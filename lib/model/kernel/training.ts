import {backward} from "./backward";
import {forward} from "./forward";
import * as m from "./memory";
export {block, CONSTANTS, records, reserve, ROOTS, testX, testY, trainX, trainY, U, V} from "./memory";

/** the learning rate, and the largest |x| of the data */
export let rate: f64 = 0;
export let largest: f64 = 0;

/** so many blocks of points are left until the host wants to pause */
export let budget: i32 = 0;

/** the points of the present epoch that have been passed: first the test points, then the training points */
let passed: i32 = 0;

let testLoss: f64 = 0;
let trainLoss: f64 = 0;
let biasGradient: f64 = 0;

/**
 * Works on until `count` epochs are finished or the budget is spent; the next call goes on from there. The record of each
 * finished epoch is put into `records`, and its step is taken.
 * @returns the number of epochs that were finished
 */
export function advance(count: i32): i32 {
  let done = 0;
  let to = m.records;
  while (done < count && budget > 0) {
    if (!pass(true)) continue;
    to = step(record(to));
    done += 1;
  }
  return done;
}

/** The same for the record of the last epoch, without gradients and step: 1 if it is finished, otherwise 0. */
export function finish(): i32 {
  while (budget > 0)
    if (pass(false)) {
      record(m.records);
      return 1;
    }
  return 0;
}

/** Passes the next block of points; true if it was the epoch's last. */
function pass(gradient: bool): bool {
  budget -= 1;
  if (passed == 0) {
    testLoss = 0;
    trainLoss = 0;
    biasGradient = 0;
    memory.fill(m.GU0, 0, m.GV + ((<usize>m.hidden) << 3) - m.GU0);
  }
  if (passed < m.testSize) {
    const n = min(m.block, m.testSize - passed);
    const at = (<usize>passed) << 3;
    forward(m.testX + at, m.testY + at, largest, n);
    addTestErrors(n);
    passed += n;
  } else {
    const i = passed - m.testSize;
    const n = min(m.block, m.trainSize - i);
    const at = (<usize>i) << 3;
    forward(m.trainX + at, m.trainY + at, largest, n);
    addTrainErrors(n);
    if (gradient) backward(m.trainX + at, n);
    passed += n;
  }
  if (passed < m.testSize + m.trainSize) return false;
  passed = 0;
  store<f64>(m.GV + ((<usize>m.units) << 3), biasGradient);
  return true;
}

function addTestErrors(n: i32): void {
  const end = (<usize>n) << 3;
  let sum = testLoss;
  for (let i: usize = 0; i < end; i += 8) {
    const e = load<f64>(i, m.ERRORS);
    sum += (e * e) / 2;
  }
  testLoss = sum;
}

/** The bias unit's activation is 1, so that its gradient is the sum of the errors. */
function addTrainErrors(n: i32): void {
  const end = (<usize>n) << 3;
  const factors = f64x2(0.5, 1);
  let sums = f64x2.replace_lane(f64x2.splat(trainLoss), 1, biasGradient);
  for (let i: usize = 0; i < end; i += 8) {
    const e = v128.load_splat<f64>(i, m.ERRORS);
    sums = f64x2.add(sums, f64x2.mul(v128.shuffle<f64>(f64x2.mul(e, e), e, 0, 2), factors));
  }
  trainLoss = f64x2.extract_lane(sums, 0);
  biasGradient = f64x2.extract_lane(sums, 1);
}

/** Puts losses and weights at an address, and returns the address after them. */
function record(to: usize): usize {
  put(to, testLoss / <f64>m.testSize);
  put(to + 8, trainLoss / <f64>m.trainSize);
  to = copy(to + 16, m.U, 2 * m.units);
  return copy(to, m.V, m.hidden);
}

function copy(to: usize, from: usize, n: i32): usize {
  const end = to + ((<usize>n) << 3);
  for (; to < end; to += 8, from += 8) put(to, load<f64>(from));
  return to;
}

/** Puts the gradients at an address, takes the step, and returns the address after them. */
function step(to: usize): usize {
  const end = (<usize>m.units) << 3;
  for (let k: usize = 0; k < end; k += 8) {
    move(to, m.GU0 + k, m.U + 2 * k);
    move(to + 8, m.GU1 + k, m.U + 2 * k + 8);
    to += 16;
  }
  for (let k: usize = 0; k <= end; k += 8) {
    move(to, m.GV + k, m.V + k);
    to += 8;
  }
  return to;
}

function move(to: usize, sum: usize, weight: usize): void {
  const size = <f64>m.trainSize;
  const g = load<f64>(sum);
  put(to, g / size);
  store<f64>(weight, load<f64>(weight) - (rate * g) / size);
}

/** Every NaN that is stored is 0x7ff8000000000000. */
function put(to: usize, value: f64): void {
  store<f64>(to, value == value ? value : NaN);
}
