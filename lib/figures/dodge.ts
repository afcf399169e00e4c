/**
 * Moves labels apart: the positions nearest to the wished ones (least squares) that keep their order and a distance of
 * `gap` within `from` … `to`. Neighbours that would overlap form a block around their mean (pool adjacent violators).
 * If there is no room for all, their distances shrink alike.
 *
 * @param gap one distance for all, or what each of them takes: then neighbours keep half the sum of theirs.
 * @returns the positions in the order of `wished`.
 */
export function dodge(
  wished: readonly number[],
  gap: number | readonly number[],
  [from, to]: readonly [number, number]
): number[] {
  const count = wished.length;
  const order = wished.map((_, i) => i).sort((a, b) => wished[a]! - wished[b]! || a - b);
  const offsets = order.map(() => 0);
  for (let rank = 1; rank < count; ++rank) {
    const between = typeof gap === "number" ? gap : (gap[order[rank - 1]!]! + gap[order[rank]!]!) / 2;
    offsets[rank] = offsets[rank - 1]! + between;
  }
  const total = offsets.at(-1) ?? 0;
  const shrink = total > to - from ? (to - from) / total : 1;
  const length = total * shrink;
  // Without the gaps the positions have to ascend within from … to - length.
  const blocks: {sum: number; size: number}[] = [];
  order.forEach((index, rank) => {
    let block = {sum: wished[index]! - offsets[rank]! * shrink, size: 1};
    for (let last = blocks.at(-1); last && last.sum / last.size >= block.sum / block.size; last = blocks.at(-1)) {
      block = {sum: block.sum + last.sum, size: block.size + last.size};
      blocks.pop();
    }
    blocks.push(block);
  });
  const placed = new Array<number>(count);
  let rank = 0;
  for (const {sum, size} of blocks) {
    const start = Math.max(from, Math.min(to - length, sum / size));
    for (let i = 0; i < size; ++i, ++rank) placed[order[rank]!] = start + offsets[rank]! * shrink;
  }
  return placed;
}
