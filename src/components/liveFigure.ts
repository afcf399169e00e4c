import {figure as figureEntry} from "../lib/figures/catalogue.js";
import {drawPanel} from "../lib/figures/drawPanel.js";
import {reached} from "../lib/figures/epochs.js";
import {zoomed} from "../lib/figures/interaction.js";
import type {EpochPanel, FigureData, Panel} from "../lib/figures/panel.js";
import type {History} from "../lib/model/history.js";
import {onceAFrame} from "./dom.js";
import {fetched} from "./fetched.js";
import type {FigureAction, FigureControls} from "./figureControls.js";
import {historyOf} from "./histories.js";
import {followPointer} from "./panelPointer.js";
import {valuesTable} from "./valuesTable.js";
import type {LiveFigure} from "./whenTouched.js";

const isEpochPanel = (panel: Panel): panel is EpochPanel => panel.kind === "error" || panel.kind === "weights";

/**
 * Fetches a figure's data, trains its runs again for exact values, and draws its panels anew, by the function that drew
 * them at build, whenever the reader moves the epoch or the window.
 * @param epochs the epochs of the figure's longest run
 * @throws Error with a sentence if the data cannot be fetched
 */
export async function liveFigure(figure: HTMLElement, epochs: number, controls: FigureControls): Promise<LiveFigure> {
  const entry = figureEntry(figure.dataset["figure"]!);
  const exact: Record<string, History> = {};
  const printed = await fetchData(figure);
  const data: FigureData = {...printed, exact};
  const panels = entry.panels.map((panel) => {
    const place = figure.querySelector<HTMLElement>(`.panel[data-panel="${panel.id}"]`)!;
    return {panel, place};
  });

  /** undefined: as printed */
  let epoch: number | undefined;
  let window: readonly [number, number] | undefined;

  function draw({panel, place}: (typeof panels)[number], at = epoch): void {
    const view = {epoch: at, epochs: isEpochPanel(panel) ? window : undefined};
    const shown = at === undefined && window === undefined ? printed : data;
    const drawing = drawPanel(panel, shown, {document, width: entry.panelWidth, ...view});
    place.querySelector("svg")!.replaceWith(drawing);
  }

  const redraw = onceAFrame(() => {
    for (const each of panels) draw(each);
    const [from, to] = window ?? [0, epochs];
    controls.show({from, to, epochs, epoch: epoch ?? to, changed: epoch !== undefined || window !== undefined});
    if (controls.values.open) valuesTable(controls.values, entry.panels.filter(isEpochPanel), data, epoch ?? to);
  });

  function look([from, to]: readonly [number, number]): void {
    window = from === 0 && to === epochs ? undefined : [from, to];
    if (epoch !== undefined) epoch = Math.max(from, Math.min(to, epoch));
    redraw();
  }

  function act(action: FigureAction): void {
    if (action.kind === "zoom") {
      const shown = window ?? [0, epochs];
      return look(zoomed(shown, [0, epochs], action.factor, epoch ?? shown[1]));
    }
    if (action.kind === "epoch") epoch = action.epoch;
    if (action.kind === "reset") epoch = window = undefined;
    redraw();
  }

  const clicks = new Map<Element, (clientX: number) => void>();
  for (const each of panels) {
    const {panel, place} = each;
    if (!isEpochPanel(panel)) continue;
    const hover = onceAFrame((at: number | undefined) =>
      draw(each, at === undefined ? epoch : reached(data, panel.runs[0]!, at))
    );
    const choose = followPointer(place, panel, entry.panelWidth, data, () => window, {
      hover,
      choose: (at) => act({kind: "epoch", epoch: at}),
      select: (from, to) => look(zoomed([from, to], [0, epochs], 1, from)),
      reset: () => act({kind: "reset"})
    });
    clicks.set(place, choose);
  }

  void trainAgain(Object.keys(data.runs), exact, controls).then(redraw);
  return {act, click: (panel, clientX) => clicks.get(panel)?.(clientX)};
}

/** The figure's data, from the address that its caption gives. */
async function fetchData(figure: HTMLElement): Promise<FigureData> {
  const {href} = figure.querySelector<HTMLAnchorElement>(".figure-data")!;
  const response = await fetched(href, "its data");
  return (await response.json()) as FigureData;
}

/** Fills `exact` with the histories of the runs, and tells how far it is. */
async function trainAgain(ids: string[], exact: Record<string, History>, controls: FigureControls): Promise<void> {
  const parts = new Map(ids.map((id) => [id, 0]));
  const tell = (id: string, part: number) => {
    parts.set(id, part);
    const done = [...parts.values()].reduce((sum, value) => sum + value, 0) / ids.length;
    controls.status(`Training again in your browser, for exact values: ${Math.floor(100 * done)} %`);
  };
  try {
    await Promise.all(ids.map(async (id) => (exact[id] = await historyOf(id, (part) => tell(id, part)))));
    controls.status("");
  } catch (error) {
    controls.status(`${(error as Error).message} Values are read from the drawn curves.`);
  }
}
