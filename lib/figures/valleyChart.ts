import {drawChart} from "./chart.js";
import type {Point} from "./curve.js";
import type {Drawing, Plot} from "./drawing.js";
import {line} from "./line.js";
import {dot} from "./mark.js";
import type {LineStyle} from "./theme.js";

const VALLEY: LineStyle = {colour: "muted", dash: undefined};
const STEPS_STYLE: LineStyle = {colour: "ink", dash: undefined};

/** So many steps are drawn. */
const STEPS = 8;

/** The walk starts this far from the floor of the valley, and is drawn up to the edge. */
const START = 0.75;
const EDGE = 1.5;

/** Where gradient descent stands in a valley λw²/2 after 0, 1, 2, … steps: each multiplies w by 1 - ηλ. */
export function walk(etaLambda: number): number[] {
  const places = [START];
  for (let i = 0; i < STEPS; ++i) places.push(places.at(-1)! * (1 - etaLambda));
  return places;
}

/** What happens in the valley, in a few words. */
export function walkInWords(etaLambda: number): string {
  if (etaLambda < 1) return "creeps down one side";
  if (etaLambda === 1) return "is there at once";
  if (etaLambda < 2) return "leaps across, and settles";
  return etaLambda === 2 ? "leaps to and fro for ever" : "leaps higher each time";
}

/** Draws a valley, and the steps of gradient descent in it. */
export function drawValley(
  letter: string,
  etaLambda: number,
  {document, width, idPrefix}: {document: Document; width: number; idPrefix?: string}
): SVGSVGElement {
  const name = {
    id: `valley-${letter}`,
    kind: "valley",
    letter,
    title: `$ηλ$ = ${etaLambda}: ${walkInWords(etaLambda)}`
  };
  return drawChart(name, valley(etaLambda), {document, width, height: Math.round(0.85 * width), idPrefix});
}

function valley(etaLambda: number): Drawing {
  const height = (w: number) => (w * w) / 2;
  const curve = Array.from({length: 61}, (_, i): Point => {
    const w = EDGE * (i / 30 - 1);
    return [w, height(w)];
  });
  const places = walk(etaLambda).map((w): Point => [w, height(w)]);
  const shown = places.filter(([w], i) => Math.abs(w) <= EDGE || Math.abs(places[i - 1]?.[0] ?? 0) <= EDGE);
  return {
    axes: {
      x: {kind: "linear", domain: [-EDGE, EDGE], label: "weight", ticks: [{value: 0, text: "0"}]},
      y: {kind: "linear", domain: [-0.06, height(EDGE)], label: "loss", ticks: []}
    },
    legend: [],
    labelRoom: 0,
    description: `Gradient descent in a valley with ηλ = ${etaLambda}: it ${walkInWords(etaLambda)}.`,
    inside: (plot) => [
      line(plot, curve, VALLEY, {"data-series": "valley"}),
      line(plot, shown, STEPS_STYLE, {"data-series": "steps"})
    ],
    above: ({document, x, y}: Plot) =>
      shown
        .filter(([w]) => Math.abs(w) <= EDGE)
        .map(([w, loss], i) => dot(document, x(w), y(loss), STEPS_STYLE, i === 0 ? 4 : 3))
  };
}
