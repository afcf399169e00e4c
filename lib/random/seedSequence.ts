/**
 * Entropy of any size, mixed into a pool of four 32-bit words, from which generators are seeded.
 *
 * This is NumPy's `SeedSequence` without spawn keys and with the default pool size, after M. E. O'Neill's `seed_seq_fe`
 * (“Developing a seed_seq Alternative”, 2015): https://www.pcg-random.org/posts/developing-a-seed_seq-alternative.html
 */
export interface SeedSequence {
  /** The four mixed 32-bit words. */
  readonly pool: Uint32Array;

  /**
   * The first `length` 64-bit words that the pool gives; asking again gives the same words.
   *
   * @throws RangeError if `length` is not a non-negative integer.
   */
  generateState(length: number): BigUint64Array;
}

const poolSize = 4;

/**
 * @param entropy a non-negative integer of any size; its 32-bit words are used least significant first.
 * @throws RangeError if `entropy` is negative.
 */
export function seedSequence(entropy: bigint): SeedSequence {
  if (entropy < 0n) throw new RangeError(`The seed is ${entropy}; it must be a non-negative integer.`);
  const pool = mixed(words(entropy));
  return {
    pool,
    generateState(length) {
      if (!Number.isSafeInteger(length) || length < 0) {
        throw new RangeError(`The number of state words is ${length}; it must be a non-negative integer.`);
      }
      const hash = hasher(0x8b51f9dd, 0x58f38ded);
      const state = new BigUint64Array(length);
      for (let i = 0; i < length; ++i) {
        const low = hash(pool[(2 * i) % poolSize]!);
        const high = hash(pool[(2 * i + 1) % poolSize]!);
        state[i] = (BigInt(high) << 32n) | BigInt(low);
      }
      return state;
    }
  };
}

/** Zero is one word. */
function words(entropy: bigint): number[] {
  const result: number[] = [];
  do {
    result.push(Number(entropy & 0xffffffffn));
    entropy >>= 32n;
  } while (entropy > 0n);
  return result;
}

/** Every word of the entropy reaches every word of the pool, those beyond the pool's size too. */
function mixed(entropy: number[]): Uint32Array {
  const hash = hasher(0x43b0d7e5, 0x931e8875);
  const pool = Uint32Array.from({length: poolSize}, (_, i) => hash(entropy[i] ?? 0));
  for (let source = 0; source < poolSize; ++source) {
    for (let target = 0; target < poolSize; ++target) {
      if (target !== source) pool[target] = mix(pool[target]!, hash(pool[source]!));
    }
  }
  for (const word of entropy.slice(poolSize)) {
    for (let target = 0; target < poolSize; ++target) pool[target] = mix(pool[target]!, hash(word));
  }
  return pool;
}

/** A hash of 32-bit words whose multiplier advances with each word. */
function hasher(multiplier: number, step: number): (word: number) => number {
  return (word) => {
    word ^= multiplier;
    multiplier = Math.imul(multiplier, step);
    word = Math.imul(word, multiplier);
    return (word ^ (word >>> 16)) >>> 0;
  };
}

function mix(x: number, y: number): number {
  const result = (Math.imul(x, 0xca01f9dd) - Math.imul(y, 0x4973f715)) | 0;
  return (result ^ (result >>> 16)) >>> 0;
}
