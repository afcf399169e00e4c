/**
 * Moves labels apart: the positions nearest to the wished ones (least squares) that keep their order and a distance of
 * `gap` within `from` … `to`. Neighbours that would overlap form a block around their mean (pool adjacent violators).
 * If there is no room for all, they are spread evenly.
 *
 * @returns the positions in the order of `wished`.
 */
export function dodge(wished: readonly number[], gap: number, [from, to]: readonly [number, number]): number[] {
  const count = wished.length;
  const order = wished.map((_, i) => i).sort((a, b) => wished[a]! - wished[b]! || a - b);
  const space = count > 1 ? Math.min(gap, (to - from) / (count - 1)) : 0;
  // Without the gaps the positions have to ascend within from … to - (count - 1) space.
  const blocks: {sum: number; size: number}[] = [];
  order.forEach((index, rank) => {
    let block = {sum: wished[index]! - rank * space, size: 1};
    for (let last = blocks.at(-1); last && last.sum / last.size >= block.sum / block.size; last = blocks.at(-1)) {
      block = {sum: block.sum + last.sum, size: block.size + last.size};
      blocks.pop();
    }
    blocks.push(block);
  });
  const placed = new Array<number>(count);
  let rank = 0;
  for (const {sum, size} of blocks) {
    const start = Math.max(from, Math.min(to - (count - 1) * space, sum / size));
    for (let i = 0; i < size; ++i, ++rank) placed[order[rank]!] = start + rank * space;
  }
  return placed;
}
