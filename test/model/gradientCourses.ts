import {norm, turn} from "../../lib/model/diagnostics.js";
import {recordLength, weightCount, type History} from "../../lib/model/history.js";

/** The gradient in a history's row, a view; the last row has none. */
export function gradientOf({hidden, records}: Pick<History, "hidden" | "records">, row: number): Float64Array {
  const start = row * recordLength(hidden) + 2 + weightCount(hidden);
  return records.subarray(start, start + weightCount(hidden));
}

/** The norm of the gradient in each row of a history but the last. */
export function gradientNorms(history: Pick<History, "hidden" | "records">): Float64Array {
  const length = Math.floor(history.records.length / recordLength(history.hidden));
  return Float64Array.from({length}, (_, row) => norm(gradientOf(history, row)));
}

/** How far the gradient of each row but the last turns away from that of the row before, see `turn`; NaN for the first. */
export function gradientTurns(history: Pick<History, "hidden" | "records">): Float64Array {
  const norms = gradientNorms(history);
  return norms.map((size, row) =>
    row === 0 ? NaN : turn(gradientOf(history, row - 1), norms[row - 1]!, gradientOf(history, row), size)
  );
}
