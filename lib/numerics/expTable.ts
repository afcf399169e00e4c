import {compose, powerOfTwo} from "./binary64.js";
import {fixedExp, ln2, split} from "./fixedPoint.js";

/**
 * What exp(x) = 2^e 2^(i/1024) exp(r) with x = (1024 e + i) ln 2 / 1024 + r needs, derived from the exact layer at load.
 */
const BITS = 128;

/** 1024 / ln 2, steps per unit of x. */
export const STEPS = compose((1n << 170n) / ln2(100), -60);

/**
 * ln 2 / 1024 = STEP_HEAD + STEP_TAIL within 2^-98. The head is a multiple of 2^-43 below 2^-10, so that its product with
 * an integer below 2^20 is exact; |STEP_TAIL| <= 2^-44.
 */
export const {head: STEP_HEAD, tail: STEP_TAIL} = split(ln2(BITS), BITS + 10, 43);

/** 1.5 * 2^52: adding and subtracting it rounds |x| < 2^51 to an integer. */
export const ROUNDER = 1.5 * powerOfTwo(52);

/** 1.5 * 2^27: adding and subtracting it rounds a small number to a multiple of 2^-25. */
const SHORTENER = 1.5 * powerOfTwo(27);

/** 2^(i/1024) = roots[2 i] + roots[2 i + 1], rounded to binary64 and the rest. */
export const roots = new Float64Array(2048);

/** 2^(i/1024) = shortRoots[2 i] + shortRoots[2 i + 1], a multiple of 2^-25 (26 bits) and the rest, at most 2^-26. */
export const shortRoots = new Float64Array(2048);

/** powers[e + 1023] = 2^e for |e| <= 1022. */
export const powers = new Float64Array(2046);

/* Powers of 2^(1/1024): each step adds less than 4 relative units of 2^-128, so the last is good to 2^-116. */
const first = fixedExp(ln2(BITS) >> 10n, BITS);
for (let i = 0, root = 1n << BigInt(BITS); i < 1024; i++, root = (root * first) >> BigInt(BITS)) {
  const {head, tail} = split(root, BITS, 52);
  const short = head + SHORTENER - SHORTENER;
  roots.set([head, tail], 2 * i);
  shortRoots.set([short, head - short + tail], 2 * i);
}

for (let e = -1022; e <= 1022; e++) powers[e + 1023] = powerOfTwo(e);
