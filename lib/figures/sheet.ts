import type {FigureEntry} from "./catalogue.js";
import {element} from "./svg.js";
import {font} from "./theme.js";

/** px between panels and around them. */
const COLUMN_GAP = 16;
const ROW_GAP = 20;
const MARGIN = 12;

/**
 * The panels of a figure on one sheet, in rows as on a wide screen: what a reader downloads as the figure's picture.
 * @param drawings of the panels in the figure's order, or of some; they are copied
 */
export function drawSheet(
  {id, columns, panelWidth, rowStarts}: Pick<FigureEntry, "id" | "columns" | "panelWidth" | "rowStarts">,
  drawings: readonly SVGSVGElement[],
  document: Document
): SVGSVGElement {
  const rows: SVGSVGElement[][] = [];
  for (const drawing of drawings) {
    const row = rows.at(-1);
    if (!row || row.length === columns || rowStarts.includes(drawing.getAttribute("data-panel") ?? ""))
      rows.push([drawing]);
    else row.push(drawing);
  }
  const used = Math.max(...rows.map((row) => row.length));
  let y = MARGIN;
  const placed = rows.flatMap((row) => {
    const top = y;
    y += Math.max(...row.map((drawing) => Number(drawing.getAttribute("height")))) + ROW_GAP;
    return row.map((drawing, i) => {
      const copy = drawing.cloneNode(true) as SVGSVGElement;
      copy.setAttribute("x", String(MARGIN + i * (panelWidth + COLUMN_GAP)));
      copy.setAttribute("y", String(top));
      return copy;
    });
  });
  const width = 2 * MARGIN + used * panelWidth + (used - 1) * COLUMN_GAP;
  const height = y - ROW_GAP + MARGIN;
  const attributes = {viewBox: `0 0 ${width} ${height}`, width, height, role: "img", fill: "none"};
  const title = element(document, "title", {}, [`Figure ${id}`]);
  return element(document, "svg", {...attributes, "font-family": font("sans")}, [title, ...placed]) as SVGSVGElement;
}
