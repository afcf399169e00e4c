import type {Point} from "../curve.js";
import type {Plot} from "../drawing.js";
import {linePath} from "../line.js";
import {element} from "../svg.js";

/** Between two quantiles, such as from 5 to 95 %. */
export interface Band {
  /** markup of label.ts, such as `5–95 %` */
  label: string;
  low: ArrayLike<number>;
  high: ArrayLike<number>;
}

/** Each further band lies on those before it, so that the middle is darkest. */
export const OPACITY = 0.2;

/** Stands for an upper edge that is not finite: it lies above every plot. */
export const BEYOND = Number.MAX_VALUE;

/** A band up to where its lower edge is not finite: from there on, hardly a run is. */
export function finitePart({low, high}: Band): {low: number[]; high: number[]} {
  const all = Array.from(low);
  const stop = all.findIndex((value) => !Number.isFinite(value));
  const length = stop < 0 ? all.length : stop;
  const upper = Array.from({length}, (_, i) => (Number.isFinite(high[i]) ? high[i]! : BEYOND));
  return {low: all.slice(0, length), high: upper};
}

/** The area between two lines; a value that the scale cannot show lies on the plot's lower or upper edge. */
export function area(
  plot: Plot,
  low: readonly Point[],
  high: readonly Point[],
  attributes: Record<string, string>
): SVGElement {
  const {document, x, y, top, bottom} = plot;
  const place = ([epoch, value]: Point, edge: number): Point => {
    const at = y(value);
    return [x(epoch), Number.isFinite(at) ? Math.max(top - 9, Math.min(bottom + 9, at)) : edge];
  };
  const outline = [...low.map((point) => place(point, bottom)), ...high.map((point) => place(point, top)).reverse()];
  return element(document, "path", {
    class: "series band",
    d: outline.length > 0 ? `${linePath(outline)}z` : "",
    "fill-opacity": OPACITY,
    ...attributes
  });
}
