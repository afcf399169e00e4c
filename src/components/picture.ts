import {figure as figureEntry} from "../lib/figures/catalogue.js";
import {drawSheet} from "../lib/figures/sheet.js";
import {standaloneSvg} from "../lib/figures/standaloneSvg.js";
import {download} from "./download.js";
import {pngOf} from "./png.js";

/** “SVG” and “PNG”: the figure as it stands on the page now, all panels on one sheet. */
export async function act(control: HTMLElement): Promise<void> {
  const figure = control.closest<HTMLElement>("figure[data-figure]")!;
  const entry = figureEntry(figure.dataset["figure"]!);
  const drawings = [...figure.querySelectorAll<SVGSVGElement>(".panel > svg")];
  const sheet = drawSheet(entry, drawings, document);
  if (control.dataset["format"] === "svg")
    return download(new Blob([`${standaloneSvg(sheet)}\n`], {type: "image/svg+xml"}), `figure-${entry.id}.svg`);
  download(await pngOf(sheet), `figure-${entry.id}.png`);
}
