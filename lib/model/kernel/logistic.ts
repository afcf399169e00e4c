import {exp} from "./exp";
import {CONSTANTS, DOUBTFUL, REMAINDERS, ROOTS, STEPS} from "./memory";

/** The fast way is for arguments of exp of at most this magnitude. */
const LIMIT: f64 = 600;

/** 1.5 * 2^52: adding and subtracting it rounds a small number to an integer, which the sum has in its lowest bits. */
const ROUNDER: f64 = 1.5 * <f64>((<u64>1) << 52);

/** 2^-61, the width of the enclosure, relative: see `finish`. */
const WIDTH: f64 = 1.0 / <f64>((<u64>1) << 61);

/**
 * The activations of a hidden unit with the weights u0, u1 on n points, n even: 1 / (1 + exp(-(u0 x + u1))), where exp is
 * correctly rounded and all else are binary64 operations. No |x| exceeds `largest`.
 */
export function activate(u0: f64, u1: f64, x: usize, largest: f64, to: usize, n: i32): void {
  const end = (<usize>n) << 3;
  if (abs(u0) * largest + abs(u1) <= LIMIT) {
    reduce(u0, u1, x, end);
    const doubtful = finish(to, end);
    for (let j: usize = 0; j < doubtful; j += 4) {
      const pair = load<u32>(j, DOUBTFUL);
      const i = <usize>(pair & ~15);
      if (pair & 1) store<f64>(to + i, logistic(u0 * load<f64>(x + i) + u1));
      if (pair & 2) store<f64>(to + i, logistic(u0 * load<f64>(x + i, 8) + u1), 8);
    }
  } else {
    for (let i: usize = 0; i < end; i += 8) store<f64>(to + i, logistic(u0 * load<f64>(x + i) + u1));
  }
}

/** For any z; exp(710) overflows, and exp(-40) is lost beside 1. */
function logistic(z: f64): f64 {
  if (z > 40) return 1;
  if (z < -710) return 0;
  return z == z ? 1 / (1 + exp(-z)) : z;
}

/**
 * Takes the arguments a = -(u0 x + u1) of exp apart: a = k ln 2 / 1024 + r, with k in the low bits of STEPS.
 *
 * |k| < 2^20. `head` is a multiple of 2^-43 below 2^-10, so that k head is exact, and so is a - k head by cancellation: a
 * multiple of 2^-64, or a itself, and below 2^-11. k tail is below 2^-24 and off by 2^-77, and |r| < 2^-11.52 is rounded
 * by at most w = 2^-65, the unit of all errors below.
 *
 * The loop is apart from that of `finish`, for a processor to have enough of either at hand. The negated weights go
 * through memory because V8 repeats the splat of a computed number in every turn, and not that of a loaded one.
 */
function reduce(u0: f64, u1: f64, x: usize, end: usize): void {
  store<f64>(0, -u0);
  store<f64>(8, -u1);
  const n0 = v128.load_splat<f64>(0);
  const n1 = v128.load_splat<f64>(8);
  const steps = v128.load_splat<f64>(CONSTANTS);
  const head = v128.load_splat<f64>(CONSTANTS, 8);
  const tail = v128.load_splat<f64>(CONSTANTS, 16);
  const rounder = f64x2.splat(ROUNDER);
  let i: usize = 0;
  do {
    const a = f64x2.add(f64x2.mul(n0, v128.load(x + i)), n1);
    const t = f64x2.add(f64x2.mul(a, steps), rounder);
    const k = f64x2.sub(t, rounder);
    v128.store(i, t, STEPS);
    v128.store(i, f64x2.sub(f64x2.sub(a, f64x2.mul(k, head)), f64x2.mul(k, tail)), REMAINDERS);
    i += 16;
  } while (i < end);
}

/**
 * Puts 1 / (1 + exp(a)) into `to`, and the pairs with a doubtful exp into DOUBTFUL: a byte offset, a multiple of 16, and
 * two bits that say which of both. Returns the length of that list in bytes.
 *
 * With k = 1024 e + i, exp(a) = 2^e root (1 + rest) (1 + q), root and rest from ROOTS, q = exp(r) - 1. The table has the
 * bits of root less i 2^42; adding k 2^42 gives those of 2^e root.
 *
 * Error of low = rest + q, in units of w relative to root: 1 from r, 1.37 for the end of the series (r^5 / 120), 1 for
 * the last addition of q, 1.39 for rest q, which is left out (|rest| < 2^-53), and 1 for the sum. The product with root is
 * off by another 1.39, all that is below 2^-24 by less than 0.01: 7.16 in all. The table's rest is lessened by 7.5, so y
 * is a lower bound of exp(a), rounded; low + WIDTH, which has 16 more and is rounded once more, gives an upper one.
 * Rounding keeps order: where both bounds round alike, so does the true value. One in 355 does not pass, for 2^-61 root is
 * so much, on average, of the 2^-52 from one binary64 to the next.
 */
function finish(to: usize, end: usize): usize {
  const one = f64x2.splat(1);
  const width = f64x2.splat(WIDTH);
  const half = f64x2.splat(1.0 / 2);
  const sixth = f64x2.splat(1.0 / 6);
  const twentyFourth = f64x2.splat(1.0 / 24);
  let listed: usize = 0;
  let i: usize = 0;
  do {
    const first = v128.load((load<u32>(i, STEPS) & 1023) << 4, ROOTS);
    const second = v128.load((load<u32>(i, STEPS + 8) & 1023) << 4, ROOTS);
    const root = i64x2.add(v128.shuffle<u64>(first, second, 0, 2), i64x2.shl(v128.load(i, STEPS), 42));
    const rest = v128.shuffle<u64>(first, second, 1, 3);
    const r = v128.load(i, REMAINDERS);
    const c = f64x2.add(half, f64x2.mul(r, f64x2.add(sixth, f64x2.mul(r, twentyFourth))));
    const low = f64x2.add(rest, f64x2.add(r, f64x2.mul(f64x2.mul(r, r), c)));
    const y = f64x2.add(root, f64x2.mul(root, low));
    const upper = f64x2.add(root, f64x2.mul(root, f64x2.add(low, width)));
    v128.store(to + i, f64x2.div(one, f64x2.add(one, y)));
    const doubt = i64x2.bitmask(f64x2.ne(y, upper));
    if (doubt) {
      store<u32>(listed, (<u32>i) | doubt, DOUBTFUL);
      listed += 4;
    }
    i += 16;
  } while (i < end);
  return listed;
}
