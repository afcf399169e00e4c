import type {Divergence} from "../../lib/experiments/divergence.js";
import {plainText} from "../../lib/figures/label.js";
import {formatEpoch, formatMeasured} from "../../lib/figures/numberFormat.js";
import {columnLabel} from "../../lib/figures/theme.js";

/** In which epoch a run diverged, and why, in two sentences; empty if it has not. */
export function divergenceText(divergence: Divergence | null): string {
  if (!divergence) return "";
  const {epoch, overflow, largest} = divergence;
  const what =
    overflow === "weights"
      ? "the next step went beyond all binary64 numbers"
      : "the squared errors went beyond all binary64 numbers";
  return `This run diverged: from epoch ${formatEpoch(epoch)} on its error is not finite. Every step overshot by more than the last, until in epoch ${formatEpoch(largest.epoch)} the weight ${plainText(columnLabel(largest.name))} was ${formatMeasured(largest.value)} and ${what}; a smaller learning rate avoids it.`;
}
