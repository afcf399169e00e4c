import {formatEpoch, formatMeasured} from "../figures/numberFormat.js";
import {cutAtRaised} from "../figures/superscript.js";
import {fragment, type Html} from "./fragment.js";

const MINUS = "\u2212";
const UNBROKEN = "\u00a0";

/** A measured number by the rule of the figures: the paper's four decimals, or a power of ten. It stays on one line. */
export function measuredText(value: number): Html {
  return raised(minus(formatMeasured(value)).replaceAll(" ", UNBROKEN));
}

/** A count of epochs. */
export function epochText(value: number): Html {
  return fragment`${formatEpoch(value)}`;
}

/** A number with so many decimals. */
export function fixedText(value: number, decimals: number): Html {
  return fragment`${minus(value.toFixed(decimals))}`;
}

/** A number in scientific notation with so many decimals, as in 2.7 × 10⁴. */
export function scientificText(value: number, decimals: number): Html {
  const [mantissa, exponent] = value.toExponential(decimals).split("e") as [string, string];
  return fragment`${minus(mantissa)}${UNBROKEN}×${UNBROKEN}${powerOfTen(Number(exponent))}`;
}

/** 10 with a raised exponent. */
export function powerOfTen(exponent: number): Html {
  return fragment`10<sup>${minus(String(exponent))}</sup>`;
}

function minus(digits: string): string {
  return digits.replace(/^-/, MINUS);
}

/** Few fonts have all of Unicode's superscript digits, and none sets them as it sets its own. */
function raised(text: string): Html {
  return fragment`${cutAtRaised(text).map((piece, i) => (i % 2 ? fragment`<sup>${piece}</sup>` : fragment`${piece}`))}`;
}
