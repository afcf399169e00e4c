import {fieldTexts, readFields, type FieldName, type FieldTexts} from "../../lib/experiments/labFields.js";
import {MOST_HIDDEN} from "../../lib/experiments/labLimits.js";
import {runId, type RunParameters} from "../../lib/experiments/parameters.js";
import {runCost} from "../../lib/experiments/runCost.js";
import {FORMULA_FUNCTIONS} from "../../lib/model/formulaSyntax.js";
import {make} from "../dom.js";
import {choiceField, textField, type Field, type Slider} from "./field.js";
import {presetField} from "./presets.js";

/** The controls that say which run is to be trained. */
export interface LabForm {
  element: HTMLFormElement;
  /** fills the fields */
  show(parameters: RunParameters): void;
}

const units: Slider = {min: 2, max: MOST_HIDDEN, step: 1, place: (value) => value, text: String};

/** A reader's own function is this one to begin with. */
const EXAMPLE = "abs(x)";

/** From a thousandth to ten, by hundredths of a power of ten. */
const rates: Slider = {
  min: -3,
  max: 1,
  step: 0.01,
  place: Math.log10,
  text: (place) => String(Number((10 ** place).toPrecision(2)))
};

/**
 * Makes the form.
 * @param change is called with a run whenever the reader has changed a field and all of them make sense
 */
export function labForm(change: (parameters: RunParameters) => void): LabForm {
  const formula = textField("formula", {
    label: "f(x) =",
    hint: `With x, numbers, pi, e, + − * / ^ ( ), ${FORMULA_FUNCTIONS.join(", ")}; finite from −5 to 5.`
  });
  const fields: Record<FieldName, Field> = {
    target: choiceField("target", "Function to learn", [
      ["f1", "f₁(x) = exp(x / 5)"],
      ["f2", "f₂(x) = sin(x) · (25 − x²)"],
      ["own", "my own function"]
    ]),
    formula,
    data: textField("data", {label: "Data", beside: seedButtons("data", "data set")}),
    trainSize: textField("trainSize", {label: "Training points", numeric: true}),
    noise: textField("noise", {label: "Noise (deviation)", numeric: true}),
    hidden: textField("hidden", {label: "Hidden units (h, with the bias)", numeric: true, slider: units}),
    weights: textField("weights", {label: "Initial weights", beside: seedButtons("weights", "initial weights")}),
    weightScale: textField("weightScale", {label: "Factor on them", numeric: true}),
    learningRate: textField("learningRate", {label: "Learning rate", numeric: true, slider: rates}),
    epochs: textField("epochs", {label: "Epochs", numeric: true}),
    testSize: textField("testSize", {label: "Test points", numeric: true}),
    arithmetic: choiceField("arithmetic", "Arithmetic", [
      ["", "binary64 (the standard)"],
      ["binary32", "binary32"],
      ["double-double", "double-double"]
    ]),
    rounding: textField("rounding", {label: "Random rounding (name of a stream)"})
  };
  const names = Object.keys(fields) as FieldName[];
  const patience = make("p", {class: "lab-hint", "aria-live": "polite"});
  fields.epochs.element.append(patience);
  const preset = presetField((parameters) => change(parameters));
  const group = (title: string, ...members: (FieldName | FieldName[])[]) =>
    make("fieldset", {}, make("legend", {}, title), ...members.map(placed));
  const placed = (member: FieldName | FieldName[]) =>
    typeof member === "string"
      ? fields[member].element
      : make("div", {class: "lab-short"}, ...member.map((name) => fields[name].element));
  const more = make(
    "details",
    {class: "lab-more"},
    make("summary", {}, "More"),
    ...(["testSize", "arithmetic", "rounding"] as const).map((name) => fields[name].element)
  );
  const element = make(
    "form",
    {class: "lab-form", "aria-label": "The run"},
    preset.element,
    group("Task", "target", "formula", "data", ["trainSize", "noise"]),
    group("Network", "hidden", "weights", ["weightScale"]),
    group("Training", "learningRate", "epochs"),
    more
  );
  let shown: RunParameters | undefined;

  const ownFormula = () => (formula.element.hidden = fields.target.read() !== "own");

  function read(): void {
    ownFormula();
    if (fields.target.read() === "own" && formula.read() === "") formula.write(EXAMPLE);
    const texts = Object.fromEntries(names.map((name) => [name, fields[name].read()])) as unknown as FieldTexts;
    const {parameters, problems} = readFields(texts, shown?.rateChanges);
    for (const name of names) fields[name].complain(problems[name]);
    if (parameters) change(parameters);
  }

  element.addEventListener("change", (event) => {
    if (event.target instanceof Element && !event.target.closest(".lab-preset")) read();
  });
  element.addEventListener("submit", (event) => event.preventDefault());

  return {
    element,
    show(parameters) {
      // What the reader is about to write stays, as long as it is the same run.
      if (shown && runId(shown) === runId(parameters)) return;
      shown = parameters;
      const texts = fieldTexts(parameters);
      for (const name of names) {
        fields[name].write(texts[name]);
        fields[name].complain(undefined);
      }
      ownFormula();
      patience.textContent = patienceText(parameters);
      preset.show(parameters);
      if (parameters.arithmetic || parameters.rounding || parameters.testSize !== 100) more.open = true;
    }
  };
}

/** About how long (s) a quick computer takes for what `runCost` counts. */
const UNIT_SECONDS = 6e-9;

/** How long a run takes, if that is worth saying. */
function patienceText(parameters: RunParameters): string {
  const minutes = (runCost(parameters) * UNIT_SECONDS) / 60;
  if (minutes < 0.5) return "";
  const time = minutes < 90 ? `${Math.ceil(minutes)} minutes` : `${Math.ceil(minutes / 60)} hours`;
  return `That takes a quick computer about ${time}; you can pause at any time.`;
}

/** Beside a seed's name: a dice that makes up a new one, and the way back to the paper's. */
function seedButtons(name: "data" | "weights", what: string): HTMLElement[] {
  const button = (content: Node | string, label: string, text: () => string) => {
    const made = make("button", {type: "button", class: "lab-seed", "aria-label": label, title: label}, content);
    made.addEventListener("click", () => {
      const input = document.querySelector<HTMLInputElement>(`#lab-${name}`)!;
      input.value = text();
      input.dispatchEvent(new Event("change", {bubbles: true}));
    });
    return made;
  };
  return [
    button(dice(), `New ${what}, by chance`, () => `seed-${1 + Math.floor(9999 * Math.random())}`),
    button("standard", `The standard ${what}`, () => "standard")
  ];
}

function dice(): Element {
  const holder = document.createElement("span");
  holder.innerHTML =
    '<svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true"><rect x="1.25" y="1.25" width="13.5" height="13.5" rx="3" fill="none" stroke="currentColor" stroke-width="1.5"/><g fill="currentColor"><circle cx="5" cy="5" r="1.3"/><circle cx="11" cy="5" r="1.3"/><circle cx="8" cy="8" r="1.3"/><circle cx="5" cy="11" r="1.3"/><circle cx="11" cy="11" r="1.3"/></g></svg>';
  return holder.firstElementChild!;
}
