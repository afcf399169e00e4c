import type {InstabilityData} from "../lib/evidence/instabilityData.js";
import {stackLayout} from "../lib/figures/charts/stack.js";
import {drawInstability, instabilityStack} from "../lib/figures/instabilityChart.js";
import {epochAt, zoomed} from "../lib/figures/interaction.js";
import {nameChosenRun} from "./chosenRun.js";
import {onceAFrame} from "./dom.js";
import {fetched} from "./fetched.js";
import type {FigureControls} from "./figureControls.js";
import type {LiveInstability} from "./instability.js";

/**
 * Fetches what a figure of a run's instability shows, and draws it anew, by the function that drew it at build, whenever
 * the reader moves the epoch or the window, or takes another run.
 * @throws Error with a sentence if the data cannot be fetched
 */
export async function liveInstability(figure: HTMLElement, controls: FigureControls): Promise<LiveInstability> {
  const place = figure.querySelector<HTMLElement>(".panel")!;
  const width = Number(figure.dataset["width"]);
  let data = await fetchData(figure, figure.dataset["run"]!);
  /** undefined: as printed */
  let epoch: number | undefined;
  let window: readonly [number, number] | undefined;
  let asked = data.id;

  const redraw = onceAFrame((at: number | undefined = epoch) => {
    const {epochs} = data.parameters;
    const drawing = drawInstability(data, {window, epoch: at}, {document, width, idPrefix: `${figure.id}-`});
    place.querySelector("svg")!.replaceWith(drawing);
    const [from, to] = window ?? [0, epochs];
    controls.show({from, to, epochs, epoch: epoch ?? to, changed: epoch !== undefined || window !== undefined});
  });

  function epochUnder(clientX: number): number {
    const box = place.querySelector("svg")!.getBoundingClientRect();
    const {places} = stackLayout(instabilityStack(data, {window}), width)[0]!;
    return epochAt(places, ((clientX - box.left) / box.width) * width);
  }

  place.classList.add("panel-live");
  place.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch") redraw(epochUnder(event.clientX));
  });
  place.addEventListener("pointerleave", () => redraw(epoch));
  const click = (clientX: number) => redraw((epoch = epochUnder(clientX)));
  place.addEventListener("click", (event) => click(event.clientX));

  return {
    click: (_panel, clientX) => click(clientX),
    act(action) {
      const {epochs} = data.parameters;
      if (action.kind === "zoom") {
        const [from, to] = window ?? [0, epochs];
        const [first, last] = zoomed([from, to], [0, epochs], action.factor, epoch ?? to);
        window = first === 0 && last === epochs ? undefined : [first, last];
        if (epoch !== undefined) epoch = Math.max(first, Math.min(last, epoch));
      }
      if (action.kind === "epoch") epoch = action.epoch;
      if (action.kind === "reset") epoch = window = undefined;
      redraw(epoch);
    },
    async show(option) {
      const id = option.value;
      asked = id;
      const other = await fetchData(figure, id);
      if (asked !== id) return;
      data = other;
      nameChosenRun(figure, option);
      epoch = window = undefined;
      redraw(epoch);
    }
  };
}

async function fetchData(figure: HTMLElement, id: string): Promise<InstabilityData> {
  const address = `${figure.dataset["folder"]}/instability-${id}.json`;
  const response = await fetched(address, "its data");
  return (await response.json()) as InstabilityData;
}
