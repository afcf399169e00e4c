import {compose, powerOfTwo} from "./binary64.js";
import {fixedExp, ln2, split} from "./fixedPoint.js";

/**
 * What exp(x) = 2^e 2^(i/256) exp(r) with x = (256 e + i) ln 2 / 256 + r needs, derived from the exact layer at load.
 */
const BITS = 128;

/** 256 / ln 2, steps per unit of x. */
export const STEPS = compose((1n << 168n) / ln2(100), -60);

/**
 * ln 2 / 256 = STEP_HEAD + STEP_TAIL within 2^-96. The head is a multiple of 2^-42 below 2^-8, so that its product with
 * an integer below 2^19 is exact; |STEP_TAIL| <= 2^-43.
 */
export const {head: STEP_HEAD, tail: STEP_TAIL} = split(ln2(BITS), BITS + 8, 42);

/** 1.5 * 2^52: adding and subtracting it rounds |x| < 2^51 to an integer. */
export const ROUNDER = 1.5 * powerOfTwo(52);

/** 2^(i/256) = roots[2 i] + roots[2 i + 1], rounded to binary64 and the rest. */
export const roots = new Float64Array(512);

/** 2^(i/256) = shortRoots[2 i] + shortRoots[2 i + 1], a multiple of 2^-25 (26 bits) and the rest, below 2^-26. */
export const shortRoots = new Float64Array(512);

/** powers[e + 1023] = 2^e for |e| <= 1022. */
export const powers = new Float64Array(2046);

/* Powers of 2^(1/256): each step adds less than 4 relative units of 2^-128, so the last is good to 2^-118. */
const first = fixedExp(ln2(BITS) >> 8n, BITS);
for (let i = 0, root = 1n << BigInt(BITS); i < 256; i++, root = (root * first) >> BigInt(BITS)) {
  const rounded = split(root, BITS, 52);
  const short = split(root, BITS, 25);
  roots.set([rounded.head, rounded.tail], 2 * i);
  shortRoots.set([short.head, short.tail], 2 * i);
}

for (let e = -1022; e <= 1022; e++) powers[e + 1023] = powerOfTwo(e);
