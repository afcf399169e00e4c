import type {Arithmetic} from "./arithmetic.js";
import {compose} from "./binary64.js";
import {cos} from "./cos.js";
import {exp} from "./exp.js";
import {pi} from "./fixedPoint.js";
import {log} from "./log.js";
import {log1p} from "./log1p.js";
import {sin} from "./sin.js";
import {tanh} from "./tanh.js";

/** IEEE 754 binary64, round to nearest even, the elementary functions correctly rounded: the arithmetic of the runs. */
export const binary64Arithmetic: Arithmetic<number> = {
  of: (x) => x,
  toNumber: (x) => x,
  pi: compose(pi(100), -100),
  e: exp(1),
  negative: (a) => -a,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  functions: {sqrt: Math.sqrt, abs: Math.abs, exp, log, log1p, sin, cos, tanh}
};
