import {standaloneSvg} from "../../lib/figures/standaloneSvg.js";
import {make} from "../dom.js";
import {download} from "../download.js";
import {followEpoch} from "./epochPointer.js";
import type {Drawn} from "./frames.js";
import {morph} from "./morph.js";
import {raised} from "./raised.js";
import type {LabView} from "./view.js";

/** A chart of the lab, and the numbers behind it. */
export interface LabChart {
  /** for ids and file names */
  id: string;
  title: string;
  /** the height for a width (px) and a number of hidden units */
  height(width: number, hidden: number): number;
  draw(view: LabView, size: {width: number; height: number}): SVGSVGElement;
  /** the numbers, for a reader who wants to read them or cannot see the chart */
  table(view: LabView): ChartTable;
  /** the epoch at a place (px) of the drawing, if the chart has an axis of epochs */
  epochAt?(view: LabView, size: {width: number; height: number}, x: number): number;
}

/** The height (px) of a chart of this width, where it asks for no other: none fills a screen. */
export function labHeight(width: number): number {
  return Math.round(Math.min(0.62 * width, 340));
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
  /** holds the drawing */
  place: HTMLElement;
}

/** What a panel needs of the lab. */
export interface PanelContext {
  /** undefined while there is nothing to draw */
  view(): LabView | undefined;
  /** asks for a panel to be drawn */
  redraw(panel: LabPanel): void;
  /** an epoch that the reader has pointed at */
  choose(epoch: number): void;
}

/** Puts a chart on the page. It is as wide as its place, and drawn only while it is near the screen. */
export function labPanel(chart: LabChart, {view, redraw, choose}: PanelContext): LabPanel {
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
    {class: "lab-panel", id: `lab-panel-${chart.id}`, "aria-label": chart.title},
    place,
    make("div", {class: "lab-panel-tools"}, table, picture("svg"), picture("png"))
  );
  let width = 0;
  let visible = true;
  let detail = 1;

  const sizeFor = ({columns}: LabView) => ({width, height: chart.height(width, columns.hidden)});

  const panel: LabPanel = {
    element,
    place,
    get visible() {
      return visible && width > 0;
    },
    draw() {
      const start = performance.now();
      const now = view();
      if (!now) return;
      if (!now.growing) detail = 1;
      const drawing = chart.draw({...now, detail}, sizeFor(now));
      const shown = place.firstElementChild;
      if (shown) morph(shown, drawing);
      else place.append(drawing);
      if (table.open && !now.growing) showTable();
      if (now.growing && performance.now() - start > SLOW) detail = Math.max(LEAST_DETAIL, detail / 2);
    }
  };

  function showTable(): void {
    const now = view();
    if (!now) return;
    const wanted = tableOf(chart.title, chart.table(now));
    const shown = table.querySelector(".table");
    if (shown) morph(shown, wanted);
    else table.append(wanted);
  }

  async function save(format: "svg" | "png"): Promise<void> {
    const drawing = place.querySelector("svg")!;
    const name = `${chart.id}.${format}`;
    if (format === "svg") return download(new Blob([`${standaloneSvg(drawing)}\n`], {type: "image/svg+xml"}), name);
    const {pngOf} = await import("../png.js");
    download(await pngOf(drawing), name);
  }

  if (chart.epochAt)
    followEpoch(
      place,
      (x) => {
        const now = view();
        return now && chart.epochAt?.(now, sizeFor(now), x);
      },
      choose
    );
  table.addEventListener("toggle", () => table.open && showTable());
  new ResizeObserver(([entry]) => {
    const now = Math.round(entry!.contentRect.width);
    if (now === width) return;
    width = now;
    place.style.minHeight = `${chart.height(width, 3)}px`;
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
