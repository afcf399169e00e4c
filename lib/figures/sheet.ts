import {element} from "./svg.js";
import {font} from "./theme.js";

/** px between panels and around them. */
const COLUMN_GAP = 16;
const ROW_GAP = 20;
const MARGIN = 16;

/** How the panels of a figure stand on a wide screen. */
export interface SheetLayout {
  title: string;
  columns: number;
  /** nominal (px); a wider panel takes as many columns as it covers */
  panelWidth: number;
  /** the ids of panels that start a row before the row above is full */
  rowStarts: readonly string[];
}

/**
 * The panels of a figure on one sheet, in rows as on a wide screen: what a reader downloads as the figure's picture.
 * @param drawings of the panels in the figure's order, or of some; they are copied
 */
export function drawSheet(
  {title, columns, panelWidth, rowStarts}: SheetLayout,
  drawings: readonly SVGSVGElement[],
  document: Document
): SVGSVGElement {
  const span = (drawing: SVGSVGElement) =>
    Math.max(1, Math.round((Number(drawing.getAttribute("width")) + COLUMN_GAP) / (panelWidth + COLUMN_GAP)));
  const taken = (row: readonly SVGSVGElement[]) => row.reduce((sum, drawing) => sum + span(drawing), 0);
  const rows: SVGSVGElement[][] = [];
  for (const drawing of drawings) {
    const row = rows.at(-1);
    const starts = rowStarts.includes(drawing.getAttribute("data-panel") ?? "");
    if (!row || starts || taken(row) + span(drawing) > columns) rows.push([drawing]);
    else row.push(drawing);
  }
  const used = Math.max(...rows.map(taken));
  let y = MARGIN;
  const placed = rows.flatMap((row) => {
    const top = y;
    y += Math.max(...row.map((drawing) => Number(drawing.getAttribute("height")))) + ROW_GAP;
    return row.map((drawing, i) => {
      const copy = drawing.cloneNode(true) as SVGSVGElement;
      copy.setAttribute("x", String(MARGIN + taken(row.slice(0, i)) * (panelWidth + COLUMN_GAP)));
      copy.setAttribute("y", String(top));
      // A label at the edge of an axis may stick out a little, as it may on the page.
      copy.setAttribute("overflow", "visible");
      return copy;
    });
  });
  const width = 2 * MARGIN + used * panelWidth + (used - 1) * COLUMN_GAP;
  const height = y - ROW_GAP + MARGIN;
  const attributes = {viewBox: `0 0 ${width} ${height}`, width, height, role: "img", fill: "none"};
  const heading = element(document, "title", {}, [title]);
  return element(document, "svg", {...attributes, "font-family": font("sans")}, [heading, ...placed]) as SVGSVGElement;
}
