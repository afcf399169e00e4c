import {exp} from "../numerics/exp.js";
import {log1p} from "../numerics/log1p.js";
import type {BitSource} from "./bitSource.js";
import {uniform} from "./uniform.js";
import {fi, inverseR, ki, R, wi} from "./zigguratTables.js";

/**
 * A standard normal number, by the 256-level ziggurat that NumPy's `standard_normal()` uses (G. Marsaglia and
 * W. W. Tsang, “The ziggurat method for generating random variables”, 2000; the tail by Marsaglia, 1964).
 *
 * Of 64 bits, the lowest eight choose the strip, the next one the sign, and 52 more the place in the strip. NumPy takes
 * exp and log1p from the platform; here they are correctly rounded, so about two values in a million differ from
 * NumPy's, in the last bit and in the tail.
 */
export function standardNormal(bits: BitSource): number {
  for (;;) {
    const raw = bits.next64();
    const low = Number(raw & 0xffffffffn);
    const high = Number(raw >> 32n);
    const strip = low & 0xff;
    const place = (high & 0x1fffffff) * 0x800000 + (low >>> 9);
    const x = place * wi[strip]!;
    const signed = low & 0x100 ? -x : x;
    if (place < ki[strip]!) return signed;
    if (strip === 0) return low & 0x20000 ? -tail(bits) : tail(bits);
    if ((fi[strip - 1]! - fi[strip]!) * uniform(bits) + fi[strip]! < exp(-0.5 * x * x)) return signed;
  }
}

/** A number beyond R, distributed as the tail of the standard normal distribution. */
function tail(bits: BitSource): number {
  for (;;) {
    const x = -inverseR * log1p(-uniform(bits));
    const y = -log1p(-uniform(bits));
    if (y + y > x * x) return R + x;
  }
}
