import type {BitSource} from "./bitSource.js";

/** A multiple of 2^-53 from 0 (included) to 1 (excluded): the 53 highest of the next 64 bits. */
export function uniform(bits: BitSource): number {
  return Number(bits.next64() >> 11n) / 0x20000000000000;
}
