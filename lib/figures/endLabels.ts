import {dodge} from "./dodge.js";
import {label, labelWidth} from "./label.js";
import {STROKE} from "./mark.js";
import {element, round} from "./svg.js";
import {colour, halo, sizes, type LineStyle} from "./theme.js";

/** The end of a line (px) and what it is called. */
export interface LineEnd {
  x: number;
  y: number;
  /** markup of label.ts */
  label: string;
  style: LineStyle;
}

/** Between the end of a line and its label (px). */
const REACH = 17;

/** The room (px) right of a plot for labels at the ends of its lines. */
export function endLabelRoom(labels: readonly string[]): number {
  return Math.max(0, ...labels.map((text) => Math.ceil(REACH + labelWidth(text, sizes.text) - 2)));
}

/** Labels at the ends of lines, moved apart where they would overlap. */
export function drawEndLabels(
  document: Document,
  ends: readonly LineEnd[],
  [top, bottom]: [number, number]
): SVGElement[] {
  const places = dodge(
    ends.map(({y}) => y),
    15,
    [top, bottom]
  );
  return ends.map(({x, y, label: text, style}, i) =>
    element(document, "g", {class: "series-label"}, [
      element(document, "path", {
        d: `M${round(x)},${round(y)}L${round(x + 8)},${round(places[i]!)}h6`,
        stroke: colour(style.colour),
        "stroke-width": STROKE
      }),
      label(document, text, {x: x + REACH, y: places[i]! + 3.5, size: sizes.text, fill: colour("ink"), ...halo})
    ])
  );
}
