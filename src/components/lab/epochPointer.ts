/** A finger that moves up or down scrolls the page as ever; anything else on a chart over epochs moves the epoch. */
export function followEpoch(
  place: HTMLElement,
  epochUnder: (x: number) => number | undefined,
  choose: (epoch: number) => void
): void {
  let pressed = false;
  const move = (event: PointerEvent) => {
    const drawing = place.querySelector("svg");
    if (!pressed || !drawing) return;
    const epoch = epochUnder(event.clientX - drawing.getBoundingClientRect().left);
    if (epoch !== undefined) choose(epoch);
  };
  place.classList.add("lab-scrubbed");
  place.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pressed = true;
    if (event.pointerType === "mouse") event.preventDefault();
    place.setPointerCapture(event.pointerId);
    if (event.pointerType !== "touch") move(event);
  });
  place.addEventListener("pointermove", move);
  place.addEventListener("pointerup", (event) => {
    move(event);
    pressed = false;
  });
  place.addEventListener("pointercancel", () => (pressed = false));
}
