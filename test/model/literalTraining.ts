import {targetIn} from "../../lib/model/target.js";
import type {Weights} from "../../lib/model/weights.js";
import type {Arithmetic} from "../../lib/numerics/arithmetic.js";

/** What a run is asked to do: points and weights as binary64, from which it starts in any arithmetic. */
export interface LiteralRun {
  target: string;
  weights: Weights;
  trainX: Float64Array;
  testX: Float64Array;
  rate: number;
  epochs: number;
}

/** The records of a run, written down in any arithmetic as its definition reads, operation by operation, without care for time. */
export function literalRecords<T>(run: LiteralRun, arithmetic: Arithmetic<T>): number[] {
  const {of, toNumber, add, subtract, multiply, divide, negative, functions} = arithmetic;
  const f = targetIn(run.target, arithmetic);
  const points = (x: Float64Array) => [...x].map((value) => ({x: of(value), y: f(of(value))}));
  const [train, test] = [points(run.trainX), points(run.testX)];
  const m = run.weights.hidden - 1;
  const U = Array.from({length: m}, (_, k) => [of(run.weights.U[2 * k]!), of(run.weights.U[2 * k + 1]!)] as [T, T]);
  const V = [...run.weights.V].map(of);
  const one = of(1);
  const two = of(2);
  const rate = of(run.rate);
  const N = of(train.length);
  const records: number[] = [];

  const forward = (x: T) => {
    const H: T[] = [];
    for (let k = 0; k < m; ++k) {
      const z = add(multiply(U[k]![0], x), U[k]![1]);
      H[k] = divide(one, add(one, functions.exp(negative(z))));
    }
    H[m] = one;
    let o = multiply(V[0]!, H[0]!);
    for (let k = 1; k <= m; ++k) o = add(o, multiply(V[k]!, H[k]!));
    return {H, o};
  };
  const loss = (data: typeof train) => {
    let sum = of(0);
    for (const {x, y} of data) {
      const e = subtract(forward(x).o, y);
      sum = add(sum, divide(multiply(e, e), two));
    }
    return divide(sum, of(data.length));
  };

  for (let epoch = 0; ; ++epoch) {
    records.push(toNumber(loss(test)), toNumber(loss(train)), ...U.flat().map(toNumber), ...V.map(toNumber));
    if (epoch === run.epochs) return records;
    const GV = V.map(() => of(0));
    const GU = U.map(() => [of(0), of(0)] as [T, T]);
    for (const {x, y} of train) {
      const {H, o} = forward(x);
      const e = subtract(o, y);
      for (let k = 0; k <= m; ++k) GV[k] = add(GV[k]!, multiply(e, H[k]!));
      for (let k = 0; k < m; ++k) {
        const d = multiply(multiply(multiply(e, V[k]!), H[k]!), subtract(one, H[k]!));
        GU[k] = [add(GU[k]![0], multiply(d, x)), add(GU[k]![1], d)];
      }
    }
    records.push(...[...GU.flat(), ...GV].map((g) => toNumber(divide(g, N))));
    const moved = (w: T, g: T) => subtract(w, divide(multiply(rate, g), N));
    for (let k = 0; k < m; ++k) U[k] = [moved(U[k]![0], GU[k]![0]), moved(U[k]![1], GU[k]![1])];
    for (let k = 0; k <= m; ++k) V[k] = moved(V[k]!, GV[k]!);
  }
}
