import type {AxisScale} from "../../lib/experiments/labState.js";
import {make} from "../dom.js";
import {steadyButton} from "../steadyButton.js";

/** How the panels show a run. */
export interface ViewChoice {
  scale: AxisScale;
  units: boolean;
  window: readonly [number, number] | null;
}

/** The controls above the panels. */
export interface ViewControls {
  element: HTMLElement;
  show(choice: ViewChoice, epochs: number): void;
}

/** @param change is called with what the reader has chosen; a window is to be scaled by `zoom`, about the shown epoch */
export function viewControls(
  change: (choice: Partial<ViewChoice>) => void,
  zoom: (factor: number) => void
): ViewControls {
  const check = (text: string, changed: (on: boolean) => void) => {
    const input = make("input", {type: "checkbox", autocomplete: "off"});
    input.addEventListener("change", () => changed(input.checked));
    return {input, element: make("label", {class: "lab-check"}, input, text)};
  };
  const log = check("Log scale for errors and norms", (on) => change({scale: on ? "log" : "linear"}));
  const units = check("Each hidden unit’s part", (on) => change({units: on}));
  const wider = steadyButton("−", "Show more epochs", () => zoom(2));
  const closer = steadyButton("+", "Show fewer epochs, around the epoch of the slider", () => zoom(1 / 2));
  const whole = steadyButton("All epochs", "All epochs", () => change({window: null}));
  const zooms = [wider, closer, whole].map(({element}) => element);
  return {
    element: make(
      "div",
      {class: "lab-view", role: "group", "aria-label": "What the charts show"},
      log.element,
      units.element,
      make("span", {class: "lab-zoom", role: "group", "aria-label": "Zoom"}, "Zoom", ...zooms)
    ),
    show({scale, units: shown, window}, epochs) {
      log.input.checked = scale === "log";
      units.input.checked = shown;
      wider.enable(window !== null);
      whole.enable(window !== null);
      closer.enable((window === null ? epochs : window[1] - window[0]) > 10);
    }
  };
}
