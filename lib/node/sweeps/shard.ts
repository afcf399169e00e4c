import {CommandError} from "../command.js";

/** One of several equal parts of a list. */
export interface Shard {
  /** from 1 */
  index: number;
  of: number;
}

/**
 * Reads a shard as it is typed, such as `2/8`.
 * @throws CommandError if it is none
 */
export function parseShard(text: string): Shard {
  const [, index, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const shard = {index: Number(index), of: Number(of)};
  if (!(shard.index >= 1 && shard.index <= shard.of))
    throw new CommandError(`--shard takes a part and the number of parts, such as 2/8, not “${text}”.`);
  return shard;
}

/** The entries that belong to a shard: every n-th, so that neighbours, which cost alike, are shared out. */
export function shardOf<Entry>(list: readonly Entry[], {index, of}: Shard): Entry[] {
  return list.filter((_, i) => i % of === index - 1);
}
