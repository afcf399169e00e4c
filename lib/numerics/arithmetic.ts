/** The elementary functions that every arithmetic knows. */
export type FunctionName = "sqrt" | "abs" | "exp" | "log" | "log1p" | "sin" | "cos" | "tanh";

/** The numbers of one precision and their operations, each of which rounds as that arithmetic defines it. */
export interface Arithmetic<T> {
  /** The number nearest to a binary64. */
  of(x: number): T;
  /** The binary64 nearest to a number of this arithmetic. */
  toNumber(a: T): number;
  readonly pi: T;
  readonly e: T;
  negative(a: T): T;
  add(a: T, b: T): T;
  subtract(a: T, b: T): T;
  multiply(a: T, b: T): T;
  divide(a: T, b: T): T;
  readonly functions: Readonly<Record<FunctionName, (a: T) => T>>;
}
