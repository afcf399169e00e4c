import {remembered} from "./remembered.js";

/** A figure of a run's ensemble that can show another run's. */
export interface LiveEnsemble {
  /** puts another run in its place */
  show(option: HTMLOptionElement): Promise<void>;
}

/** Lets the reader choose the run of a figure of an ensemble; the drawing code is fetched when that happens. */
export function enlivenEnsemble(figure: HTMLElement): void {
  const choice = figure.querySelector<HTMLElement>(".figure-choice")!;
  const select = choice.querySelector("select")!;
  const status = figure.querySelector<HTMLElement>(".figure-status")!;
  const live = remembered(async () => {
    const {liveEnsemble} = await import("./liveEnsemble.js");
    return liveEnsemble(figure);
  });
  choice.hidden = false;
  select.addEventListener("change", () => {
    live()
      .then((ensemble) => ensemble.show(select.selectedOptions[0]!))
      .then(() => (status.textContent = ""))
      .catch((error: Error) => (status.textContent = `The figure stays as it is: ${error.message}`));
  });
}
