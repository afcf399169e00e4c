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
  let live: Promise<LiveEnsemble> | undefined;
  choice.hidden = false;
  select.addEventListener("change", () => {
    live ??= import("./liveEnsemble.js").then(({liveEnsemble}) => liveEnsemble(figure));
    live
      .then((ensemble) => ensemble.show(select.selectedOptions[0]!))
      .then(() => (status.textContent = ""))
      .catch((error: Error) => {
        live = undefined;
        status.textContent = `The figure stays as it is: ${error.message}`;
      });
  });
}
