import {fragment, raw, type Html} from "./fragment.js";

/** The width (px) of a drawing for a narrow screen: there its smallest text still measures ten pixels or so. */
const NARROW = 330;

/**
 * A chart that stands alone, drawn for wide screens and for narrow ones; the style sheet shows one of them.
 * @param draw takes the width (px) and what makes the drawing's id unique
 * @param wide the width (px) on wide screens
 */
export function twoWidths(draw: (width: number, suffix: string) => SVGSVGElement, wide: number): Html {
  return fragment`<div class="panel wide-only">${raw(draw(wide, "").outerHTML)}</div>
<div class="panel narrow-only">${raw(draw(NARROW, "-narrow").outerHTML)}</div>\n`;
}
