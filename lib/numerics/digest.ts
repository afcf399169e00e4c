import {sha256} from "@noble/hashes/sha2";
import {bytesToHex} from "@noble/hashes/utils";

const CHUNK = 4096;

/** The SHA-256 of a growing sequence of numbers. */
export interface RunDigest {
  /** Appends numbers, each as 8 little-endian bytes; a NaN is 0x7ff8000000000000. */
  update(records: Float64Array): void;
  /** The digest of all numbers so far, and of `last` after them, 64 hexadecimal digits; other numbers may follow. */
  digest(last?: Float64Array): string;
}

/**
 * Starts the digest of a run, which can be read at any point: the digest after 100, 200, … records is a checkpoint. How
 * the numbers are split into calls of `update` does not matter.
 */
export function runDigest(): RunDigest {
  const hash = sha256.create();
  const view = new DataView(new ArrayBuffer(8 * CHUNK));

  function add(records: Float64Array, to: typeof hash): typeof hash {
    for (let start = 0; start < records.length; start += CHUNK) {
      const count = Math.min(CHUNK, records.length - start);
      for (let i = 0; i < count; i++) writeNumber(view, 8 * i, records[start + i]!);
      to.update(new Uint8Array(view.buffer, 0, 8 * count));
    }
    return to;
  }

  return {
    update: (records) => void add(records, hash),
    digest: (last = new Float64Array()) => bytesToHex(add(last, hash.clone()).digest())
  };
}

/** The SHA-256 of all records of a run, 64 hexadecimal digits. */
export function digestOf(records: Float64Array): string {
  const whole = runDigest();
  whole.update(records);
  return whole.digest();
}

/** Writes the bits of a NaN themselves: which NaN an engine stores is its own choice. */
function writeNumber(view: DataView, offset: number, value: number): void {
  if (Number.isNaN(value)) {
    view.setUint32(offset, 0, true);
    view.setUint32(offset + 4, 0x7ff80000, true);
  } else {
    view.setFloat64(offset, value, true);
  }
}
