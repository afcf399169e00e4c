import {parseHTML} from "linkedom";
import type {FigureEntry} from "../figures/catalogue.js";
import {drawPanel} from "../figures/drawPanel.js";
import {figureData} from "../figures/figureData.js";
import {drawSheet} from "../figures/sheet.js";
import {standaloneSvg} from "../figures/standaloneSvg.js";
import {readSnapshot} from "./snapshotStore.js";

/** A figure as an SVG file, from the snapshots in the store. */
export function figurePicture(entry: FigureEntry): string {
  const document = parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document;
  const data = figureData(entry, readSnapshot);
  const drawings = entry.panels.map((panel) => drawPanel(panel, data, {document, width: entry.panelWidth}));
  return `${standaloneSvg(drawSheet({...entry, title: `Figure ${entry.id}`}, drawings, document))}\n`;
}
