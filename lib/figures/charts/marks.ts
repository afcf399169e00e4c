import {element, round} from "../svg.js";
import {colour} from "../theme.js";

/** Whose a marked value is: the paper's (hollow), our run's (filled), or that of a run shown beside it (a ring). */
export type MarkShape = "paper" | "ours" | "other";

/** A value that stands out. */
export interface MarkedValue {
  value: number;
  /** markup of label.ts, such as `paper 0.0123` */
  label: string;
  shape: MarkShape;
}

/** A value that stands out, at an epoch. */
export interface MarkedPoint extends MarkedValue {
  epoch: number;
}

const DIAMOND = "M0,-5L5,0L0,5L-5,0z";

/** The mark of a value, centred: a hollow diamond, a filled one, or a ring. */
export function drawMark(document: Document, shape: MarkShape, x: number, y: number): SVGElement {
  const attributes = {class: "mark-value", "data-shape": shape, transform: `translate(${round(x)},${round(y)})`};
  const filled = shape === "ours" ? {fill: colour("ink"), stroke: colour("paper")} : {fill: colour("paper")};
  const outline = {stroke: colour("ink"), "stroke-width": 1.5};
  const body =
    shape === "other"
      ? element(document, "circle", {cx: 0, cy: 0, r: 3.8, ...outline, ...filled})
      : element(document, "path", {d: DIAMOND, "stroke-linejoin": "round", ...outline, ...filled});
  return element(document, "g", attributes, [body]);
}
