import {make} from "../dom.js";

/** Tells a screen reader how the run is getting on. */
export interface Announcer {
  element: HTMLElement;
  /** says something now */
  say(text: string): void;
  /** says something if nothing has been said for some seconds */
  mention(text: () => string): void;
}

/** Between two mentions (ms). */
const SILENCE = 6000;

export function announcer(): Announcer {
  const element = make("p", {class: "lab-announcer", role: "status"});
  let last = -Infinity;
  function say(text: string): void {
    last = performance.now();
    element.textContent = text;
  }
  return {
    element,
    say,
    mention(text) {
      if (performance.now() - last > SILENCE) say(text());
    }
  };
}
