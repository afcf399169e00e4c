import {make} from "./dom.js";
import {task} from "./task.js";
import {verdictText, verifyRuns} from "./verification.js";

/** “Re-run here”, under a figure: repeats the figure's runs in this browser and says whether they are the same. */
export async function act(button: HTMLElement): Promise<void> {
  const items = [...button.closest(".provenance")!.querySelectorAll<HTMLElement>("li[data-run]")];
  const ids = items.map(({dataset}) => dataset["run"]!);
  await task(button, "The runs of this figure, repeated", ({signal, progress, say}) =>
    verifyRuns(ids, {
      signal,
      onProgress: progress,
      onVerdict(i, verdict) {
        const name = items.length > 1 ? [tupleOf(items[i]!), " "] : [];
        say(...name, make("span", {class: verdict.block ? "different" : "same"}, verdictText(verdict)));
        if (verdict.explanation) say(verdict.explanation);
      }
    })
  );
}

/** The run's tuple as the line shows it, without the link. */
function tupleOf(item: HTMLElement): HTMLElement {
  return make("span", {}, ...[...item.querySelector("a")!.childNodes].map((node) => node.cloneNode(true)));
}
