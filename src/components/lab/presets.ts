import {runId, type RunParameters} from "../../lib/experiments/parameters.js";
import {registry} from "../../lib/experiments/registry.js";
import {make} from "../dom.js";

/** A choice of the report's runs, with one line on what to look for. */
export interface PresetField {
  element: HTMLElement;
  /** shows which of them a run is, if it is one */
  show(parameters: RunParameters): void;
}

/** @param choose is called with the run that the reader has chosen */
export function presetField(choose: (parameters: RunParameters) => void): PresetField {
  const select = make("select", {id: "lab-preset", autocomplete: "off", "aria-describedby": "lab-look"});
  select.append(make("option", {value: ""}, "a run of my own"));
  for (const [title, belongs] of groups) {
    const runs = registry.filter(({parameters}) => belongs(parameters));
    const options = runs.map(({id, parameters}) => make("option", {value: id}, runName(parameters)));
    select.append(make("optgroup", {label: title}, ...options));
  }
  const look = make("p", {class: "lab-look", id: "lab-look"});
  select.addEventListener("change", () => {
    const entry = registry.find(({id}) => id === select.value);
    if (entry) choose(entry.parameters);
  });
  return {
    element: make(
      "div",
      {class: "lab-field lab-preset"},
      make("label", {for: select.id}, "A run of the paper"),
      select,
      look
    ),
    show(parameters) {
      const entry = registry.find(({id}) => id === runId(parameters));
      select.value = entry?.id ?? "";
      look.textContent = entry?.look ?? "";
    }
  };
}

const isStandard = ({data, weights}: RunParameters) => data === "standard" && weights === "standard";

const groups: readonly (readonly [title: string, belongs: (parameters: RunParameters) => boolean])[] = [
  ["Learning f₁", (parameters) => isStandard(parameters) && parameters.target === "f1"],
  ["Learning f₂", (parameters) => isStandard(parameters) && parameters.target === "f2"],
  ["New random numbers", (parameters) => !isStandard(parameters)]
];

/** A run as the paper names it, in plain text. */
export function runName({target, hidden, learningRate, epochs, data}: RunParameters): string {
  const own = data === "standard" ? "" : `, ${data}`;
  return `(${target}, ${hidden}, ${learningRate}, ${epochs}${own})`;
}
