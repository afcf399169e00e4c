import type {FieldName} from "../../lib/experiments/labFields.js";
import {make} from "../dom.js";

/** A field of the lab's form: its label, its input, and a sentence beside it where what it holds is impossible. */
export interface Field {
  element: HTMLElement;
  read(): string;
  write(text: string): void;
  /** shows what is wrong; undefined if nothing is */
  complain(problem: string | undefined): void;
}

export interface FieldOptions {
  label: string;
  /** a few words below the input */
  hint?: string;
  /** stands beside the input and helps to set it */
  beside?: HTMLElement[];
  /** whether the input takes a number */
  numeric?: boolean;
  /** a slider that stands for the same number */
  slider?: Slider;
}

/** A slider beside an exact input. */
export interface Slider {
  min: number;
  max: number;
  step: number;
  /** the slider's place for a number, and the text for a place */
  place: (value: number) => number;
  text: (place: number) => string;
}

/** A line of text, with what helps to write it. Changes are told by the form's events. */
export function textField(name: FieldName, {label, hint, beside = [], numeric = false, slider}: FieldOptions): Field {
  const id = `lab-${name}`;
  const input = make("input", {
    type: "text",
    id,
    name,
    autocomplete: "off",
    spellcheck: "false",
    ...(numeric ? {inputmode: "decimal", class: "lab-number"} : {}),
    "aria-describedby": `${id}-problem`
  });
  const problem = problemLine(id);
  const line = make("div", {class: "lab-line"}, input, ...beside);
  const range = slider && sliderOf(slider, input, label);
  if (range) line.prepend(range);
  const element = make("div", {class: "lab-field"}, make("label", {for: id}, label), line);
  if (hint) element.append(make("p", {class: "lab-hint"}, hint));
  element.append(problem);
  const follow = () => {
    if (!range || !slider) return;
    const value = Number(input.value);
    if (Number.isFinite(value)) range.value = String(slider.place(value));
  };
  input.addEventListener("change", follow);
  return {
    element,
    read: () => input.value,
    write(text) {
      input.value = text;
      follow();
    },
    complain: (text) => complain(input, problem, text)
  };
}

function sliderOf({min, max, step, text}: Slider, input: HTMLInputElement, label: string): HTMLInputElement {
  const range = make("input", {type: "range", min, max, step, "aria-label": `${label}, slider`, autocomplete: "off"});
  range.addEventListener("input", () => (input.value = text(range.valueAsNumber)));
  return range;
}

/** A choice among a few. */
export function choiceField(
  name: FieldName,
  label: string,
  choices: readonly (readonly [value: string, text: string])[]
): Field {
  const id = `lab-${name}`;
  const options = choices.map(([value, text]) => make("option", {value}, text));
  const select = make("select", {id, name, autocomplete: "off", "aria-describedby": `${id}-problem`}, ...options);
  const problem = problemLine(id);
  const line = make("div", {class: "lab-line"}, select);
  return {
    element: make("div", {class: "lab-field"}, make("label", {for: id}, label), line, problem),
    read: () => select.value,
    write(text) {
      if (![...select.options].some(({value}) => value === text)) select.append(make("option", {value: text}, text));
      select.value = text;
    },
    complain: (text) => complain(select, problem, text)
  };
}

function problemLine(id: string): HTMLElement {
  return make("p", {class: "lab-problem", id: `${id}-problem`, "aria-live": "polite"});
}

function complain(input: HTMLElement, line: HTMLElement, text: string | undefined): void {
  line.textContent = text ?? "";
  if (text === undefined) input.removeAttribute("aria-invalid");
  else input.setAttribute("aria-invalid", "true");
}
