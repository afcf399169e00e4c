/**
 * The largest number of rows that can each have a column of its own, among those that it may have (Kuhn's algorithm for
 * bipartite matching).
 * @param allowed `[rows][columns]`
 */
export function largestPairing(allowed: readonly (readonly boolean[])[]): number {
  const rowOf = new Map<number, number>();

  /** Finds a column for a row, for which other rows may have to take another one. */
  function place(row: number, tried: Set<number>): boolean {
    for (const [column, isAllowed] of allowed[row]!.entries()) {
      if (!isAllowed || tried.has(column)) continue;
      tried.add(column);
      const holder = rowOf.get(column);
      if (holder === undefined || place(holder, tried)) {
        rowOf.set(column, row);
        return true;
      }
    }
    return false;
  }

  return allowed.filter((_, row) => place(row, new Set())).length;
}
