import {parseRunId} from "../lib/experiments/parameters.js";
import {make} from "./dom.js";
import {task} from "./task.js";
import {entryOf, explain, fetchManifest, verdictText, verifyRun} from "./verification.js";

/** “Re-run here”, under a figure: repeats the figure's runs in this browser and says whether they are the same. */
export async function act(button: HTMLElement): Promise<void> {
  const items = [...button.closest(".provenance")!.querySelectorAll<HTMLElement>("li[data-run]")];
  await task(button, "The runs of this figure, repeated", async ({signal, progress, say}) => {
    const manifest = await fetchManifest();
    const work = items.map(({dataset}) => cost(dataset["run"]!));
    const total = work.reduce((sum, part) => sum + part, 0);
    let done = 0;
    for (const [i, item] of items.entries()) {
      const onProgress = (part: number) => progress((done + part * work[i]!) / total);
      const verdict = await verifyRun(entryOf(manifest, item.dataset["run"]!), {signal, onProgress});
      done += work[i]!;
      const name = items.length > 1 ? [tupleOf(item), " "] : [];
      say(...name, make("span", {class: verdict.block ? "different" : "same"}, verdictText(verdict)));
      if (verdict.block) say(await explain(verdict).catch((error: Error) => error.message));
    }
  });
}

/** About how long a run takes. */
function cost(id: string): number {
  const {hidden, epochs, trainSize, testSize} = parseRunId(id);
  return hidden * epochs * (trainSize + testSize);
}

/** The run's tuple as the line shows it, without the link. */
function tupleOf(item: HTMLElement): HTMLElement {
  return make("span", {}, ...[...item.querySelector("a")!.childNodes].map((node) => node.cloneNode(true)));
}
