/** A finger that has moved less (px) may still be about to scroll. */
const SLIP = 8;

/** A finger that moves up or down scrolls the page as ever; anything else on a chart over epochs moves the epoch. */
export function followEpoch(
  place: HTMLElement,
  epochUnder: (x: number) => number | undefined,
  choose: (epoch: number) => void
): void {
  /** where the pointer went down, and whether it has shown since that it does not scroll */
  let pressed: {x: number; y: number; drags: boolean} | undefined;

  function follow({clientX}: PointerEvent): void {
    const drawing = place.querySelector("svg");
    if (!drawing) return;
    const epoch = epochUnder(clientX - drawing.getBoundingClientRect().left);
    if (epoch !== undefined) choose(epoch);
  }

  place.classList.add("lab-scrubbed");
  place.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pressed = {x: event.clientX, y: event.clientY, drags: event.pointerType !== "touch"};
    if (event.pointerType === "mouse") event.preventDefault();
    place.setPointerCapture(event.pointerId);
    if (pressed.drags) follow(event);
  });
  place.addEventListener("pointermove", (event) => {
    if (!pressed) return;
    const [across, along] = [Math.abs(event.clientX - pressed.x), Math.abs(event.clientY - pressed.y)];
    pressed.drags ||= across > SLIP && across > along;
    if (pressed.drags) follow(event);
  });
  place.addEventListener("pointerup", (event) => {
    if (pressed) follow(event);
    pressed = undefined;
  });
  place.addEventListener("pointercancel", () => (pressed = undefined));
}
