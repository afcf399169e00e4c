import {make} from "./dom.js";

/** A button that keeps the focus while it is out of use, so that who works by the keyboard is not thrown off it. */
export interface SteadyButton {
  element: HTMLButtonElement;
  enable(on: boolean): void;
}

/** @param label says more than the text does, to a screen reader and in the tip */
export function steadyButton(text: string, label: string, press: () => void, className?: string): SteadyButton {
  const element = make("button", {type: "button", ...(className ? {class: className} : {})}, text);
  if (label !== text) {
    element.title = label;
    element.setAttribute("aria-label", label);
  }
  element.addEventListener("click", () => {
    if (element.getAttribute("aria-disabled") !== "true") press();
  });
  return {
    element,
    enable(on) {
      if (on) element.removeAttribute("aria-disabled");
      else element.setAttribute("aria-disabled", "true");
    }
  };
}
