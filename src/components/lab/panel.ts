import {standaloneSvg} from "../../lib/figures/standaloneSvg.js";
import {make} from "../dom.js";
import {download} from "../download.js";
import type {Drawn} from "./frames.js";
import {morph} from "./morph.js";
import {raised} from "./raised.js";
import type {LabView} from "./view.js";

/** A chart of the lab, and the numbers behind it. */
export interface LabChart {
  /** for ids and file names */
  id: string;
  title: string;
  /** how much of a row it takes on a wide screen */
  size: "wide" | "narrow";
  /** the height for a width (px) */
  height(width: number): number;
  draw(view: LabView, size: {width: number; height: number}): SVGSVGElement;
  /** the numbers, for a reader who wants to read them or cannot see the chart */
  table(view: LabView): ChartTable;
}

export interface ChartTable {
  heads: string[];
  /** the first cell of a row is its name */
  rows: (string | number)[][];
  /** what is left out */
  note?: string;
}

/** A drawing that takes longer (ms) is drawn with half the details next time, as long as the run trains. */
const SLOW = 7;
const LEAST_DETAIL = 1 / 8;

/** A chart on the page, with its table and its pictures. */
export interface LabPanel extends Drawn {
  element: HTMLElement;
}

/** Puts a chart on the page. It is as wide as its place, and drawn only while it is near the screen. */
export function labPanel(
  chart: LabChart,
  view: () => LabView | undefined,
  redraw: (panel: LabPanel) => void
): LabPanel {
  const place = make("div", {class: "lab-chart"});
  const table = make("details", {class: "lab-table"}, make("summary", {}, "Table"));
  const picture = (format: "svg" | "png") => {
    const button = make(
      "button",
      {type: "button", "aria-label": `${chart.title}, ${format.toUpperCase()} picture`},
      format.toUpperCase()
    );
    button.addEventListener("click", () => void save(format));
    return button;
  };
  const element = make(
    "section",
    {class: `lab-panel lab-${chart.size}`, id: `lab-panel-${chart.id}`, "aria-label": chart.title},
    place,
    make("div", {class: "lab-panel-tools"}, table, picture("svg"), picture("png"))
  );
  let width = 0;
  let visible = true;
  let detail = 1;

  const panel: LabPanel = {
    element,
    get visible() {
      return visible && width > 0;
    },
    draw() {
      const start = performance.now();
      const now = view();
      if (!now) return;
      if (!now.growing) detail = 1;
      const drawing = chart.draw({...now, detail}, {width, height: chart.height(width)});
      const shown = place.firstElementChild;
      if (shown) morph(shown, drawing);
      else place.append(drawing);
      if (table.open) showTable();
      if (now.growing && performance.now() - start > SLOW) detail = Math.max(LEAST_DETAIL, detail / 2);
    }
  };

  function showTable(): void {
    const now = view();
    if (!now) return;
    table.querySelector(".table")?.remove();
    table.append(tableOf(chart.title, chart.table(now)));
  }

  async function save(format: "svg" | "png"): Promise<void> {
    const drawing = place.querySelector("svg")!;
    const name = `${chart.id}.${format}`;
    if (format === "svg") return download(new Blob([`${standaloneSvg(drawing)}\n`], {type: "image/svg+xml"}), name);
    const {pngOf} = await import("../png.js");
    download(await pngOf(drawing), name);
  }

  table.addEventListener("toggle", () => table.open && showTable());
  new ResizeObserver(([entry]) => {
    const now = Math.round(entry!.contentRect.width);
    if (now === width) return;
    width = now;
    place.style.minHeight = `${chart.height(width)}px`;
    redraw(panel);
  }).observe(place);
  new IntersectionObserver(
    ([entry]) => {
      visible = entry!.isIntersecting;
      if (visible) redraw(panel);
    },
    {rootMargin: "80px"}
  ).observe(element);
  return panel;
}

function tableOf(title: string, {heads, rows, note}: ChartTable): HTMLElement {
  const head = make(
    "tr",
    {},
    ...heads.map((text, i) => make("th", i ? {scope: "col", class: "number"} : {scope: "col"}, text))
  );
  const body = rows.map(([name, ...cells]) =>
    make(
      "tr",
      {},
      make("th", {scope: "row"}, String(name)),
      ...cells.map((cell) => make("td", {class: "number"}, ...raised(String(cell))))
    )
  );
  const caption = make("caption", {}, note ? `${title}. ${note}` : title);
  const table = make("table", {}, caption, make("thead", {}, head), make("tbody", {}, ...body));
  return make("div", {class: "table", tabindex: 0, role: "region", "aria-label": `Table: ${title}`}, table);
}
