import type {Judgement} from "../evidence/claims/ledger.js";
import type {Quantity, Unit} from "../evidence/claims/claim.js";
import {fragment, type Html} from "./fragment.js";
import {epochText, fixedText, measuredText, scientificText} from "./numberText.js";
import type {Page} from "./page.js";

/** Counts from here on are written with a power of ten. */
const MANY = 1e6;

const formats: Readonly<Record<Unit, (value: number) => Html>> = {
  loss: measuredText,
  weight: measuredText,
  epochs: epochText,
  count: (value) => (value < MANY ? epochText(value) : scientificText(value, 1)),
  seconds: (value) => fragment`${digits(value)}\u00a0s`,
  share: (value) => fragment`${digits(100 * value)}\u00a0%`,
  factor: (value) => fragment`${digits(value)}\u00a0times`,
  correlation: (value) => fixedText(value, 3),
  decades: (value) => fixedText(10 ** value, 2)
};

/** Three digits, and none of them a nought at the end. */
function digits(value: number): string {
  const rounded = Number(value.toPrecision(3));
  return rounded !== 0 && Math.abs(rounded) < 1e-6 ? rounded.toExponential() : String(rounded).replace("-", "\u2212");
}

/** A measured number as the text of a claim prints it; all its digits are there for machines. */
export function claimNumber({value, unit}: Quantity): Html {
  if (!Number.isFinite(value)) return fragment`none`;
  return fragment`<data class="value" value="${value}">${formats[unit](value)}</data>`;
}

const NAME = /\{([a-z][A-Za-z0-9]*)\}/g;

/** A sentence of a claim with its numbers. */
export function claimSentence(
  sentence: string,
  {id, quantities}: Pick<Judgement, "id" | "quantities">,
  page: Page
): Html {
  const filled = sentence.replace(NAME, (braces, name: string) => {
    const quantity = Object.hasOwn(quantities, name) ? quantities[name] : undefined;
    return quantity ? claimNumber(quantity).html : braces;
  });
  return page.inline(filled, `the claim ${id}`);
}
