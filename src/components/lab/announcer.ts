import {make} from "../dom.js";
import {spoken} from "./spoken.js";

/** Tells a screen reader how the run is getting on. */
export interface Announcer {
  element: HTMLElement;
  /** says something now */
  say(text: string): void;
  /** says something after what is just being said */
  also(text: string): void;
  /** says something if nothing has been said for some seconds */
  mention(text: () => string): void;
}

/** Between two mentions (ms). */
const SILENCE = 6000;

/** What was said so long ago (ms) may give way. */
const SAID = 2000;

export function announcer(): Announcer {
  // A screen reader reads what is added, and not again what stands there.
  const element = make("p", {class: "lab-announcer", role: "status", "aria-atomic": "false"});
  let last = -Infinity;
  function say(text: string): void {
    last = performance.now();
    element.replaceChildren(make("span", {}, spoken(text)));
  }
  return {
    element,
    say,
    also(text) {
      if (performance.now() - last > SAID) return say(text);
      last = performance.now();
      element.append(" ", make("span", {}, spoken(text)));
    },
    mention(text) {
      if (performance.now() - last > SILENCE) say(text());
    }
  };
}
