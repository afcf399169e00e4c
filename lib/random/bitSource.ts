/** Where random bits come from; every transformation to random values takes one. */
export interface BitSource {
  /** The next 64 random bits, as an integer from 0 to 2^64 - 1. */
  next64(): bigint;
}
