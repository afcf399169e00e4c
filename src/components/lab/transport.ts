import {formatEpoch} from "../../lib/figures/numberFormat.js";
import {make} from "../dom.js";
import {steadyButton} from "../steadyButton.js";
import type {LabRun} from "./labRun.js";
import {spoken} from "./spoken.js";

/** What the reader asks of the run that is there. */
export type TransportAction =
  | {kind: "train"}
  | {kind: "pause"}
  | {kind: "step"; epochs: number}
  | {kind: "again"}
  | {kind: "rate"; text: string}
  /** null: the last epoch that is reached, and on with it */
  | {kind: "epoch"; epoch: number | null};

/** The bar below the panels: train, pause, step, and the one epoch that all panels show. */
export interface Transport {
  element: HTMLElement;
  /**
   * @param epoch the epoch that the panels show; null for the last
   * @param words the values of that epoch
   */
  show(run: LabRun, epoch: number | null, words: string): void;
  /** epochs a second */
  pace(planned: number): number;
  /** what is wrong with the rate; undefined if nothing is */
  complain(problem: string | undefined): void;
}

/** A run that is watched takes so many seconds, if it can be trained so fast. */
const WATCH = 4;

/** @param act is told what the reader asks */
export function transport(act: (action: TransportAction) => void): Transport {
  let training = false;
  const {element: go} = steadyButton("Train", "Train", () => act({kind: training ? "pause" : "train"}), "lab-go");
  const steps = [1, 10, 100].map((epochs) =>
    steadyButton(`+${epochs}`, `+${epochs} ${epochs === 1 ? "epoch" : "epochs"}`, () => act({kind: "step", epochs}))
  );
  const again = steadyButton("Again", "Again, from epoch 0 and the same weights", () => act({kind: "again"}));

  const slider = make("input", {type: "range", id: "lab-epoch", min: 0, step: 1, autocomplete: "off"});
  const output = make("output", {for: slider.id});
  const latest = steadyButton("Last", "Last epoch: show it, and follow the training", () =>
    act({kind: "epoch", epoch: null})
  );
  slider.addEventListener("input", () => {
    const last = slider.valueAsNumber >= Number(slider.dataset["reached"]);
    act({kind: "epoch", epoch: last ? null : slider.valueAsNumber});
  });

  const pace = make("select", {id: "lab-pace", autocomplete: "off"});
  for (const [value, text] of [
    ["watch", `in ${WATCH} seconds`],
    ["full", "as fast as it goes"],
    ["100", "100 epochs/s"],
    ["10", "10 epochs/s"],
    ["2", "2 epochs/s"]
  ] as const)
    pace.append(make("option", {value}, text));
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) pace.value = "full";
  const rate = make("input", {
    type: "text",
    id: "lab-rate-now",
    class: "lab-number",
    inputmode: "decimal",
    autocomplete: "off",
    "aria-describedby": "lab-rate-problem"
  });
  const problem = make("p", {class: "lab-problem", id: "lab-rate-problem", "aria-live": "polite"});
  rate.addEventListener("change", () => act({kind: "rate", text: rate.value}));
  const live = make(
    "div",
    {class: "lab-live"},
    make("label", {for: pace.id}, "Speed"),
    pace,
    make("label", {for: rate.id}, "Rate from here on"),
    rate,
    problem
  );

  const unfold = make(
    "button",
    {type: "button", class: "lab-more-controls", "aria-expanded": "false", "aria-label": "Speed and rate"},
    "…"
  );
  unfold.addEventListener("click", () => {
    unfold.setAttribute("aria-expanded", String(live.classList.toggle("lab-shown")));
  });

  function complain(text: string | undefined): void {
    problem.textContent = text ?? "";
    if (text === undefined) rate.removeAttribute("aria-invalid");
    else rate.setAttribute("aria-invalid", "true");
  }

  return {
    element: make(
      "div",
      {class: "lab-transport", role: "group", "aria-label": "Training and epoch"},
      make("div", {class: "lab-buttons"}, go, ...steps.map(({element}) => element), again.element, unfold),
      make("div", {class: "lab-scrub"}, make("label", {for: slider.id}, "Epoch"), slider, output, latest.element),
      live
    ),
    show(run, epoch, words) {
      const {planned, rest, more} = run;
      const {epoch: reached} = run;
      training = run.goal !== undefined;
      const beyond = !training && reached >= planned.epochs;
      go.textContent = training ? "Pause" : beyond ? `+${more}` : "Train";
      const label = beyond
        ? `+${more} epochs, beyond the planned end`
        : training
          ? "Pause"
          : `Train up to epoch ${planned.epochs}`;
      go.setAttribute("aria-label", label);
      go.title = label;
      for (const step of steps) step.enable(!training);
      again.enable(reached > 0);
      slider.max = String(planned.epochs);
      slider.dataset["reached"] = String(reached);
      slider.value = String(Math.min(epoch ?? reached, reached));
      slider.style.setProperty("--reached", `${(100 * reached) / planned.epochs}%`);
      output.value = formatEpoch(Math.min(epoch ?? reached, reached));
      slider.setAttribute("aria-valuetext", spoken(words || `Epoch ${output.value}`));
      latest.enable(epoch !== null);
      const now = String(rateAt(run));
      if (rest && document.activeElement !== rate && rate.value !== now) {
        rate.value = now;
        complain(undefined);
      }
    },
    pace(planned) {
      if (pace.value === "watch") return planned / WATCH;
      return pace.value === "full" ? Infinity : Number(pace.value);
    },
    complain
  };
}

/** The learning rate of the step that follows the reached epoch. */
function rateAt({planned, epoch: reached}: LabRun): number {
  const {rateChanges = [], learningRate} = planned;
  return rateChanges.findLast(({epoch}) => epoch <= reached)?.rate ?? learningRate;
}
