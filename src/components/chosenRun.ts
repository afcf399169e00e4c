import {parseRunId} from "../lib/experiments/parameters.js";
import {tuple} from "../lib/markup/runChip.js";
import {drop} from "./task.js";

/**
 * Makes what stands under a figure of a chosen run speak of another one: its links, its digest, its data. There every
 * address and label that is about the run has the run's id in it.
 * @param option of the new run, as lib/markup/runChooser.ts writes it
 */
export function nameChosenRun(figure: HTMLElement, option: HTMLOptionElement): void {
  const former = figure.dataset["run"]!;
  const id = option.value;
  figure.dataset["run"] = id;
  const line = figure.querySelector<HTMLElement>(".provenance")!;
  // A check of the former run that is under way says nothing about this one.
  drop(line.querySelector<HTMLElement>("[data-action=rerun]")!);
  line.querySelector("[role=status]")!.replaceChildren();
  for (const element of [figure.querySelector("figcaption .run")!, ...line.querySelectorAll("*")])
    for (const attribute of element.attributes)
      if (attribute.value.includes(former)) attribute.value = attribute.value.replaceAll(former, id);
  for (const chip of figure.querySelectorAll("figcaption > .run, .provenance .run"))
    chip.innerHTML = tuple(parseRunId(id)).html;
  for (const term of figure.querySelectorAll(".provenance dt"))
    if (term.nextElementSibling?.querySelector("[data-run]")) term.textContent = option.text;
  const digest = line.querySelector<HTMLElement>(".digest")!;
  digest.title = `SHA-256 ${option.dataset["digest"]!}`;
  digest.textContent = option.dataset["digest"]!.slice(0, 12);
}
