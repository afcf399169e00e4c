import type {Divergence} from "../../lib/experiments/divergence.js";
import type {Arithmetic} from "../../lib/experiments/parameters.js";
import {plainText} from "../../lib/figures/label.js";
import {formatEpoch, formatMeasured} from "../../lib/figures/numberFormat.js";
import {columnLabel} from "../../lib/figures/theme.js";

/** In which epoch a run diverged, and why, in two sentences; empty if it has not. */
export function divergenceText(divergence: Divergence | null, arithmetic: Arithmetic | undefined): string {
  if (!divergence) return "";
  const {epoch, overflow, largest} = divergence;
  const numbers = arithmetic === "binary32" ? "binary32" : "binary64";
  const what = overflow === "weights" ? "the next step" : "the squared errors";
  return `This run diverged: from epoch ${formatEpoch(epoch)} on its error is not finite. Every step overshot by more than the last, until in epoch ${formatEpoch(largest.epoch)} the weight ${plainText(columnLabel(largest.name))} was ${formatMeasured(largest.value)} and ${what} went beyond all ${numbers} numbers; a smaller learning rate avoids it.`;
}
