import {CHECKPOINT_EPOCHS} from "../experiments/recorder.js";
import {shortCheckpoints} from "../experiments/run.js";

/** The digests that tell where two runs part. */
export interface Digests {
  digest: string;
  /** whole or shortened to 16 digits */
  checkpoints: readonly string[];
}

/** The first and the last epoch of a block of at most 100. */
export type Block = readonly [first: number, last: number];

/**
 * The block of 100 epochs in which two runs of the same length first differ; null if all their numbers are equal. Where
 * all checkpoints agree and the digests do not, that is the rest after the last checkpoint.
 * @param epochs the number of steps, so that the last record is that of epoch `epochs`
 */
export function differingBlock(a: Digests, b: Digests, epochs: number): Block | null {
  if (a.digest === b.digest) return null;
  const others = shortCheckpoints(b.checkpoints);
  const checkpoints = shortCheckpoints(a.checkpoints);
  const parted = checkpoints.findIndex((checkpoint, i) => checkpoint !== others[i]);
  const block = parted < 0 ? Math.floor(epochs / CHECKPOINT_EPOCHS) : parted;
  return [block * CHECKPOINT_EPOCHS, Math.min(block * CHECKPOINT_EPOCHS + CHECKPOINT_EPOCHS - 1, epochs)];
}

/** A block in words: “epochs 700 to 799”, or “epoch 1000”. */
export function blockText([first, last]: Block): string {
  return first === last ? `epoch ${first}` : `epochs ${first} to ${last}`;
}
