import {figureControls, type FigureAction} from "./figureControls.js";

/** A chart of a run's instability that follows the reader. */
export interface LiveInstability {
  act(action: FigureAction): void;
  /** puts another run in its place */
  show(option: HTMLOptionElement): Promise<void>;
}

/**
 * Gives a figure of a run's instability its controls; the drawing code and the data are fetched when it is first touched.
 */
export function enlivenInstability(figure: HTMLElement): void {
  const controls = figureControls(figure.id, Number(figure.dataset["epochs"]), act);
  controls.values.remove();
  figure.querySelector("figcaption")!.before(controls.element);
  const choice = figure.querySelector<HTMLElement>(".figure-choice");
  const touched = new AbortController();
  let live: Promise<LiveInstability> | undefined;

  function awaken(): Promise<LiveInstability> {
    touched.abort();
    live ??= import("./liveInstability.js").then(({liveInstability}) => liveInstability(figure, controls));
    return live;
  }

  const say = (error: Error) => controls.status(`The figure stays as it is: ${error.message}`);

  function act(action: FigureAction): void {
    awaken()
      .then((figure) => figure.act(action))
      .catch(say);
  }

  if (choice) {
    const select = choice.querySelector("select")!;
    choice.hidden = false;
    select.addEventListener("change", () => {
      awaken()
        .then((figure) => figure.show(select.selectedOptions[0]!))
        .catch(say);
    });
  }
  for (const event of ["pointerenter", "pointerdown", "focusin"] as const)
    figure.addEventListener(event, () => void awaken().catch(say), {signal: touched.signal, passive: true});
}
