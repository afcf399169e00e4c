import {drawValley} from "../lib/figures/valleyChart.js";
import {onceAFrame} from "./dom.js";

/** Lets the slider under a figure of valleys set the rate of the last. */
export function followSlider(figure: HTMLElement): void {
  const slider = figure.querySelector<HTMLInputElement>("input[type=range]")!;
  const output = figure.querySelector("output")!;
  const place = [...figure.querySelectorAll<HTMLElement>(".panel")].at(-1)!;
  const width = Number(figure.dataset["width"]);
  const draw = onceAFrame((etaLambda: number) => {
    place.replaceChildren(drawValley("c", etaLambda, {document, width}));
    output.value = String(etaLambda);
  });
  slider.addEventListener("input", () => draw(slider.valueAsNumber));
  draw(slider.valueAsNumber);
}
