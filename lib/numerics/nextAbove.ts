const number = new Float64Array(1);
const bits = new BigInt64Array(number.buffer);

/** The smallest binary64 above a finite number: one unit in the last place away. Above the largest it is infinity. */
export function nextAbove(x: number): number {
  if (x === 0) return Number.MIN_VALUE;
  number[0] = x;
  // The bits of a positive number grow with it, those of a negative one with its size.
  bits[0]! += x > 0 ? 1n : -1n;
  return number[0];
}

/** The largest binary64 below a finite number. */
export function nextBelow(x: number): number {
  return -nextAbove(-x);
}
