import {runEpochs} from "../lib/experiments/runEpochs.js";
import {figureControls} from "./figureControls.js";
import {enlivenInstability} from "./instability.js";
import {reportOf} from "./report.js";
import {whenTouched} from "./whenTouched.js";

/**
 * Gives every figure of runs its controls. The drawing code, the figure's data and the reader's own runs are fetched
 * when the figure is first touched; until then the page's SVG is all there is.
 */
for (const figure of document.querySelectorAll<HTMLElement>("figure[data-figure]")) {
  const runs = new Set([...figure.querySelectorAll<SVGElement>("svg [data-run]")].map(({dataset}) => dataset["run"]!));
  if (runs.size > 0) enliven(figure, [...runs]);
}

for (const figure of document.querySelectorAll<HTMLElement>("figure.instability")) enlivenInstability(figure);

const chosen = document.querySelector<HTMLElement>("#ensemble-chosen");
if (chosen) void import("./ensemble.js").then(({enlivenEnsemble}) => enlivenEnsemble(chosen));

for (const figure of document.querySelectorAll<HTMLElement>("figure.valley")) {
  figure.querySelector<HTMLElement>(".figure-controls")!.hidden = false;
  const slider = figure.querySelector("input")!;
  const awaken = () => import("./valley.js").then(({followSlider}) => followSlider(figure));
  slider.addEventListener("input", awaken, {once: true});
}

const lab = document.querySelector<HTMLElement>("#lab");
if (lab) void import("./lab/lab.js").then(({mount}) => mount(lab));

/** What a button or link of a page can do, by its `data-action`; the program is fetched when it is asked for. */
const actions: Record<string, () => Promise<{act(control: HTMLElement): Promise<void>}>> = {
  rerun: () => import("./rerun.js"),
  csv: () => import("./csv.js"),
  picture: () => import("./picture.js"),
  verify: () => import("./verifyAll.js"),
  files: () => import("./checkFiles.js"),
  certificate: () => import("./certificate.js"),
  drift: () => import("./drift.js")
};

// After a reload, some browsers remember that a button was of use; nothing has been checked on this page yet.
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-action=certificate]")) button.disabled = true;

for (const control of document.querySelectorAll<HTMLElement>("[data-action]")) {
  control.hidden = false;
  control.addEventListener("click", async (event) => {
    event.preventDefault();
    try {
      const {act} = await actions[control.dataset["action"]!]!();
      await act(control);
    } catch (error) {
      reportOf(control).textContent = (error as Error).message;
    }
  });
}

/** With scripts, a claim's mark opens the card that stands on its page. */
for (const mark of document.querySelectorAll<HTMLElement>(".claim-mark")) {
  if (!("popover" in mark)) continue;
  mark.setAttribute("aria-haspopup", "dialog");
  mark.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    import("./claimCard.js").then(({act}) => act(mark)).catch(() => location.assign(mark.getAttribute("href")!));
  });
}

if (document.querySelector(".claims")) import("./claimsList.js");

function enliven(figure: HTMLElement, runs: string[]): void {
  const epochs = Math.max(...runs.map((id) => runEpochs(id)));
  const controls = figureControls(figure.dataset["figure"]!, epochs, (action) => awaken((live) => live.act(action)));
  figure.querySelector("figcaption")!.before(controls.element);
  const load = async () => (await import("./liveFigure.js")).liveFigure(figure, epochs, controls);
  const awaken = whenTouched(figure, load, (reason) => controls.status(`The figure stays as printed: ${reason}`));
}
