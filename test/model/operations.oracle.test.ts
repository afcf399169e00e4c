import {expect, it} from "vitest";
import {epochOperations} from "../../lib/model/operations.js";

/** Goes through one epoch as the definition of a run writes it, and counts what it does. */
function counted(hidden: number, trainSize: number, testSize: number) {
  let arithmetic = 0;
  let exponentials = 0;
  const two = (a: number, sign: "+" | "-" | "*" | "/", b: number) => {
    ++arithmetic;
    return {"+": a + b, "-": a - b, "*": a * b, "/": a / b}[sign];
  };
  const exp = (x: number) => {
    ++exponentials;
    return Math.exp(x);
  };
  const m = hidden - 1;
  const U = Array.from({length: m}, (_, k) => [0.1 * k, 0.2]);
  const V = Array.from({length: hidden}, () => 0.3);
  const GU = U.map(() => [0, 0]);
  const GV = V.map(() => 0);

  function pass(N: number, learns: boolean) {
    let sum = 0;
    for (let n = 0; n < N; ++n) {
      const [x, y] = [n / N, 1];
      const H = U.map(([u0, u1]) => two(1, "/", two(1, "+", exp(-two(two(u0!, "*", x), "+", u1!)))));
      H.push(1);
      let o = two(V[0]!, "*", H[0]!);
      for (let k = 1; k < hidden; ++k) o = two(o, "+", two(V[k]!, "*", H[k]!));
      const e = two(o, "-", y);
      sum = two(sum, "+", two(two(e, "*", e), "/", 2));
      if (!learns) continue;
      for (let k = 0; k < hidden; ++k) GV[k] = two(GV[k]!, "+", two(e, "*", H[k]!));
      for (let k = 0; k < m; ++k) {
        const d = two(two(two(e, "*", V[k]!), "*", H[k]!), "*", two(1, "-", H[k]!));
        GU[k]![0] = two(GU[k]![0]!, "+", two(d, "*", x));
        GU[k]![1] = two(GU[k]![1]!, "+", d);
      }
    }
    two(sum, "/", N);
  }

  pass(testSize, false);
  pass(trainSize, true);
  const step = (weight: number, gradient: number) => two(weight, "-", two(two(0.1, "*", gradient), "/", trainSize));
  for (let k = 0; k < hidden; ++k) V[k] = step(V[k]!, GV[k]!);
  for (let k = 0; k < m; ++k) U[k] = U[k]!.map((u, j) => step(u, GU[k]![j]!));
  return {arithmetic, exponentials};
}

it.each([
  [2, 1, 1],
  [3, 1000, 100],
  [8, 30, 7],
  [12, 5, 50]
])("h = %d with %d training points and %d test points: what an epoch that counts has counted", (...sizes) => {
  expect(epochOperations(...sizes)).toEqual(counted(...sizes));
});
