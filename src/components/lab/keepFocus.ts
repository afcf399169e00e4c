/**
 * Fills a place anew, and gives the focus back to what has the same name in it, or to its first button.
 * @param home takes the focus where neither is left
 */
export function keepFocus(place: HTMLElement, fill: () => void, home: HTMLElement): void {
  const focused = document.activeElement;
  const held = focused !== null && place.contains(focused);
  const name = focused?.getAttribute("aria-label");
  fill();
  if (!held) return;
  const same = [...place.querySelectorAll<HTMLElement>("[aria-label]")].find((element) => element.ariaLabel === name);
  (same ?? place.querySelector("button") ?? home).focus();
}
