import type {FigureAction} from "./figureControls.js";
import {remembered} from "./remembered.js";

/** A figure that follows the reader. */
export interface LiveFigure {
  act(action: FigureAction): void;
  /** what a click on a panel means */
  click(panel: Element, clientX: number): void;
}

/**
 * Makes a figure live when it is first touched: until then its program and its data are not fetched. A click that comes
 * before they are there, as the first tap on a touch screen does, is not lost.
 * @param load fetches both
 * @param failed is told in a sentence why the figure is not live; the next touch of its controls tries again
 * @returns does something with the live figure, as soon as it is there
 */
export function whenTouched<Live extends LiveFigure>(
  figure: HTMLElement,
  load: () => Promise<Live>,
  failed: (reason: string) => void
): (then: (live: Live) => void | Promise<void>) => void {
  const touched = new AbortController();
  const early = new AbortController();
  const live = remembered(async () => {
    const made = await load();
    // The figure itself hears of a click whose beginning it has seen.
    figure.addEventListener("pointerdown", () => early.abort(), {once: true, capture: true});
    return made;
  });

  function awaken(then: (live: Live) => void | Promise<void> = () => {}): void {
    touched.abort();
    live()
      .then(then)
      .catch((error: Error) => failed(error.message));
  }

  for (const event of ["pointerenter", "pointerdown", "focusin"] as const)
    figure.addEventListener(event, () => awaken(), {signal: touched.signal, passive: true});
  figure.addEventListener(
    "click",
    ({target, clientX}) => {
      const panel = (target as Element).closest(".panel");
      if (panel) awaken((live) => live.click(panel, clientX));
    },
    {signal: early.signal}
  );
  return awaken;
}
