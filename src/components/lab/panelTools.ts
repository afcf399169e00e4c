import {standaloneSvg} from "../../lib/figures/standaloneSvg.js";
import {make} from "../dom.js";
import {download} from "../download.js";
import {morph} from "./morph.js";
import {raised} from "./raised.js";

/** The numbers behind a chart. */
export interface ChartTable {
  heads: string[];
  /** the first cell of a row is its name */
  rows: (string | number)[][];
  /** what is left out */
  note?: string;
}

/** A chart that has a table and pictures. */
export interface ToolsOptions {
  title: string;
  /** holds the drawing */
  place: HTMLElement;
  /** the name of a picture, without its ending */
  file: () => string;
  /** undefined while there are no numbers */
  table: () => ChartTable | undefined;
}

/** Below a chart: its numbers in a table, for who wants to read them or cannot see the chart, and its pictures. */
export interface PanelTools {
  element: HTMLElement;
  /** shows the present numbers, if the table is unfolded */
  update(): void;
}

export function panelTools({title, place, file, table}: ToolsOptions): PanelTools {
  const fold = make("details", {class: "lab-table"}, make("summary", {"aria-label": `Table: ${title}`}, "Table"));
  const problem = make("p", {class: "lab-problem", role: "status"});
  const picture = (format: "svg" | "png") => {
    const text = format.toUpperCase();
    const button = make("button", {type: "button", "aria-label": `${title}, ${text} picture`}, text);
    button.addEventListener("click", () => {
      problem.textContent = "";
      save(format).catch((error: Error) => (problem.textContent = error.message));
    });
    return button;
  };

  function update(): void {
    const now = fold.open ? table() : undefined;
    if (!now) return;
    const wanted = tableOf(title, now);
    const shown = fold.querySelector(".table");
    if (shown) morph(shown, wanted);
    else fold.append(wanted);
  }

  async function save(format: "svg" | "png"): Promise<void> {
    const drawing = place.querySelector("svg");
    if (!drawing) return;
    const name = `${file()}.${format}`;
    if (format === "svg") return download(new Blob([`${standaloneSvg(drawing)}\n`], {type: "image/svg+xml"}), name);
    const {pngOf} = await import("../png.js");
    download(await pngOf(drawing), name);
  }

  fold.addEventListener("toggle", update);
  const pictures = make("div", {class: "lab-pictures"}, picture("svg"), picture("png"));
  return {element: make("div", {class: "lab-panel-tools"}, fold, pictures, problem), update};
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
