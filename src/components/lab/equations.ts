import {formatEpoch, formatMeasured} from "../../lib/figures/numberFormat.js";
import {make} from "../dom.js";
import {raised} from "./raised.js";
import {weightsIn, type LabView} from "./view.js";

/** The network's equations with the numbers of the epoch that is shown, a paragraph each. */
export function equations({columns, row, epoch}: LabView): HTMLElement[] {
  const {hidden, U, V} = weightsIn(columns, row);
  const units = Array.from({length: hidden - 1}, (_, k) =>
    formula(
      name("H", k),
      " = ",
      italic("σ"),
      "(",
      ...number(U[2 * k]!),
      " ",
      italic("x"),
      ...signed(U[2 * k + 1]!),
      ")"
    )
  );
  const terms = Array.from(V, (value, k) => [
    ...(k === 0 ? number(value) : signed(value)),
    ...(k === hidden - 1 ? [] : [" ", name("H", k)])
  ]);
  return [
    make(
      "p",
      {},
      "After epoch ",
      formatEpoch(epoch),
      ", with ",
      italic("σ"),
      "(",
      italic("z"),
      ") = 1 / (1 + ",
      italic("e"),
      make("sup", {}, "−z"),
      "):"
    ),
    ...units,
    formula(italic("o"), " = ", ...terms.flat())
  ];
}

function formula(...parts: (Node | string)[]): HTMLElement {
  return make("p", {class: "lab-formula"}, ...parts);
}

function italic(text: string): HTMLElement {
  return make("i", {}, text);
}

function name(letter: string, k: number): HTMLElement {
  return make("span", {class: "formula"}, italic(letter), make("sub", {}, String(k)));
}

function number(value: number): (Node | string)[] {
  return raised(formatMeasured(value).replace("-", "−"));
}

/** A number that is added: its sign, with space, before its size. */
function signed(value: number): (Node | string)[] {
  return [value < 0 ? " − " : " + ", ...number(Math.abs(value))];
}
