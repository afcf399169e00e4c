import {showEvidence} from "./claimFigure.js";

const GAP = 8;

/**
 * Opens the card of the claim that a mark stands for, beside the mark, and shows its evidence. The browser closes it on
 * Escape or a click elsewhere, and then returns the focus to the mark.
 */
export async function act(mark: HTMLElement): Promise<void> {
  const card = document.getElementById(`card-${mark.dataset["claim"]}`)!;
  card.showPopover();
  place(card, mark.getBoundingClientRect());
  card.focus({preventScroll: true});
  const figure = card.querySelector<HTMLElement>(".claim-figure[hidden]");
  if (figure === null) return;
  await showEvidence(figure);
  if (card.matches(":popover-open")) place(card, mark.getBoundingClientRect());
}

/** Below the mark if there is room, else above it; always whole within the window. */
function place(card: HTMLElement, mark: DOMRect): void {
  const {width, height} = card.getBoundingClientRect();
  const {clientWidth, clientHeight} = document.documentElement;
  const below = mark.bottom + GAP;
  const above = mark.top - GAP - height;
  const top = below + height <= clientHeight || above < GAP ? below : above;
  const within = (value: number, most: number) => Math.max(GAP, Math.min(value, most - GAP));
  card.style.left = `${within(mark.left - width / 2, clientWidth - width)}px`;
  card.style.top = `${within(top, clientHeight - height)}px`;
}
