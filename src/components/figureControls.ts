import {LEAST_WINDOW} from "../lib/figures/leastWindow.js";
import {make} from "./dom.js";
import {steadyButton} from "./steadyButton.js";

/** What a reader can ask of a figure of runs. */
export type FigureAction =
  {kind: "epoch"; epoch: number} | {kind: "zoom"; factor: number} | {kind: "reset"} | {kind: "values"};

/** The controls under a figure: the epoch, the zoom, and what the figure has to say. */
export interface FigureControls {
  element: HTMLElement;
  /** sets the slider's ends and place without an action; a run has so many epochs, of which these are shown */
  show(state: {from: number; to: number; epochs: number; epoch: number; changed: boolean}): void;
  /** tells how the reader's own run is getting on */
  status(text: string): void;
  /** the table of values is put here */
  values: HTMLDetailsElement;
}

/** Makes the controls of a figure whose longest run has so many epochs. They are cheap: no drawing code is loaded. */
export function figureControls(figure: string, epochs: number, act: (action: FigureAction) => void): FigureControls {
  const slider = make("input", {
    type: "range",
    id: `figure-${figure}-epoch`,
    min: 0,
    max: epochs,
    step: 1,
    value: epochs,
    autocomplete: "off"
  });
  const output = make("output", {for: slider.id}, format(epochs));
  const button = (text: string, name: string, action: FigureAction) => steadyButton(text, name, () => act(action));
  const wider = button("−", "Show more epochs", {kind: "zoom", factor: 2});
  const closer = button("+", "Show fewer epochs, around the epoch of the slider", {kind: "zoom", factor: 1 / 2});
  const reset = button("Reset", "Reset to the figure as printed", {kind: "reset"});
  const status = make("p", {class: "figure-status", role: "status"});
  const values = make("details", {class: "figure-values"}, make("summary", {}, "Values at this epoch"));
  slider.addEventListener("input", () => act({kind: "epoch", epoch: slider.valueAsNumber}));
  values.addEventListener("toggle", () => values.open && act({kind: "values"}));
  for (const out of [wider, reset]) out.enable(false);

  const element = make(
    "div",
    {class: "figure-controls"},
    make("label", {for: slider.id}, "Epoch"),
    slider,
    output,
    make("span", {class: "figure-zoom", role: "group", "aria-label": "Zoom"}, wider.element, closer.element),
    reset.element,
    status,
    values
  );
  return {
    element,
    values,
    show({from, to, epochs, epoch, changed}) {
      slider.min = String(from);
      slider.max = String(to);
      slider.value = String(epoch);
      output.value = format(epoch);
      wider.enable(from > 0 || to < epochs);
      closer.enable(to - from > LEAST_WINDOW);
      reset.enable(changed);
    },
    status(text) {
      if (status.textContent !== text) status.textContent = text;
    }
  };
}

/** As on the figures' axes: digits are grouped from 10,000 on. */
function format(epoch: number): string {
  return epoch >= 1e4 ? epoch.toLocaleString("en") : String(epoch);
}
