import {drawSheet, type SheetLayout} from "../lib/figures/sheet.js";
import {standaloneSvg} from "../lib/figures/standaloneSvg.js";
import {download} from "./download.js";
import {pngOf} from "./png.js";

/** “SVG” and “PNG”: the figure as it stands on the page now, all panels on one sheet. */
export async function act(control: HTMLElement): Promise<void> {
  const figure = control.closest("figure")!;
  const drawings = [...figure.querySelectorAll<SVGSVGElement>(".panel:not(.narrow-only) > svg, :scope > svg")];
  const sheet = drawSheet(layoutOf(figure, drawings), drawings, document);
  const name = figure.id.replace(/chosen$/, figure.dataset["run"] ?? "");
  if (control.dataset["format"] === "svg")
    return download(new Blob([`${standaloneSvg(sheet)}\n`], {type: "image/svg+xml"}), `${name}.svg`);
  download(await pngOf(sheet), `${name}.png`);
}

/** How the figure's panels stand on the page, as its markup says. */
function layoutOf(figure: HTMLElement, drawings: readonly SVGSVGElement[]): SheetLayout {
  const columns = Number(figure.querySelector<HTMLElement>(".figure-panels")?.style.getPropertyValue("--columns") ?? 1);
  return {
    title: (figure.querySelector(".figure-number") ?? document.querySelector("h1"))!.textContent!,
    columns,
    panelWidth: Math.min(...drawings.map((drawing) => Number(drawing.getAttribute("width")))),
    rowStarts: [...figure.querySelectorAll(".row-start > svg")].map((drawing) => drawing.getAttribute("data-panel")!)
  };
}
