import {activate} from "./logistic";
import {block, ERRORS, H, U, units, V} from "./memory";

/** Fills H and ERRORS, o - y, for n points of a block, and for some more up to a multiple of 8. */
export function forward(x: usize, y: usize, largest: f64, n: i32): void {
  n = (n + 7) & ~7;
  let u = U;
  let row = H;
  for (let k = 0; k < units; ++k) {
    activate(load<f64>(u), load<f64>(u, 8), x, largest, row, n);
    u += 16;
    row += (<usize>block) << 3;
  }
  subtract(y, n);
}

/** The output starts with its first product and adds the others in the order of the units; two points in each vector. */
function subtract(y: usize, n: i32): void {
  const stride = (<usize>block) << 3;
  const first = V;
  const bias = first + ((<usize>units) << 3);
  const b = v128.load_splat<f64>(bias);
  const end = (<usize>n) << 3;
  for (let i: usize = 0; i < end; i += 64) {
    let row = H + i;
    let v = v128.load_splat<f64>(first);
    let o0 = f64x2.mul(v, v128.load(row));
    let o1 = f64x2.mul(v, v128.load(row, 16));
    let o2 = f64x2.mul(v, v128.load(row, 32));
    let o3 = f64x2.mul(v, v128.load(row, 48));
    for (let k = first + 8; k < bias; k += 8) {
      row += stride;
      v = v128.load_splat<f64>(k);
      o0 = f64x2.add(o0, f64x2.mul(v, v128.load(row)));
      o1 = f64x2.add(o1, f64x2.mul(v, v128.load(row, 16)));
      o2 = f64x2.add(o2, f64x2.mul(v, v128.load(row, 32)));
      o3 = f64x2.add(o3, f64x2.mul(v, v128.load(row, 48)));
    }
    v128.store(i, f64x2.sub(f64x2.add(o0, b), v128.load(y + i)), ERRORS);
    v128.store(i, f64x2.sub(f64x2.add(o1, b), v128.load(y + i, 16)), ERRORS + 16);
    v128.store(i, f64x2.sub(f64x2.add(o2, b), v128.load(y + i, 32)), ERRORS + 32);
    v128.store(i, f64x2.sub(f64x2.add(o3, b), v128.load(y + i, 48)), ERRORS + 48);
  }
}
