import {epochAt, panelLayout} from "../lib/figures/interaction.js";
import type {EpochPanel, FigureData} from "../lib/figures/panel.js";

/** What a pointer on a panel of curves means. */
export interface PointerActions {
  /** reads values at an epoch; undefined when the pointer has left */
  hover(epoch: number | undefined): void;
  /** a click: the figure goes to this epoch */
  choose(epoch: number): void;
  /** a drag: the figure shows these epochs */
  select(from: number, to: number): void;
  /** a double click: the figure as printed */
  reset(): void;
}

/** A pointer that moves less (px) has not been dragged. */
const CLICK = 5;

/**
 * Follows the pointer over a panel of curves: a crosshair while it hovers, an epoch on a click, a window of epochs on a
 * drag across. A finger that moves up or down scrolls the page as ever.
 * @param place holds the panel's drawing, which may be replaced at any time
 * @returns what a click at a place on the screen does
 */
export function followPointer(
  place: HTMLElement,
  panel: EpochPanel,
  width: number,
  data: FigureData,
  window: () => readonly [number, number] | undefined,
  actions: PointerActions
): (clientX: number) => void {
  let start: {x: number; epoch: number} | undefined;
  const brush = document.createElement("div");
  brush.className = "panel-brush";
  brush.hidden = true;
  place.append(brush);
  place.classList.add("panel-live");

  /** The epoch under a point of the screen. */
  function epochUnder(clientX: number): number {
    const box = place.querySelector("svg")!.getBoundingClientRect();
    const places = panelLayout(panel, data, {width, epochs: window()});
    return epochAt(places, ((clientX - box.left) / box.width) * width);
  }

  function showBrush(from: number, to: number): void {
    const box = place.getBoundingClientRect();
    brush.style.left = `${Math.min(from, to) - box.left}px`;
    brush.style.width = `${Math.abs(to - from)}px`;
    brush.hidden = Math.abs(to - from) < CLICK;
  }

  place.addEventListener("pointermove", (event) => {
    if (start) showBrush(start.x, event.clientX);
    else if (event.pointerType !== "touch") actions.hover(epochUnder(event.clientX));
  });
  place.addEventListener("pointerleave", () => {
    if (!start) actions.hover(undefined);
  });
  place.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    start = {x: event.clientX, epoch: epochUnder(event.clientX)};
    if (event.pointerType === "mouse") event.preventDefault();
    place.setPointerCapture(event.pointerId);
  });
  place.addEventListener("pointerup", (event) => {
    if (!start) return;
    const {x, epoch} = start;
    end();
    if (Math.abs(event.clientX - x) < CLICK) return actions.choose(epoch);
    const other = epochUnder(event.clientX);
    actions.select(Math.min(epoch, other), Math.max(epoch, other));
  });
  place.addEventListener("pointercancel", end);
  place.addEventListener("dblclick", actions.reset);

  function end(): void {
    start = undefined;
    brush.hidden = true;
  }

  return (clientX) => actions.choose(epochUnder(clientX));
}
