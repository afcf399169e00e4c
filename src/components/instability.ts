import {figureControls} from "./figureControls.js";
import {whenTouched, type LiveFigure} from "./whenTouched.js";

/** A chart of a run's instability that follows the reader. */
export interface LiveInstability extends LiveFigure {
  /** puts another run in its place */
  show(option: HTMLOptionElement): Promise<void>;
}

/**
 * Gives a figure of a run's instability its controls; the drawing code and the data are fetched when it is first touched.
 */
export function enlivenInstability(figure: HTMLElement): void {
  const epochs = Number(figure.dataset["epochs"]);
  const controls = figureControls(figure.id, epochs, (action) => awaken((live) => live.act(action)));
  controls.values.remove();
  figure.querySelector("figcaption")!.before(controls.element);
  const load = async () => (await import("./liveInstability.js")).liveInstability(figure, controls);
  const awaken = whenTouched(figure, load, (reason) => controls.status(`The figure stays as it is: ${reason}`));

  const choice = figure.querySelector<HTMLElement>(".figure-choice");
  if (!choice) return;
  const select = choice.querySelector("select")!;
  choice.hidden = false;
  select.addEventListener("change", () =>
    awaken(async (live) => {
      await live.show(select.selectedOptions[0]!);
      controls.status("");
    })
  );
}
