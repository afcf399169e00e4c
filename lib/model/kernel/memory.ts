/**
 * Where things lie in the kernel's memory: addresses in bytes, sizes in f64 unless said otherwise. The host fills the
 * constants, and after `reserve` the data and the weights.
 */

/** Points are taken so many at a time at the most. */
const LARGEST_BLOCK = 256;

/** The activations of a block take so many bytes at the most, to stay in the processor's first cache. */
const BLOCK_BYTES = 12288;

/** 1024 / ln 2, and ln 2 / 1024 as head and tail. */
export const CONSTANTS: usize = 64;

/** `[1024][2]`: 2^(i/1024), its bits less i * 2^42, and how much of it rounding left out, relative, less a margin. */
export const ROOTS: usize = 128;

/** `[LARGEST_BLOCK]` each: of an argument of exp, the number of steps in the low bits, and the remainder. */
export const STEPS: usize = ROOTS + 1024 * 16;
export const REMAINDERS: usize = STEPS + LARGEST_BLOCK * 8;

/** `[LARGEST_BLOCK / 2]` u32: the pairs of points with a doubtful exp. */
export const DOUBTFUL: usize = REMAINDERS + LARGEST_BLOCK * 8;

/** `[LARGEST_BLOCK]`: o - y of the points of a block. */
export const ERRORS: usize = DOUBTFUL + LARGEST_BLOCK * 2;

const FREE: usize = ERRORS + LARGEST_BLOCK * 8;

/** h, the bias unit included */
export let hidden: i32 = 0;

/** h - 1, the units that compute something */
export let units: i32 = 0;

/** points in a block, a multiple of 8 */
export let block: i32 = 0;

/** `[h-1][2]` and `[h]` */
export let U: usize = 0;
export let V: usize = 0;

/** `[h]` each: the gradient sums by U[k][0], U[k][1] and V[k] */
export let GU0: usize = 0;
export let GU1: usize = 0;
export let GV: usize = 0;

/** `[h-1][block]`: activations */
export let H: usize = 0;

export let trainSize: i32 = 0;
export let trainX: usize = 0;
export let trainY: usize = 0;
export let testSize: i32 = 0;
export let testX: usize = 0;
export let testY: usize = 0;

/** where finished records are put */
export let records: usize = 0;

let next: usize = 0;

/** Room for n numbers, filled up to a multiple of 8, the points that a loop takes at once. */
function room(n: i32): usize {
  const address = next;
  next += ((<usize>n + 7) & ~7) << 3;
  return address;
}

/** Makes room for a training with h hidden units (at least 2), so many points (at least 1) and numbers in `records`. */
export function reserve(h: i32, train: i32, test: i32, numbers: i32): void {
  hidden = h;
  units = h - 1;
  block = max(16, min(LARGEST_BLOCK, BLOCK_BYTES / 8 / units) & ~7);
  trainSize = train;
  testSize = test;
  next = FREE;
  U = room(2 * units);
  V = room(hidden);
  GU0 = room(hidden);
  GU1 = room(hidden);
  GV = room(hidden);
  H = room(units * block);
  trainX = room(train);
  trainY = room(train);
  testX = room(test);
  testY = room(test);
  records = room(numbers);
  const pages = <i32>((next + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) unreachable();
}
