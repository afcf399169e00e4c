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

/** The room (px) between the hairline and a value: with labels, a line leads to each. */
const GAP = {plain: 7, named: 15} as const;

/** The room (px) between two columns of values. */
const BETWEEN = 12;

/**
 * A hairline at an epoch, a dot on every series, and their values on the side that has more room. Where there are several
 * series their labels stand with the values, each on a ground of its own at the end of a line from its dot, in as many
 * columns as it takes for no two to meet.
 */
export function drawCursor(
  {document, x, y, left, right, top, bottom}: Plot,
  epoch: number,
  readings: readonly Reading[]
): SVGElement {
  const at = x(epoch);
  const named = readings.length > 1;
  const texts = readings.map(({label, value}) => (named ? `${label} ` : "") + formatMeasured(value));
  const width = Math.max(0, ...texts.map((text) => labelWidth(text, sizes.text)));
  const heights = readings.map(({value}) => Math.max(top, Math.min(bottom, Number.isFinite(value) ? y(value) : top)));
  const {columns, places} = setInColumns(
    heights.map((height) => height - LIFT),
    [top + 8, bottom - 8]
  );
  const gap = named ? GAP.named : GAP.plain;
  const taken = gap + (Math.max(0, ...columns) + 1) * (width + BETWEEN) - BETWEEN;
  const flip = at + taken > right && at - taken > left;
  const towards = flip ? -1 : 1;
  const starts = columns.map((column) => at + towards * (gap + column * (width + BETWEEN)));

  const grounds = texts.map((text, i) => {
    const length = labelWidth(text, sizes.text) + 4;
    const place = {x: flip ? starts[i]! - length + 2 : starts[i]! - 2, y: places[i]! - LINE / 2};
    return element(document, "rect", {
      ...place,
      width: length,
      height: LINE,
      fill: colour("paper"),
      "fill-opacity": 0.85
    });
  });
  const leaders = readings.map(({style}, i) => {
    const end = starts[i]! - towards * 3;
    const d = `M${round(at)},${round(heights[i]!)}L${round(end - towards * 4)},${round(places[i]!)}H${round(end)}`;
    return element(document, "path", {d, fill: "none", stroke: colour(style.colour)});
  });
  return element(document, "g", {class: "panel-cursor", "data-epoch": String(epoch)}, [
    ...(named ? grounds : []),
    element(document, "path", {d: `M${round(at)},${top}V${bottom}`, stroke: colour("muted")}),
    ...(named ? leaders : []),
    ...readings.flatMap(({value, style}, i) =>
      Number.isFinite(value) ? [dot(document, at, heights[i]!, style, 3)] : []
    ),
    ...texts.map((text, i) =>
      label(document, text, {
        x: starts[i]!,
        y: places[i]! + 4,
        "text-anchor": flip ? "end" : "start",
        size: sizes.text,
        fill: colour("ink"),
        ...halo
      })
    )
  ]);
}

/**
 * Sets values in as few columns as hold them, neighbours in height beside each other, each near the place it wishes.
 * @returns by value, the number of its column and its place there
 */
function setInColumns(
  wished: readonly number[],
  [from, to]: readonly [number, number]
): {columns: number[]; places: number[]} {
  const count = Math.ceil(wished.length / Math.max(1, Math.floor((to - from) / LINE) + 1));
  const order = wished.map((_, i) => i).sort((a, b) => wished[a]! - wished[b]! || a - b);
  const columns = new Array<number>(wished.length);
  const places = new Array<number>(wished.length);
  for (let column = 0; column < count; ++column) {
    const members = order.filter((_, rank) => rank % count === column);
    const placed = dodge(
      members.map((i) => wished[i]!),
      LINE,
      [from, to]
    );
    for (const [j, i] of members.entries()) {
      columns[i] = column;
      places[i] = placed[j]!;
    }
  }
  return {columns, places};
}
