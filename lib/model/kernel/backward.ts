import {block, ERRORS, GU0, GU1, GV, H, units, V} from "./memory";

/** Adds a block's share, of n points, to the gradient sums of all units but the bias unit, two units at a time. */
export function backward(x: usize, n: i32): void {
  for (let k = 0; k < units; k += 2) backwardPair(k, x, n);
}

/**
 * The units k and k + 1, one in each lane, so that every sum runs in the order of the points. After the last of an odd
 * number, the second lane has whatever follows and its sums are not used.
 */
function backwardPair(k: i32, x: usize, n: i32): void {
  const index = (<usize>k) << 3;
  const rowK = H + <usize>block * index;
  const next = k + 1 < units ? rowK + ((<usize>block) << 3) : rowK;
  const v = v128.load(V + index);
  const one = f64x2.splat(1);
  let gu0 = v128.load(GU0 + index);
  let gu1 = v128.load(GU1 + index);
  let gv = v128.load(GV + index);
  const end = (<usize>n) << 3;
  let i: usize = 0;
  do {
    const h = v128.load_lane<u64>(next + i, v128.load_zero<u64>(rowK + i), 1);
    const e = v128.load_splat<f64>(i, ERRORS);
    gv = f64x2.add(gv, f64x2.mul(e, h));
    const d = f64x2.mul(f64x2.mul(f64x2.mul(e, v), h), f64x2.sub(one, h));
    gu0 = f64x2.add(gu0, f64x2.mul(d, v128.load_splat<f64>(x + i)));
    gu1 = f64x2.add(gu1, d);
    i += 8;
  } while (i < end);
  v128.store(GU0 + index, gu0);
  v128.store(GU1 + index, gu1);
  v128.store(GV + index, gv);
}
