import type {Arithmetic} from "./arithmetic.js";
import {bitLength, decompose, exponentOf, powerOfTwo} from "./binary64.js";
import {binary64Arithmetic} from "./binary64Arithmetic.js";
import {
  absolute,
  add,
  composeDoubleDouble,
  divide,
  doubleDouble,
  multiply,
  negative,
  squareRoot,
  subtract,
  type DoubleDouble
} from "./doubleDouble.js";
import {doubleDoubleExp} from "./doubleDoubleExp.js";
import {encloseLog, encloseSine, encloseTanh, onePlus, type Dyadic} from "./enclosures.js";
import {fixedExp, pi} from "./fixedPoint.js";
import type {Enclosure} from "./ziv.js";

const CONSTANT_BITS = 160;

/** So much narrower than the value is its enclosure before it is rounded. */
const SURE_BITS = 112;

/** Below this, x is nearer to sin x and tanh x than 2^-119 x. */
const SMALL = powerOfTwo(-60);

/** The exact value of a finite double-double other than 0. */
function dyadic({hi, lo}: DoubleDouble): Dyadic {
  const head = decompose(hi);
  const tail = decompose(lo);
  const exponent = lo === 0 ? head.exponent : Math.min(head.exponent, tail.exponent);
  const part = (x: Dyadic) => (x.significand === 0n ? 0n : x.significand << BigInt(x.exponent - exponent));
  return {significand: part(head) + part(tail), exponent};
}

/** Encloses a value, which is not 0, within 2^-112 of itself, and rounds it. */
function rounded(enclose: (bits: number) => Enclosure): DoubleDouble {
  for (let bits = CONSTANT_BITS; ; bits *= 2) {
    const {n, error, exponent} = enclose(bits);
    if (bitLength(n < 0n ? -n : n) - bitLength(error) >= SURE_BITS) return composeDoubleDouble(n, exponent);
  }
}

/** An odd function with f(x) = x at 0, of which `positive` knows the rest. */
function odd(positive: (a: DoubleDouble) => DoubleDouble): (a: DoubleDouble) => DoubleDouble {
  return (a) => {
    if (Math.abs(a.hi) < SMALL) return a;
    return a.hi < 0 ? negative(positive(negative(a))) : positive(a);
  };
}

const {sin, cos, log, log1p, tanh} = binary64Arithmetic.functions;

/** How close a number is to 1, in leading zeros of the difference. */
const closeness = (difference: number) => (difference === 0 ? 0 : Math.max(0, -exponentOf(difference)));

/**
 * Double-double arithmetic, some 106 bits: + - * / and sqrt within a few 2^-106 (see doubleDouble.ts), exp within 2^-104,
 * the other functions within 2^-105 by big integers. Where these are not finite or 0, they are those of binary64.
 */
export const doubleDoubleArithmetic: Arithmetic<DoubleDouble> = {
  of: doubleDouble,
  toNumber: ({hi}) => hi,
  pi: composeDoubleDouble(pi(CONSTANT_BITS), -CONSTANT_BITS),
  e: composeDoubleDouble(fixedExp(1n << BigInt(CONSTANT_BITS), CONSTANT_BITS), -CONSTANT_BITS),
  negative,
  add,
  subtract,
  multiply,
  divide,
  functions: {
    sqrt: squareRoot,
    abs: absolute,
    exp: doubleDoubleExp,
    sin: odd((a) => (a.hi < Infinity ? rounded(encloseSine(dyadic(a), 0)) : doubleDouble(sin(a.hi)))),
    cos: (a) => {
      const size = absolute(a);
      return size.hi > 0 && size.hi < Infinity ? rounded(encloseSine(dyadic(size), 1)) : doubleDouble(cos(a.hi));
    },
    log: (a) =>
      a.hi > 0 && a.hi < Infinity && (a.hi !== 1 || a.lo !== 0)
        ? rounded(encloseLog(dyadic(a), closeness(a.hi - 1 + a.lo)))
        : doubleDouble(log(a.hi)),
    log1p: (a) =>
      (a.hi > -1 || (a.hi === -1 && a.lo > 0)) && a.hi < Infinity && a.hi !== 0
        ? rounded(encloseLog(onePlus(dyadic(a)), closeness(a.hi)))
        : doubleDouble(log1p(a.hi)),
    tanh: odd((a) => (a.hi < 40 ? rounded(encloseTanh(dyadic(a), a.hi)) : doubleDouble(tanh(a.hi))))
  }
};
