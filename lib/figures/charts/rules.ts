import type {Plot} from "../drawing.js";
import {label, labelWidth} from "../label.js";
import {RIGHT as MARGIN} from "../layout.js";
import {element, round} from "../svg.js";
import {colour, halo, sizes} from "../theme.js";

/** A value that a chart's lines are compared with. */
export interface Threshold {
  value: number;
  /** markup of label.ts; without one only the line is drawn */
  label?: string | undefined;
}

/** An epoch at which something happens. */
export interface Moment {
  epoch: number;
  /** markup of label.ts; without one only the line is drawn */
  label?: string | undefined;
  /** what `data-moment` says, such as `onset` */
  name: string;
}

/** Between the end of a threshold's line and its label (px). */
const BESIDE = 5;

/** The room (px) right of a plot for the labels of its thresholds, beyond the margin that is there anyway. */
export function thresholdRoom(thresholds: readonly Threshold[]): number {
  const widths = thresholds.map(({label: text}) => (text ? BESIDE + labelWidth(text, sizes.text) : 0));
  return Math.max(0, Math.ceil(Math.max(0, ...widths)) - MARGIN);
}

/** A dashed horizontal line across the plot; its label stands beside its right end, where no course can cover it. */
export function drawThreshold(
  {document, y, left, right, top, bottom}: Plot,
  {value, label: text}: Threshold
): SVGElement {
  const at = y(value);
  const hidden = !(at >= top && at <= bottom);
  return element(document, "g", {class: "panel-threshold", "data-value": String(value)}, [
    ...(hidden
      ? []
      : [
          element(document, "path", {
            d: `M${left},${round(at)}H${right}`,
            stroke: colour("ink"),
            "stroke-width": 1.2,
            "stroke-dasharray": "6 3"
          })
        ]),
    ...(hidden || !text
      ? []
      : [
          label(document, text, {
            x: right + BESIDE,
            y: at + 4,
            size: sizes.text,
            fill: colour("ink"),
            ...halo
          })
        ])
  ]);
}

/** A dotted vertical line at an epoch, if the plot shows it. */
export function drawMoment({document, x, left, right, top, bottom}: Plot, {epoch, name}: Moment): SVGElement[] {
  const at = x(epoch);
  if (!(at >= left && at <= right)) return [];
  return [
    element(document, "path", {
      class: "panel-moment",
      "data-moment": name,
      "data-epoch": String(epoch),
      d: `M${round(at)},${top}V${bottom}`,
      stroke: colour("muted"),
      "stroke-dasharray": "1.5 2.5"
    })
  ];
}

const ROW = 15;

/** The labels of vertical lines at the top of the plot, beside their lines, in as many rows as keep them apart. */
export function drawMomentLabels({document, x, left, right, top}: Plot, moments: readonly Moment[]): SVGElement[] {
  const taken: [number, number][][] = [];
  const shown = moments.filter(({label, epoch}) => label && x(epoch) >= left && x(epoch) <= right);
  return [...shown]
    .sort((a, b) => a.epoch - b.epoch)
    .map(({label: text, epoch}) => {
      const at = x(epoch);
      const width = labelWidth(text!, sizes.text);
      const flip = at + width + 5 > right && at - width - 5 >= left;
      const span: [number, number] = flip ? [at - width - 10, at] : [at, at + width + 10];
      let row = taken.findIndex((others) => others.every(([from, to]) => span[1] <= from || span[0] >= to));
      if (row < 0) row = taken.push([]) - 1;
      taken[row]!.push(span);
      return label(document, text!, {
        x: flip ? at - 5 : at + 5,
        y: top + 11 + ROW * row,
        "text-anchor": flip ? "end" : "start",
        size: sizes.text,
        fill: colour("ink"),
        ...halo
      });
    });
}
