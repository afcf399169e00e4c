import type {EnsembleData} from "../lib/evidence/ensembleData.js";
import {drawEnsemble} from "../lib/figures/ensembleCharts.js";
import {nameChosenRun} from "./chosenRun.js";
import {make} from "./dom.js";
import type {LiveEnsemble} from "./ensemble.js";
import {fetched} from "./fetched.js";

/** Draws the ensembles of other runs into a figure, by the function that drew its first one at build. */
export function liveEnsemble(figure: HTMLElement): LiveEnsemble {
  const panels = figure.querySelector<HTMLElement>(".figure-panels")!;
  const [width, gap] = [Number(figure.dataset["width"]), Number(figure.dataset["gap"])];
  let asked: string;

  return {
    async show(option) {
      asked = option.value;
      const data = await fetchData(figure, option.value);
      if (asked !== option.value) return;
      const {wide, narrow, distributions} = drawEnsemble(data, {document, width, gap, id: figure.id, from: 0});
      panels.replaceChildren(
        make("div", {class: "panel wide-only"}, wide),
        make("div", {class: "panel narrow-only"}, narrow),
        ...distributions.map((drawing) => make("div", {class: "panel"}, drawing))
      );
      nameChosenRun(figure, option);
    }
  };
}

/** @throws Error with a sentence if the data cannot be fetched */
async function fetchData(figure: HTMLElement, id: string): Promise<EnsembleData> {
  const response = await fetched(`${figure.dataset["folder"]}/ensemble-${id}.json`, "its data");
  return (await response.json()) as EnsembleData;
}
