import {scaleLinear, scaleLog} from "d3-scale";
import type {Tick} from "./numberFormat.js";

/** One axis of a panel. */
export interface Axis {
  kind: "linear" | "log" | "epochs";
  domain: readonly [number, number];
  /** what it shows, in markup of label.ts */
  label: string;
  /** in place of round values */
  ticks?: readonly Tick[];
  /** whether its ticks have grid lines; the vertical axis has them unless this is false */
  grid?: boolean;
}

/** Maps a value to a coordinate (px) and back. */
export interface Scale {
  (value: number): number;
  invert(coordinate: number): number;
}

/** The scale of an axis. It maps as d3's scales do, to the bit, without their generality: live charts map much. */
export function scaleOf({kind, domain}: Axis, range: readonly [number, number]): Scale {
  const {invert} = (kind === "log" ? scaleLog : scaleLinear)(domain, range);
  const [r0, r1] = range;
  const map = (t: number) => r0 * (1 - t) + r1 * t;
  if (kind === "log") {
    const [d0, d1] = [Math.log(domain[0]), Math.log(domain[1])];
    return Object.assign((value: number) => map((Math.log(value) - d0) / (d1 - d0)), {invert});
  }
  const [d0, d1] = domain;
  return Object.assign((value: number) => map((value - d0) / (d1 - d0)), {invert});
}

/** A share of the domain is left free beyond the data on each side. */
const PADDING = 0.05;

/** A linear axis ends here, for the length of a longer one would not be finite. */
const LARGEST = 4e307;

/** A domain that covers an extent with some air; around a single value, and where there is none, one unit or decade. */
export function padded(extent: readonly [number, number] | undefined, kind: "linear" | "log"): [number, number] {
  if (kind === "log") {
    const [low, high] = extent ?? [1, 10];
    const air = high / low > 1.001 ? (high / low) ** PADDING : 3;
    return [Math.max(low / air, Number.MIN_VALUE), Math.min(high * air, Number.MAX_VALUE)];
  }
  const [low, high] = (extent ?? [0, 1]).map((value) => Math.max(-LARGEST, Math.min(LARGEST, value))) as [
    number,
    number
  ];
  const air = high > low ? (high - low) * PADDING : Math.max(Math.abs(high) * PADDING, 1e-3);
  return [low - air, high + air];
}

/** The smallest and largest of the values that a scale can show: finite, and on a logarithmic one positive. */
export function extentOfValues(
  values: Iterable<number>,
  scale: "linear" | "log"
): readonly [number, number] | undefined {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value) || (scale === "log" && value <= 0)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least <= most ? [least, most] : undefined;
}
