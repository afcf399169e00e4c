import {dodge} from "./dodge.js";
import type {Plot} from "./drawing.js";
import {label, labelWidth} from "./label.js";
import {dot} from "./mark.js";
import {formatMeasured} from "./numberFormat.js";
import {element, round} from "./svg.js";
import {colour, halo, sizes, type LineStyle} from "./theme.js";

/** The value of a series at the cursor. */
interface Reading {
  label: string;
  value: number;
  style: LineStyle;
}

const LINE = 15;

/** Values are written so far (px) above their line, which then stays visible. */
const LIFT = 9;

/**
 * A hairline at an epoch, a dot on every series, and their values on the side that has more room; where there are several
 * series, with their labels.
 */
export function drawCursor(
  {document, x, y, left, right, top, bottom}: Plot,
  epoch: number,
  readings: readonly Reading[]
): SVGElement {
  const at = x(epoch);
  const named = readings.length > 1;
  const texts = readings.map(({label, value}) => (named ? `${label} ` : "") + formatMeasured(value));
  const width = Math.max(0, ...texts.map((text) => labelWidth(text, sizes.text))) + 7;
  const flip = at + width > right && at - width > left;
  const heights = readings.map(({value}) => Math.max(top, Math.min(bottom, Number.isFinite(value) ? y(value) : top)));
  const places = dodge(
    heights.map((height) => height - LIFT),
    LINE,
    [top + 8, bottom - 8]
  );
  return element(document, "g", {class: "panel-cursor", "data-epoch": String(epoch)}, [
    element(document, "path", {d: `M${round(at)},${top}V${bottom}`, stroke: colour("muted")}),
    ...readings.flatMap(({value, style}, i) =>
      Number.isFinite(value) ? [dot(document, at, heights[i]!, style, 3)] : []
    ),
    ...texts.map((text, i) =>
      label(document, text, {
        x: flip ? at - 7 : at + 7,
        y: places[i]! + 4,
        "text-anchor": flip ? "end" : "start",
        size: sizes.text,
        fill: colour("ink"),
        ...halo
      })
    )
  ]);
}
