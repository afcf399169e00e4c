import {drawingOf, heightOf} from "../lib/figures/drawPanel.js";
import {layout} from "../lib/figures/layout.js";
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
 */
export function followPointer(
  place: HTMLElement,
  panel: EpochPanel,
  width: number,
  data: FigureData,
  window: () => readonly [number, number] | undefined,
  actions: PointerActions
): void {
  let start: {x: number; epoch: number; pointer: number} | undefined;
  const brush = document.createElement("div");
  brush.className = "panel-brush";
  brush.hidden = true;
  place.append(brush);
  place.classList.add("panel-live");

  /** The epoch under a point of the screen; clamped to the plot. */
  function epochAt(clientX: number): number {
    const box = place.querySelector("svg")!.getBoundingClientRect();
    const drawing = drawingOf(panel, data, {epochs: window()});
    const {x, left, right} = layout(drawing, width, heightOf(panel, width));
    const inside = Math.max(left, Math.min(right, ((clientX - box.left) / box.width) * width));
    return Math.round(x.invert(inside));
  }

  function showBrush(from: number, to: number): void {
    const box = place.getBoundingClientRect();
    brush.style.left = `${Math.min(from, to) - box.left}px`;
    brush.style.width = `${Math.abs(to - from)}px`;
    brush.hidden = Math.abs(to - from) < CLICK;
  }

  place.addEventListener("pointermove", (event) => {
    if (start) showBrush(start.x, event.clientX);
    else if (event.pointerType !== "touch") actions.hover(epochAt(event.clientX));
  });
  place.addEventListener("pointerleave", () => {
    if (!start) actions.hover(undefined);
  });
  place.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    start = {x: event.clientX, epoch: epochAt(event.clientX), pointer: event.pointerId};
    if (event.pointerType === "mouse") event.preventDefault();
    place.setPointerCapture(event.pointerId);
  });
  place.addEventListener("pointerup", (event) => {
    if (!start) return;
    const {x, epoch} = start;
    end();
    if (Math.abs(event.clientX - x) < CLICK) return actions.choose(epoch);
    const other = epochAt(event.clientX);
    actions.select(Math.min(epoch, other), Math.max(epoch, other));
  });
  place.addEventListener("pointercancel", end);
  place.addEventListener("dblclick", actions.reset);

  function end(): void {
    start = undefined;
    brush.hidden = true;
  }
}
