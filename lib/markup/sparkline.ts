import type {Snapshot} from "../experiments/snapshot.js";
import {fragment, type Html} from "./fragment.js";

const WIDTH = 168;
const HEIGHT = 44;
/** room for the marks at the ends of the line */
const MARGIN = 4;

/**
 * The test error of a run over its epochs on a logarithmic scale, small: no axes, a dot at the last value and a cross at
 * the lowest, as in the figures. A run that overflows ends where its error does.
 */
export function sparkline({id, parameters, series}: Snapshot): Html {
  const {epochs, values} = series["test_loss"] ?? {epochs: [], values: []};
  const logs = values.map(Math.log10);
  const top = Math.max(...logs);
  const bottom = Math.min(...logs);
  const x = (i: number) => place(epochs[i]! / parameters.epochs, WIDTH);
  const y = (i: number) => place(top > bottom ? (top - logs[i]!) / (top - bottom) : 0.5, HEIGHT);
  const last = values.length - 1;
  if (last < 0) throw new Error(`${id} has no test error that can be drawn.`);
  const lowest = logs.indexOf(bottom);
  const line = values.map((_, i) => `${x(i)},${y(i)}`).join("L");
  const cross = `M${x(lowest) - 3},${y(lowest) - 3}l6,6m0,-6l-6,6`;
  return fragment`<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true"><path d="M${line}"/><path d="${cross}"/><circle cx="${x(last)}" cy="${y(last)}" r="2.5"/></svg>`;
}

/** A part, 0 to 1, of the room between the margins, to a tenth of a pixel. */
function place(part: number, size: number): number {
  return Math.round((MARGIN + part * (size - 2 * MARGIN)) * 10) / 10;
}
